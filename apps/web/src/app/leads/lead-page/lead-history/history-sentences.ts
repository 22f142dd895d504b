import { inject, Service } from '@angular/core';
import type { Change, HistoryEntry } from '@leadlog/contracts/history';
import { TranslocoService } from '@jsverse/transloco';
import { Formats } from '../../../i18n/formats';
import { Language } from '../../../i18n/language';

/** The API contract: who wrote without naming themselves. */
const ANONYMOUS = 'anonymous';

/** The field whose change the sentence itself tells. */
const IN_HEADLINE: Partial<Record<HistoryEntry['type'], string>> = {
  StatusChanged: 'status',
  LeadAssigned: 'owner',
  ActivityLogged: 'last_activity_at',
  LeadArchived: 'archived',
  LeadRestored: 'archived',
};

/** Tells in the chosen language what an entry of the history says. */
@Service()
export class HistorySentences {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** What happened, as one sentence. */
  headline(entry: HistoryEntry): string {
    const { actor, changes, data } = entry;
    const field = IN_HEADLINE[entry.type];
    const told = changes.find((change) => change.field === field);
    return this.transloco.translate(`history.${this.headlineKey(entry, told)}`, {
      actor: actor === ANONYMOUS ? this.transloco.translate('history.anonymous') : actor,
      from: this.value(field ?? '', told?.from),
      to: this.value(field ?? '', told?.to),
      kind: this.value('activity', data['kind']),
      at: this.value('occurred_at', data['occurred_at']),
    });
  }

  private headlineKey({ type }: HistoryEntry, told: Change | undefined): string {
    if (type === 'LeadAssigned' && isEmpty(told?.to)) return 'unassigned';
    return this.language.find(`history.${type}`) ? type : 'other';
  }

  /** What else changed, field by field; where nothing was before, only what is new. */
  details({ type, changes }: HistoryEntry): string[] {
    const more = changes.filter(({ field }) => field !== IN_HEADLINE[type]);
    if (type !== 'LeadCreated' && type !== 'ActivityLogged')
      return more.map((change) => this.detail('change', change));
    return more.filter(({ to }) => !isEmpty(to)).map((change) => this.detail('fact', change));
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
