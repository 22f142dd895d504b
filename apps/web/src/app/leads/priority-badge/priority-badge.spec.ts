import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { byName, textOf } from '../../../testing/dom';
import { aLead } from '../../../testing/leads';
import { provideTexts } from '../../../testing/translations';
import { PriorityBadge } from './priority-badge';

describe('priority badge', () => {
  let fixture: ComponentFixture<PriorityBadge>;
  let button: HTMLButtonElement;

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideTexts('de')] });
    fixture = TestBed.createComponent(PriorityBadge);
    fixture.componentRef.setInput('lead', aLead({ priority_until: null }));
    await fixture.whenStable();
    button = byName(fixture.nativeElement, 'button', 'Priorität von Acme GmbH: 95');
  });

  const explanation = () => document.querySelector('[role=tooltip]');
  async function on(type: string, event: Event = new Event(type)): Promise<void> {
    button.dispatchEvent(event);
    await fixture.whenStable();
  }

  it.each(['mouseenter', 'focus', 'click'])('explains all six parts on %s', async (type) => {
    expect(explanation()).toBeNull();
    document.body.append(fixture.nativeElement);
    await on(type);
    const parts = [...(explanation()?.querySelectorAll('dl > div') ?? [])].map(textOf);
    expect(parts).toHaveLength(6);
    expect(parts.slice(0, 5)).toEqual([
      'Status Neu +10',
      'Kontakt vorhanden +20',
      'Domain acme.example +10',
      'Firmengröße 120 Beschäftigte +20',
      'Branche Technologie +15',
    ]);
    expect(button.getAttribute('aria-describedby')).toBe(explanation()?.id);
  });

  describe('that is about to fall', () => {
    const HOUR_MS = 60 * 60 * 1000;
    async function falling(hours: number) {
      const at = new Date(Date.now() + hours * HOUR_MS);
      fixture.componentRef.setInput('lead', aLead({ priority_until: at.toISOString() }));
      await fixture.whenStable();
      await on('focus');
      return new Intl.DateTimeFormat('de', { weekday: 'long' }).format(at);
    }

    it('says when and why', async () => {
      const day = await falling(48);
      expect(textOf(button)).toBe(`95 ${day.slice(0, 2)}`);
      expect(button.getAttribute('aria-label')).toBe(
        `Priorität von Acme GmbH: 95 ${day.slice(0, 2)}`,
      );
      expect(textOf(explanation())).toContain(
        `Verliert am ${day} 10 Punkte: 7 Tage ohne Aktivität.`,
      );
    });

    it('says nothing in the list while that is far off', async () => {
      await falling(24 * 5);
      expect(textOf(button)).toBe('95');
      expect(textOf(explanation())).toMatch(/Verliert am .* 10 Punkte, wenn nichts geschieht/);
    });
  });

  it('is gone with the pointer, and on Escape until it is asked for again', async () => {
    await on('mouseenter');
    await on('mouseleave');
    expect(explanation()).toBeNull();
    await on('focus');
    await on('keydown', new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(explanation()).toBeNull();
    await on('click');
    expect(explanation()).not.toBeNull();
  });

  it('stays while the pointer is on the explanation', async () => {
    await on('mouseenter');
    explanation()?.dispatchEvent(new Event('mouseenter'));
    await fixture.whenStable();
    expect(explanation()).not.toBeNull();
  });
});
