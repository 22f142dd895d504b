import { inject, Service } from '@angular/core';
import type { Problem } from '@leadlog/contracts/problem';
import { TranslocoService } from '@jsverse/transloco';
import { Language } from '../i18n/language';
import { problemOf, statusOf } from './problem';

/** Says in the chosen language why a request failed. */
@Service()
export class Reasons {
  private readonly language = inject(Language);
  private readonly transloco = inject(TranslocoService);

  of(error: unknown): string {
    const problem = problemOf(error);
    if (problem !== null)
      return this.transloco.translate('problem.because', {
        title: this.title(problem),
        detail: problem.detail,
      });
    const status = statusOf(error);
    return status === 0
      ? this.transloco.translate('problem.unreachable')
      : this.transloco.translate('problem.unexpected', { status });
  }

  /** The kind of problem in the chosen language; the server's words for one that is new to us. */
  private title({ type, title }: Problem): string {
    return this.language.find(`problem.titles.${type.slice(type.lastIndexOf('/') + 1)}`) ?? title;
  }
}
