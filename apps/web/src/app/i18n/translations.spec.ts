import { PROBLEMS } from '@leadlog/contracts/problem';
import {
  ACTIVITY_KINDS,
  EVENT_TYPES,
  INDUSTRIES,
  PRIORITY_CRITERIA,
  STATUSES,
} from '@leadlog/domain/vocabulary';
import { de as boardDe } from '../board/texts/de';
import { en as boardEn } from '../board/texts/en';
import { de } from './de';
import { de as importDe } from '../imports/texts/de';
import { en as importEn } from '../imports/texts/en';
import { de as duplicatesDe } from '../leads/duplicates/texts/de';
import { en as duplicatesEn } from '../leads/duplicates/texts/en';
import { de as viewsDe } from '../leads/lead-list/saved-views-menu/texts/de';
import { en as viewsEn } from '../leads/lead-list/saved-views-menu/texts/en';
import { de as leadPageDe } from '../leads/lead-page/texts/de';
import { en as leadPageEn } from '../leads/lead-page/texts/en';
import { de as overviewDe } from '../overview/texts/de';
import { en as overviewEn } from '../overview/texts/en';
import { de as teamDe } from '../team/texts/de';
import { en as teamEn } from '../team/texts/en';
import { en } from './en';

interface Texts {
  [key: string]: string | Texts;
}

function flat(texts: Texts, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

const placeholders = (text = '') => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

describe('translations', () => {
  const english = flat({
    ...en,
    ...leadPageEn,
    ...boardEn,
    ...overviewEn,
    ...teamEn,
    ...importEn,
    ...duplicatesEn,
    ...viewsEn,
  });
  const german = flat({
    ...de,
    ...leadPageDe,
    ...boardDe,
    ...overviewDe,
    ...teamDe,
    ...importDe,
    ...duplicatesDe,
    ...viewsDe,
  });

  it('have the same keys in German and English', () => {
    expect([...german.keys()]).toEqual([...english.keys()]);
  });

  it('are nowhere empty', () => {
    expect([...english, ...german].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('name the same placeholders', () => {
    const differing = [...english.keys()].filter(
      (key) => `${placeholders(english.get(key))}` !== `${placeholders(german.get(key))}`,
    );
    expect(differing).toEqual([]);
  });

  it('have a text for every word of the domain and every problem of the contract', () => {
    const wanted = [
      ...STATUSES.map((word) => `status.${word}`),
      ...INDUSTRIES.map((word) => `industry.${word}`),
      ...PRIORITY_CRITERIA.map((word) => `priority.criterion.${word}`),
      ...ACTIVITY_KINDS.map((word) => `activity.${word}`),
      ...EVENT_TYPES.map((word) => `history.${word}`),
      ...Object.keys(PROBLEMS).map((word) => `problem.titles.${word}`),
    ];
    expect(wanted.filter((key) => !english.has(key))).toEqual([]);
  });
});
