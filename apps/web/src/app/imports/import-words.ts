import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language } from '../i18n/language';
import { problemOf } from '../problem/problem';
import { Reasons } from '../problem/reasons';

interface Coded {
  code: string;
  /** In English, for a rule that is new to us. */
  detail: string;
}

/** Says in the chosen language why a row, or a file as a whole, was not taken. */
@Service()
export class ImportWords {
  private readonly language = inject(Language);
  private readonly reasons = inject(Reasons);
  private readonly transloco = inject(TranslocoService);

  ofRow({ code, detail }: Coded): string {
    this.transloco.activeLang();
    return this.language.find(`import.reasons.${code}`) ?? detail;
  }

  /** Why the server did not take the file. */
  ofRefusal(error: unknown): string {
    const errors = problemOf(error)?.errors ?? [];
    const words = errors.map(
      ({ code, detail }) => this.language.find(`import.refusals.${code}`) ?? detail,
    );
    return words.length > 0 ? [...new Set(words)].join(' ') : this.reasons.of(error);
  }
}
