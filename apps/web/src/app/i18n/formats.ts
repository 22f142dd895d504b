import { computed, inject, Service } from '@angular/core';
import { Language } from './language';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** From the coarsest down; a duration is told in the first unit of which it has at least one. */
const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['week', 7 * DAY_MS],
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
];

/** Numbers and times in the chosen language and the browser's time zone. */
@Service()
export class Formats {
  private readonly language = inject(Language);

  private readonly formats = computed(() => {
    const code = this.language.current();
    return {
      number: new Intl.NumberFormat(code),
      rounded: new Intl.NumberFormat(code, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
      percent: new Intl.NumberFormat(code, { style: 'percent' }),
      plural: new Intl.PluralRules(code),
      date: new Intl.DateTimeFormat(code, { dateStyle: 'medium' }),
      dateTime: new Intl.DateTimeFormat(code, { dateStyle: 'medium', timeStyle: 'short' }),
      weekday: new Intl.DateTimeFormat(code, { weekday: 'long' }),
      shortWeekday: new Intl.DateTimeFormat(code, { weekday: 'short' }),
      dayAndMonth: new Intl.DateTimeFormat(code, { day: 'numeric', month: 'short' }),
      relative: new Intl.RelativeTimeFormat(code, { numeric: 'auto' }),
    };
  });

  number(value: number): string {
    return this.formats().number.format(value);
  }

  /** With one digit after the comma. */
  rounded(value: number): string {
    return this.formats().rounded.format(value);
  }

  /** Of a share from 0 to 1. */
  percent(share: number): string {
    return this.formats().percent.format(share);
  }

  /** The key under which the translations hold the form for this many: `one` or `other`. */
  plural(count: number): string {
    return this.formats().plural.select(count);
  }

  date(time: string): string {
    return this.formats().date.format(new Date(time));
  }

  dateTime(time: string): string {
    return this.formats().dateTime.format(new Date(time));
  }

  /** "5 Oct". */
  dayAndMonth(time: string): string {
    return this.formats().dayAndMonth.format(new Date(time));
  }

  /** A day to come, by the name that it goes by: "Friday" within a week, later "3 Dec". */
  day(time: string, length: 'long' | 'short' = 'long', now = Date.now()): string {
    const { weekday, shortWeekday, dayAndMonth } = this.formats();
    const isThisWeek = Date.parse(time) - now < 6 * DAY_MS;
    if (!isThisWeek) return dayAndMonth.format(new Date(time));
    return (length === 'long' ? weekday : shortWeekday).format(new Date(time));
  }

  /** "3 days ago", "in 2 weeks". */
  relative(time: string, now = Date.now()): string {
    const distance = Date.parse(time) - now;
    const [unit, length] = UNITS.find(([, ms]) => Math.abs(distance) >= ms) ?? [
      'second',
      SECOND_MS,
    ];
    return this.formats().relative.format(Math.trunc(distance / length), unit);
  }
}
