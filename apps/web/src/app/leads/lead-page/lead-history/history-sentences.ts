import { inject, Service } from '@angular/core';
import type { Change, HistoryEntry } from '@leadlog/contracts/history';
import { TranslocoService } from '@jsverse/transloco';
import { Formats } from '../../../i18n/formats';
import { Language } from '../../../i18n/language';

/** The API contract: who wrote without naming themselves. */
const ANONYMOUS = 'anonymous';

/** Tells in the chosen language what an entry of the history says. */
@Service()
export class HistorySentences {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** What happened, as one sentence. */
  headline({ type, actor, changes }: HistoryEntry): string {
    const key = this.language.find(`history.${type}`) ? type : 'other';
    const status = changes.find(({ field }) => field === 'status');
    return this.transloco.translate(`history.${key}`, {
      actor: actor === ANONYMOUS ? this.transloco.translate('history.anonymous') : actor,
      from: this.value('status', status?.from),
      to: this.value('status', status?.to),
    });
  }

  /** What else changed, field by field; at a creation what was known from the start. */
  details({ type, changes }: HistoryEntry): string[] {
    if (type === 'LeadCreated')
      return changes.filter(({ to }) => !isEmpty(to)).map((change) => this.detail('fact', change));
    const inHeadline = type === 'StatusChanged' ? 'status' : null;
    return changes
      .filter(({ field }) => field !== inHeadline)
      .map((change) => this.detail('change', change));
  }

  priority({ priority: { before, after } }: HistoryEntry): string {
    if (before === null) return this.transloco.translate('history.initially', { after });
    const key = before === after ? 'history.unchanged' : 'history.moved';
    return this.transloco.translate(key, { before, after });
  }

  private detail(key: string, { field, from, to }: Change): string {
    return this.transloco.translate(`history.${key}`, {
      field: this.language.find(`lead.${nameOf(field)}`) ?? field,
      from: this.value(field, from),
      to: this.value(field, to),
    });
  }

  private value(field: string, value: unknown): string {
    if (isEmpty(value)) return this.transloco.translate('history.nothing');
    if (Array.isArray(value)) return value.map((one) => this.value(field, one)).join(', ');
    if (typeof value === 'object') return this.person(value as Record<string, unknown>);
    if (typeof value === 'number') return this.formats.number(value);
    const name = nameOf(field);
    if (name.endsWith('_at')) return this.formats.dateTime(String(value));
    return this.language.find(`${name}.${String(value)}`) ?? String(value);
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

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length);

/** `primary_contact.phone` is called what `phone` is called. */
const nameOf = (field: string): string => field.slice(field.search(/[^./]*$/));
