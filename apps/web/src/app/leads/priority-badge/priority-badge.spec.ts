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
    fixture.componentRef.setInput('lead', aLead());
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
