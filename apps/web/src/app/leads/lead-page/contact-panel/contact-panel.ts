import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Icon } from '../../../icon/icon';
import { contactLines } from '../../contact';
import { contactEdit, knownContact, toInput } from '../writing/lead-edit';
import { type ContactInput, setContact } from '../writing/lead-write';
import { LeadSaver } from '../writing/lead-saver';
import { Saving } from '../writing/saving';
import { SavingNotice } from '../writing/saving-notice/saving-notice';
import { ContactForm } from './contact-form/contact-form';
import { EmailList } from './email-list/email-list';

/** The lead's contact: to be called and written to by one click, and changed part by part. */
@Component({
  selector: 'app-contact-panel',
  imports: [ContactForm, EmailList, Icon, SavingNotice, TranslocoDirective],
  templateUrl: './contact-panel.html',
  styleUrl: './contact-panel.scss',
})
export class ContactPanel {
  private readonly injector = inject(Injector);
  private readonly transloco = inject(TranslocoService);
  private readonly saver = inject(LeadSaver);
  private readonly editButton = viewChild<ElementRef<HTMLButtonElement>>('editButton');
  protected readonly removing = new Saving();

  readonly lead = input.required<LeadRead>();
  readonly readonly = input(false);

  protected readonly editing = signal(false);
  protected readonly contact = computed(() => knownContact(this.lead()));
  protected readonly name = computed(() => {
    const contact = this.contact();
    return contact && contactLines(contact).name;
  });

  /** RFC 3966 knows no spaces and brackets. */
  protected dial(phone: string): string {
    return `tel:${phone.replace(/[^\d+]/g, '')}`;
  }

  protected stopEditing(): void {
    this.editing.set(false);
    this.focusEditButton();
  }

  protected async remove(): Promise<void> {
    const contact = this.contact();
    if (contact === null) return;
    const before: ContactInput = toInput(contact);
    const saved = await this.saver.save(contactEdit(this.lead(), null), this.removing);
    if (saved === null || saved.primary_contact !== null) return;
    const message = this.transloco.translate('contact.removed');
    this.saver.offerUndo(message, saved, setContact(before));
    this.focusEditButton();
  }

  private focusEditButton(): void {
    afterNextRender(() => this.editButton()?.nativeElement.focus(), { injector: this.injector });
  }
}
