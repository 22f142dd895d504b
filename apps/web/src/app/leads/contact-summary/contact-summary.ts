import { Component, computed, inject, input } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import { Language } from '../../i18n/language';
import { contactLines, isErased } from '../contact';

/** A contact in two lines: the name and the primary e-mail. */
@Component({
  selector: 'app-contact-summary',
  template: `@if (lines(); as known) {
      <span class="truncate" dir="auto" [title]="known.name ?? ''">{{ known.name ?? '–' }}</span>
      <span class="muted truncate second" [title]="known.email ?? ''">{{
        known.email ?? '–'
      }}</span>
    } @else {
      <span class="muted truncate">{{
        language.text(contact() ? 'lead.erased' : 'leads.noContact')
      }}</span>
    }`,
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
  protected readonly language = inject(Language);

  readonly contact = input.required<LeadRead['primary_contact']>();

  protected readonly lines = computed(() => {
    const contact = this.contact();
    return contact === null || isErased(contact) ? null : contactLines(contact);
  });
}
