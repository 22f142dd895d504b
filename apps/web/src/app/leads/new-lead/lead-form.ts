import {
  type AbstractControl,
  FormArray,
  FormControl,
  FormGroup,
  type ValidationErrors,
} from '@angular/forms';
import { type FieldError, fieldErrors } from '@leadlog/contracts/field-errors';
import { LeadCreate, type LeadCreateInput } from '@leadlog/contracts/lead';
import type { Industry, Status } from '@leadlog/domain/vocabulary';

const text = () => new FormControl('', { nonNullable: true });

/** The form of a new lead; valid exactly where the contract accepts what it would send. */
export function leadForm() {
  return new FormGroup(
    {
      name: text(),
      domain: text(),
      status: new FormControl<Status>('new', { nonNullable: true }),
      employee_count: text(),
      industry: new FormControl<Industry | ''>('', { nonNullable: true }),
      last_activity_at: text(),
      owner: text(),
      has_contact: new FormControl(false, { nonNullable: true }),
      primary_contact: contactForm(),
    },
    { validators: contractValidator },
  );
}
export type LeadForm = ReturnType<typeof leadForm>;
export type LeadFormValue = ReturnType<LeadForm['getRawValue']>;

function contactForm() {
  return new FormGroup({
    first_name: text(),
    last_name: text(),
    phone: text(),
    emails: new FormArray<FormControl<string>>([]),
    /** Index of the primary e-mail: an index cannot point at two. */
    primary: new FormControl(0, { nonNullable: true }),
  });
}
export type ContactForm = ReturnType<typeof contactForm>;

/** The rules stand in the contract alone; its errors become the form's, under `contract`. */
function contractValidator(form: AbstractControl): ValidationErrors | null {
  const errors = refusedBy(toBody((form as LeadForm).getRawValue()));
  return errors.length > 0 ? { contract: errors } : null;
}

function refusedBy(body: LeadCreateInput): FieldError[] {
  const result = LeadCreate.safeParse(body, { reportInput: true });
  return result.success ? [] : fieldErrors(result.error.issues);
}

/** What would be sent; nothing in the form is quietly mended on its way. */
export function toBody(form: LeadFormValue): LeadCreateInput {
  return {
    name: form.name,
    domain: form.domain || null,
    status: form.status,
    employee_count: toWholeNumber(form.employee_count.trim()),
    industry: form.industry || null,
    last_activity_at: toUtc(form.last_activity_at),
    owner: form.owner || null,
    primary_contact: form.has_contact ? toContact(form.primary_contact) : null,
  };
}

function toContact({ primary, emails, ...person }: LeadFormValue['primary_contact']) {
  return {
    first_name: person.first_name || null,
    last_name: person.last_name || null,
    phone: person.phone || null,
    emails: emails.map((value, index) => ({ value, is_primary: index === primary })),
  };
}

/** Digits alone: "1.000" is a thousand to some and one to others, and is refused. */
export function toWholeNumber(entered: string): number | null {
  if (entered === '') return null;
  return /^\d+$/.test(entered) ? Number(entered) : NaN;
}

/** The local time of a `datetime-local` field in UTC. */
export function toUtc(local: string): string | null {
  if (local === '') return null;
  const time = new Date(local);
  return Number.isNaN(time.getTime()) ? local : time.toISOString();
}

export function addEmail({ emails }: ContactForm['controls']): void {
  emails.push(text());
  emails.markAsDirty();
}

/** The primary e-mail stays the one it was; where it is removed itself, the first takes over. */
export function removeEmail({ emails, primary }: ContactForm['controls'], index: number): void {
  emails.removeAt(index);
  emails.markAsDirty();
  const before = primary.value;
  primary.setValue(index === before ? 0 : before - (index < before ? 1 : 0));
}

/** The control that an RFC 6901 pointer into the body names, or null. */
export function controlAt(form: LeadForm, pointer: string): AbstractControl | null {
  const path = pointer
    .replace(/(emails\/\d+)\/(value|is_primary)$/, '$1')
    .split('/')
    .slice(1);
  return path.length > 0 ? form.get(path) : null;
}
