import { inject, Service } from '@angular/core';
import type { Change, HistoryEntry } from '@leadlog/contracts/history';
import { TranslocoService } from '@jsverse/transloco';
import { Language } from '../../../i18n/language';
import { FieldTexts, isEmpty } from '../field-texts';

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
  private readonly texts = inject(FieldTexts);

  /** What happened, as one sentence. */
  headline(entry: HistoryEntry): string {
    const { actor, changes, data } = entry;
    const field = IN_HEADLINE[entry.type];
    const told = changes.find((change) => change.field === field);
    return this.transloco.translate(`history.${this.headlineKey(entry, told)}`, {
      actor: actor === ANONYMOUS ? this.transloco.translate('history.anonymous') : actor,
      from: this.texts.value(field ?? '', told?.from),
      to: this.texts.value(field ?? '', told?.to),
      kind: this.texts.value('activity', data['kind']),
      at: this.texts.value('occurred_at', data['occurred_at']),
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
      field: this.texts.label(field),
      from: this.texts.value(field, from),
      to: this.texts.value(field, to),
    });
  }
}
