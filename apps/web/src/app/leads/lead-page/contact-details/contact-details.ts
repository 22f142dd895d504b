import { Component, computed, input } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import { TranslocoDirective } from '@jsverse/transloco';
import { contactLines, isErased } from '../../contact';

@Component({
  selector: 'app-contact-details',
  imports: [TranslocoDirective],
  templateUrl: './contact-details.html',
  styleUrl: './contact-details.scss',
})
export class ContactDetails {
  readonly contact = input.required<LeadRead['primary_contact']>();

  protected readonly person = computed(() => {
    const contact = this.contact();
    if (contact === null || isErased(contact)) return null;
    return { ...contact, name: contactLines(contact).name };
  });

  /** RFC 3966 knows no spaces and brackets. */
  protected dial(phone: string): string {
    return `tel:${phone.replace(/[^\d+]/g, '')}`;
  }
}
