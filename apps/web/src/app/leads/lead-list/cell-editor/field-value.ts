import type { LeadRead } from '@leadlog/contracts/lead';
import type { TranslocoService } from '@jsverse/transloco';
import type { EditableField } from '../../lead-edits';

type Value = LeadRead[EditableField];

export const toText = (value: Value): string => (value === null ? '' : String(value));

/** What an entry stands for; nothing is null. What is no whole number is NaN, which no contract takes. */
export function toValue(field: EditableField, text: string): Value | string {
  const entered = text.trim();
  if (field === 'name') return entered;
  if (entered === '') return null;
  if (field === 'domain') return entered.toLowerCase();
  if (field !== 'employee_count') return entered;
  return /^\d+$/.test(entered) ? Number(entered) : NaN;
}

/** A value as it is to be read. */
export function shownValue(field: EditableField, value: Value, texts: TranslocoService): string {
  if (value === null || value === '') return texts.translate('history.nothing');
  return field === 'industry' ? texts.translate(`industry.${value}`) : String(value);
}
