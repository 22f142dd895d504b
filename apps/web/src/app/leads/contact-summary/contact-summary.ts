import { Component, computed, input } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import { TranslocoDirective } from '@jsverse/transloco';
import { contactLines, isErased } from '../contact';

/** A contact in two lines: the name and the primary e-mail. */
@Component({
  selector: 'app-contact-summary',
  imports: [TranslocoDirective],
  template: `<ng-container *transloco="let t">
    @if (lines(); as known) {
      <span class="truncate" dir="auto" [title]="known.name ?? ''">{{ known.name ?? '–' }}</span>
      <span class="muted truncate second" [title]="known.email ?? ''">{{
        known.email ?? '–'
      }}</span>
    } @else {
      <span class="muted truncate">{{ t(contact() ? 'lead.erased' : 'leads.noContact') }}</span>
    }
  </ng-container>`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      line-height: 18px;
    }
    /* Where rows are dense, the name alone. */
    .second {
      display: var(--second-line, block);
    }
  `,
})
export class ContactSummary {
  readonly contact = input.required<LeadRead['primary_contact']>();

  protected readonly lines = computed(() => {
    const contact = this.contact();
    return contact === null || isErased(contact) ? null : contactLines(contact);
  });
}
