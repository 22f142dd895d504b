import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { ContactCreate, type LeadRead } from '@leadlog/contracts/lead';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Icon } from '../../../../icon/icon';
import { MAX_EMAILS } from '../../../new-lead/email-rows/email-rows';
import { contactEdit, knownContact, toInput } from '../../writing/lead-edit';
import { type ContactInput, setContact } from '../../writing/lead-write';
import { LeadSaver } from '../../writing/lead-saver';
import { Refusals } from '../../writing/refusals';
import { Saving } from '../../writing/saving';
import { SavingNotice } from '../../writing/saving-notice/saving-notice';
import { UnsavedEdits } from '../../writing/unsaved-edits';

const LISTED_AT_ONCE = 5;

/** Which e-mail is edited: its place in the list; one past the end is a new one. */
interface Editing {
  base: LeadRead;
  index: number;
}

/** The contact's e-mails, each changed by itself: the others stay as they are, whoever changes them. */
@Component({
  selector: 'app-email-list',
  imports: [Icon, NgTemplateOutlet, ReactiveFormsModule, SavingNotice, TranslocoDirective],
  templateUrl: './email-list.html',
  styleUrl: './email-list.scss',
})
export class EmailList {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly transloco = inject(TranslocoService);
  private readonly saver = inject(LeadSaver);
  protected readonly saving = new Saving();
  /** For what is done by one click. */
  protected readonly clicking = new Saving();
  protected retry: () => void = () => undefined;

  readonly lead = input.required<LeadRead>();
  readonly readonly = input(false);

  protected readonly max = MAX_EMAILS;
  protected readonly entry = new FormControl('', { nonNullable: true });
  private readonly entered = toSignal(this.entry.valueChanges, { initialValue: '' });
  private readonly edited = signal<Editing | null>(null);

  protected readonly emails = computed(() => knownContact(this.lead())?.emails ?? []);
  /** A long list is shown as a whole on request: it would push everything else away. */
  protected readonly all = signal(false);
  protected readonly listed = computed(() =>
    this.all() || this.emails().length <= LISTED_AT_ONCE + 1
      ? this.emails()
      : this.emails().slice(0, LISTED_AT_ONCE),
  );
  protected readonly editing = computed(() => (this.readonly() ? null : this.edited()));
  protected readonly isAdding = computed(() => {
    const editing = this.editing();
    return editing !== null && editing.index === emailsOf(editing.base).length;
  });
  /** The number of the e-mail that is edited, as long as it is still there. */
  protected readonly editedId = computed(() => {
    const editing = this.editing();
    return editing && (emailsOf(editing.base)[editing.index]?.id ?? null);
  });
  private readonly contact = computed(() => {
    const editing = this.editing();
    return editing && withEmail(editing, this.entered());
  });
  private readonly refusals = new Refusals(ContactCreate, this.contact, this.saving);
  protected readonly error = computed(() => {
    // One e-mail is edited: a repeat is its fault, at whichever of the two it is told.
    const pointers = (this.contact()?.emails ?? []).map((_, index) => `/emails/${index}/value`);
    const refused = pointers.map((pointer) => this.refusals.at(pointer)).find(Boolean);
    return refused ?? this.refusals.elsewhere(pointers);
  });

  constructor() {
    inject(UnsavedEdits).watch(() => this.editing() !== null && this.entry.dirty);
  }

  protected start(index: number): void {
    this.entry.reset(this.emails()[index]?.value ?? '');
    this.edited.set({ base: this.lead(), index });
    this.refusals.submitted.set(false);
    this.saving.error.set(null);
    this.focusOnceRendered('input');
  }

  protected cancel(): void {
    const id = this.editedId();
    this.edited.set(null);
    this.focusOnceRendered(id === null ? '.add' : `[data-edit="${id}"]`);
  }

  protected async save(): Promise<void> {
    const editing = this.editing();
    const contact = this.contact();
    if (editing === null || contact === null) return;
    if (!this.entry.dirty) return this.cancel();
    this.refusals.submitted.set(true);
    const saved =
      this.refusals.valid() && (await this.store(editing.base, contact, 'emailSaved', this.saving));
    if (saved) this.cancel();
    else this.focusOnceRendered('input');
  }

  protected makePrimary(id: number): void {
    const contact = this.with((emails) =>
      emails.map((email) => ({ ...email, is_primary: email.id === id })),
    );
    this.click(() => this.store(this.lead(), contact, 'primarySaved', this.clicking));
    this.focusOnceRendered(`[data-edit="${id}"]`);
  }

  protected remove(id: number): void {
    const contact = this.with((emails) => emails.filter((email) => email.id !== id));
    this.click(async () => {
      if (await this.store(this.lead(), contact, 'emailRemoved', this.clicking))
        this.focusOnceRendered('.add');
    });
  }

  private click(change: () => Promise<unknown>): void {
    this.retry = () => void change();
    void change();
  }

  private async store(
    base: LeadRead,
    contact: ContactInput,
    told: string,
    saving: Saving,
  ): Promise<boolean> {
    const before = knownContact(base);
    const saved = await this.saver.save(contactEdit(base, contact), saving);
    if (saved === null) return false;
    const message = this.transloco.translate(`contact.${told}`);
    this.saver.offerUndo(message, saved, setContact(before && toInput(before)));
    return true;
  }

  private with(change: (emails: Emails) => Emails): ContactInput {
    const contact = knownContact(this.lead());
    if (contact === null) throw new Error('there is no contact');
    return toInput({ ...contact, emails: change(contact.emails) });
  }

  private focusOnceRendered(selector: string): void {
    const focus = () => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}

type Emails = { id: number; value: string; is_primary: boolean }[];

const emailsOf = (lead: LeadRead): Emails => knownContact(lead)?.emails ?? [];

/** The contact with one e-mail that reads differently, or a new one at the end. */
function withEmail({ base, index }: Editing, value: string): ContactInput | null {
  const contact = knownContact(base);
  if (contact === null) return null;
  const input = toInput(contact);
  const emails = (input.emails ?? []).map((email, at) =>
    at === index ? { ...email, value } : email,
  );
  const added = index === emails.length ? [{ value, is_primary: emails.length === 0 }] : [];
  return { ...input, emails: [...emails, ...added] };
}
