import type { LeadCommand } from './decide';
import type { LeadEdit } from './edit-lead';
import { created, given } from './lead-specification';

const NOW = new Date('2026-11-22T10:00:00.000Z');

const edit = (changes: LeadEdit): LeadCommand => ({ type: 'EditLead', edit: changes });
const acme = created({ name: 'Acme', domain: 'acme.example', industry: 'tech', owner: 'mara' });

describe('EditLead', () => {
  it('tells of what changed, and of nothing else', () => {
    const command = edit({ name: 'Acme', domain: null, employee_count: 12 });
    expect(given([acme]).when(command, NOW)).toEqual({
      events: [
        {
          type: 'LeadDetailsChanged',
          data: {
            domain: { from: 'acme.example', to: null },
            employee_count: { from: null, to: 12 },
          },
          personal: null,
        },
      ],
    });
  });

  it('tells of a new owner apart from the details', () => {
    const command = edit({ name: 'Acme AG', owner: 'jens' });
    expect(given([acme]).when(command, NOW)).toEqual({
      events: [
        {
          type: 'LeadDetailsChanged',
          data: { name: { from: 'Acme', to: 'Acme AG' } },
          personal: null,
        },
        { type: 'LeadAssigned', data: { from: 'mara', to: 'jens' }, personal: null },
      ],
    });
  });

  it('lets nobody look after the lead', () => {
    expect(given([acme]).when(edit({ owner: null }), NOW)).toEqual({
      events: [{ type: 'LeadAssigned', data: { from: 'mara', to: null }, personal: null }],
    });
  });

  it('makes nothing happen where all is as it should be, or not spoken of', () => {
    const same = { name: 'Acme', industry: 'tech', owner: 'mara', domain: undefined } as const;
    expect(given([acme]).when(edit(same), NOW)).toEqual({ events: [] });
  });

  it('is decided on what was edited before', () => {
    const first = given([acme]).when(edit({ employee_count: 12, owner: 'jens' }), NOW);
    if (!('events' in first)) throw new Error('refused');
    const command = edit({ employee_count: 50, owner: 'jens' });
    expect(given([acme, ...first.events]).when(command, NOW)).toMatchObject({
      events: [{ data: { employee_count: { from: 12, to: 50 } } }],
    });
  });
});
