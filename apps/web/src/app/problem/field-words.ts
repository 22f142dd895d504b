import { inject, Service } from '@angular/core';
import type { FieldError } from '@leadlog/contracts/field-errors';
import type { ProblemError } from '@leadlog/contracts/problem';
import { TranslocoService } from '@jsverse/transloco';
import { Formats } from '../i18n/formats';
import { Language } from '../i18n/language';

/** Says in the chosen language what is wrong with a field. */
@Service()
export class FieldWords {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  of({ code, limits }: FieldError): string {
    const key = `errors.${this.language.find(`errors.${code}`) ? code : 'invalid'}`;
    const shown = Object.entries(limits).map(([name, limit]) => [
      name,
      typeof limit === 'number' ? this.formats.number(limit) : limit,
    ]);
    return this.transloco.translate(key, Object.fromEntries(shown));
  }

  /** The server names no limits beside its code: a rule that has some is told in its own words. */
  ofServer({ code, detail }: ProblemError): string {
    const text = this.language.find(`errors.${code}`);
    return text === null || text.includes('{{') ? detail : text;
  }
}
