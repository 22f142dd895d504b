import { industryOfWord, statusOfWord } from './import-words';

/*
 * What the text of a cell means, as the contract's schema takes it. What means nothing that is known
 * stays as it is, so that the schema says what is wrong with it.
 */

const GROUPED = /^\d{1,3}(?:([.,'’ \u00a0\u202f])\d{3})(?:\1\d{3})*$/;

/** A number of employees: digits, perhaps in groups of three, as `1.200` and `1,200`. */
export function wholeNumber(text: string): number | string {
  if (/^\d+$/.test(text)) return Number(text);
  return GROUPED.test(text) ? Number(text.replace(/\D/g, '')) : text;
}

/** A moment: a day, `2026-11-20` or `20.11.2026`, is its beginning in UTC. */
export function moment(text: string): string {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const date = day && month ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : date;
}

/** A host name, of which files often have the address of its website. */
export function hostName(text: string): string {
  const [, host] = /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(text) ?? [];
  return host ?? text;
}

export const status = (text: string): string => statusOfWord(text) ?? text;

export const industry = (text: string): string => industryOfWord(text) ?? text;

/** E-mails, the primary one first. None of them has a blank, a comma or a semicolon in it. */
export function emails(text: string): { value: string; is_primary: boolean }[] {
  const values = text.split(/[\s,;]+/).filter((value) => value !== '');
  return values.map((value, index) => ({ value, is_primary: index === 0 }));
}

/** First and last name of a person: `Ada Lovelace` or `Lovelace, Ada`. One name alone is the last. */
export function personName(text: string): { first: string; last: string } {
  const [, family, given] = /^([^,]+),([^,]+)$/.exec(text) ?? [];
  if (family && given) return { first: given.trim(), last: family.trim() };
  const at = text.search(/\s\S+$/);
  return { first: text.slice(0, Math.max(at, 0)).trim(), last: text.slice(at + 1).trim() };
}
