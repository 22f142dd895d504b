import { computed, inject, Service, type Signal } from '@angular/core';
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

  // Each is made where it is first needed: all of them take longer than many a row of a list.
  private readonly numbers = this.make((code) => new Intl.NumberFormat(code));
  private readonly tenths = this.make(
    (code) => new Intl.NumberFormat(code, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  );
  private readonly percents = this.make(
    (code) => new Intl.NumberFormat(code, { style: 'percent' }),
  );
  private readonly plurals = this.make((code) => new Intl.PluralRules(code));
  private readonly distances = this.make(
    (code) => new Intl.RelativeTimeFormat(code, { numeric: 'auto' }),
  );
  private readonly dates = this.makeForTimes({ dateStyle: 'medium' });
  private readonly dateTimes = this.makeForTimes({ dateStyle: 'medium', timeStyle: 'short' });
  private readonly weekdays = this.makeForTimes({ weekday: 'long' });
  private readonly shortWeekdays = this.makeForTimes({ weekday: 'short' });
  private readonly daysAndMonths = this.makeForTimes({ day: 'numeric', month: 'short' });

  number(value: number): string {
    return this.numbers().format(value);
  }

  /** With one digit after the comma. */
  rounded(value: number): string {
    return this.tenths().format(value);
  }

  /** Of a share from 0 to 1. */
  percent(share: number): string {
    return this.percents().format(share);
  }

  /** The key under which the translations hold the form for this many: `one` or `other`. */
  plural(count: number): string {
    return this.plurals().select(count);
  }

  date(time: string): string {
    return this.dates().format(new Date(time));
  }

  dateTime(time: string): string {
    return this.dateTimes().format(new Date(time));
  }

  /** "5 Oct". */
  dayAndMonth(time: string): string {
    return this.daysAndMonths().format(new Date(time));
  }

  /** A day to come, by the name that it goes by: "Friday" within a week, later "3 Dec". */
  day(time: string, length: 'long' | 'short' = 'long', now = Date.now()): string {
    const isThisWeek = Date.parse(time) - now < 6 * DAY_MS;
    if (!isThisWeek) return this.dayAndMonth(time);
    return (length === 'long' ? this.weekdays() : this.shortWeekdays()).format(new Date(time));
  }

  /** "3 days ago", "in 2 weeks". */
  relative(time: string, now = Date.now()): string {
    const distance = Date.parse(time) - now;
    const [unit, length] = UNITS.find(([, ms]) => Math.abs(distance) >= ms) ?? [
      'second',
      SECOND_MS,
    ];
    return this.distances().format(Math.trunc(distance / length), unit);
  }

  private make<T>(format: (code: string) => T): Signal<T> {
    return computed(() => format(this.language.current()));
  }

  private makeForTimes(options: Intl.DateTimeFormatOptions): Signal<Intl.DateTimeFormat> {
    return this.make((code) => new Intl.DateTimeFormat(code, options));
  }
}
