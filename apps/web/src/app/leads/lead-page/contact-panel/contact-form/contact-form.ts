import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { ContactCreate, type LeadRead } from '@leadlog/contracts/lead';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { map } from 'rxjs';
import { Field, FieldControl } from '../../../field/field';
import { FieldTexts } from '../../field-texts';
import { contactEdit, knownContact, toInput } from '../../writing/lead-edit';
import { type ContactInput, setContact } from '../../writing/lead-write';
import { LeadSaver } from '../../writing/lead-saver';
import { Refusals } from '../../writing/refusals';
import { Saving } from '../../writing/saving';
import { UnsavedEdits } from '../../writing/unsaved-edits';

const PERSON_FIELDS = ['first_name', 'last_name', 'phone'] as const;
type PersonField = (typeof PERSON_FIELDS)[number];

const text = () => new FormControl('', { nonNullable: true });

/** The names and phone of the contact, with a first e-mail where there is no contact yet. */
@Component({
  selector: 'app-contact-form',
  imports: [Field, FieldControl, ReactiveFormsModule, TranslocoDirective],
  templateUrl: './contact-form.html',
  styleUrl: './contact-form.scss',
})
export class ContactForm {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly transloco = inject(TranslocoService);
  private readonly saver = inject(LeadSaver);
  private readonly texts = inject(FieldTexts);
  protected readonly saving = new Saving();

  readonly lead = input.required<LeadRead>();
  readonly closed = output();

  protected readonly fields = PERSON_FIELDS;
  protected readonly form = new FormGroup({
    first_name: text(),
    last_name: text(),
    phone: text(),
    email: text(),
  });
  private readonly value = toSignal(
    this.form.valueChanges.pipe(map(() => this.form.getRawValue())),
    { initialValue: this.form.getRawValue() },
  );
  /** The lead as it was when editing began. */
  private readonly base = linkedSignal<LeadRead, LeadRead>({
    source: () => this.lead(),
    computation: (lead, before) => before?.value ?? lead,
  });
  protected readonly known = computed(() => knownContact(this.base()));
  private readonly contact = computed<ContactInput>(() => {
    const { email, ...person } = this.value();
    const known = this.known();
    return {
      first_name: person.first_name.trim() || null,
      last_name: person.last_name.trim() || null,
      phone: person.phone.trim() || null,
      emails: known
        ? toInput(known).emails
        : email.trim()
          ? [{ value: email, is_primary: true }]
          : [],
    };
  });
  protected readonly refusals = new Refusals(ContactCreate, this.contact, this.saving);
  protected readonly onTop = computed(
    () => this.refusals.at('') ?? this.refusals.elsewhere(this.pointers()),
  );
  private readonly pointers = computed(() => [...PERSON_FIELDS.map((it) => `/${it}`), EMAIL]);

  constructor() {
    inject(UnsavedEdits).watch(() => this.form.dirty);
    afterNextRender(() => {
      this.form.patchValue(textsOf(this.known()));
      this.focus('input');
    });
  }

  /** What somebody else has made of a field while it is edited here. */
  protected meanwhile(field: PersonField): string {
    const now = knownContact(this.lead())?.[field] ?? null;
    if (now === (this.known()?.[field] ?? null)) return '';
    const value = this.texts.value(field, now);
    return this.transloco.translate('fact.meanwhile', { value });
  }

  protected async save(): Promise<void> {
    if (!this.form.dirty) return this.closed.emit();
    this.refusals.submitted.set(true);
    if (!this.refusals.valid()) return this.focusError();
    const saved = await this.saver.save(contactEdit(this.base(), this.contact()), this.saving);
    if (saved === null) return this.focusError();
    this.form.markAsPristine();
    const known = this.known();
    const message = this.transloco.translate('contact.saved');
    this.saver.offerUndo(message, saved, setContact(known && toInput(known)));
    this.closed.emit();
  }

  private focusError(): void {
    afterNextRender(() => this.focus('[aria-invalid="true"], [role="alert"]'), {
      injector: this.injector,
    });
  }

  private focus(selector: string): void {
    this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
  }
}

const EMAIL = '/emails/0/value';

const textsOf = (contact: Partial<Record<PersonField, string | null>> | null) => ({
  first_name: contact?.first_name ?? '',
  last_name: contact?.last_name ?? '',
  phone: contact?.phone ?? '',
});
