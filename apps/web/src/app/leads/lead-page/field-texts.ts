import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Formats } from '../../i18n/formats';
import { Language } from '../../i18n/language';

/** Names fields of a lead and tells what they hold, in the chosen language. */
@Service()
export class FieldTexts {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  label(field: string): string {
    if (field.startsWith('email:')) return this.transloco.translate('lead.email');
    return this.language.find(`lead.${nameOf(field)}`) ?? field;
  }

  value(field: string, value: unknown): string {
    if (isEmpty(value)) return this.transloco.translate('history.nothing');
    if (Array.isArray(value)) return value.map((one) => this.value(field, one)).join(', ');
    if (typeof value === 'object') return this.person(value as Record<string, unknown>);
    if (typeof value === 'number') return this.formats.number(value);
    const name = nameOf(field);
    if (name.endsWith('_at')) return this.formats.dateTime(String(value));
    return this.language.find(`${name}.${String(value)}`) ?? String(value);
  }

  /** What a message says of a field that now holds something else. */
  saved(field: string, value: unknown): string {
    return this.transloco.translate('fact.saved', {
      field: this.label(field),
      value: this.value(field, value),
    });
  }

  /** A contact or an e-mail; what is erased has nothing left but that. */
  private person(parts: Record<string, unknown>): string {
    if (parts['erased'] === true) return this.transloco.translate('lead.erased');
    const { first_name, last_name, phone, emails, value } = parts;
    const name = [first_name, last_name].filter(Boolean).join(' ');
    const known = [name, phone, emails, value].filter((part) => !isEmpty(part));
    return known.map((part) => this.value('', part)).join(', ');
  }
}

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length);

/** `primary_contact.phone` is called what `phone` is called. */
const nameOf = (field: string): string => field.slice(field.search(/[^./]*$/));
