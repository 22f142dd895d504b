import { inject, Service } from '@angular/core';
import type { Change, HistoryEntry } from '@leadlog/contracts/history';
import { TranslocoService } from '@jsverse/transloco';
import { Language } from '../../../i18n/language';
import { FieldTexts, isEmpty } from '../field-texts';
import { contactChanges } from './contact-changes';

/** The API contract: who wrote without naming themselves. */
const ANONYMOUS = 'anonymous';

/** An activity that was logged within this time was logged as it happened. */
const SOON_MS = 60_000;

/** The field whose change the sentence itself tells. */
const IN_HEADLINE: Partial<Record<HistoryEntry['type'], string>> = {
  StatusChanged: 'status',
  LeadAssigned: 'owner',
  ActivityLogged: 'last_activity_at',
  LeadArchived: 'archived',
  LeadRestored: 'archived',
  PersonalDataErased: 'primary_contact',
};

/** Tells in the chosen language what an entry of the history says. */
@Service()
export class HistorySentences {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly texts = inject(FieldTexts);

  /** What happened, as one sentence. */
  headline(entry: HistoryEntry): string {
    const field = IN_HEADLINE[entry.type];
    const told = entry.changes.find((change) => change.field === field);
    return this.transloco.translate(`history.${this.headlineKey(entry, told)}`, {
      actor: this.actor(entry),
      from: this.texts.value(field ?? '', told?.from),
      to: this.texts.value(field ?? '', told?.to),
    });
  }

  private actor({ actor }: HistoryEntry): string {
    return actor === ANONYMOUS ? this.transloco.translate('history.anonymous') : actor;
  }

  private headlineKey({ type, data, changes }: HistoryEntry, told: Change | undefined): string {
    if (type === 'LeadAssigned' && isEmpty(told?.to)) return 'unassigned';
    if (type === 'PrimaryContactSet' && !isEmpty(changes[0]?.from)) return 'contactChanged';
    const kind = `logged.${String(data['kind'])}`;
    if (type === 'ActivityLogged' && this.language.find(`history.${kind}`)) return kind;
    return this.language.find(`history.${type}`) ? type : 'other';
  }

  /** What else changed, field by field; where nothing was before, only what is new. */
  details(entry: HistoryEntry): string[] {
    const { type } = entry;
    const more = entry.changes.filter(({ field }) => field !== IN_HEADLINE[type]);
    if (type === 'ActivityLogged') return [...this.happenedAt(entry), ...this.facts(more)];
    return type === 'LeadCreated' ? this.facts(more) : more.flatMap((change) => this.told(change));
  }

  /** When an activity was, unless it was logged at once. */
  private happenedAt({ data, recorded_at }: HistoryEntry): string[] {
    const at = String(data['occurred_at']);
    if (!(Math.abs(Date.parse(recorded_at) - Date.parse(at)) >= SOON_MS)) return [];
    return [
      this.transloco.translate('history.happened', { at: this.texts.value('occurred_at', at) }),
    ];
  }

  private facts(changes: Change[]): string[] {
    return changes.filter(({ to }) => !isEmpty(to)).map((change) => this.detail('fact', change));
  }

  private told(change: Change): string[] {
    const parts =
      change.field === 'primary_contact' ? contactChanges(change.from, change.to) : null;
    if (parts === null) return [this.detail('change', change)];
    return parts.map((part) =>
      part.kind === 'change'
        ? this.detail('change', part)
        : this.transloco.translate(`history.${part.kind}`, { email: part.email }),
    );
  }

  priority({ priority: { before, after } }: HistoryEntry): string {
    if (before === null) return this.transloco.translate('history.initially', { after });
    const key = before === after ? 'history.unchanged' : 'history.moved';
    return this.transloco.translate(key, { before, after });
  }

  private detail(key: string, { field, from, to }: Change): string {
    return this.transloco.translate(`history.${key}`, {
      field: this.texts.label(field),
      from: this.texts.value(field, from),
      to: this.texts.value(field, to),
    });
  }
}
