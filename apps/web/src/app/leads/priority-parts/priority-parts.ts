import { Component, inject, input } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Formats } from '../../i18n/formats';

export type PriorityPart = LeadRead['priority_breakdown'][number];

/** The six parts of a priority: what was looked at, what it is, and the points it earns. */
@Component({
  selector: 'app-priority-parts',
  imports: [TranslocoDirective],
  template: `<dl *transloco="let t; prefix: 'priority'">
    @for (part of parts(); track part.criterion) {
      <div [class.nothing]="part.points === 0">
        <dt>{{ t('criterion.' + part.criterion) }}</dt>
        <dd class="value truncate" [title]="describe(part)">{{ describe(part) }}</dd>
        <dd class="points">+{{ part.points }}</dd>
      </div>
    }
  </dl>`,
  styleUrl: './priority-parts.scss',
})
export class PriorityParts {
  private readonly formats = inject(Formats);
  private readonly transloco = inject(TranslocoService);

  readonly parts = input.required<readonly PriorityPart[]>();

  protected describe({ criterion, value }: PriorityPart): string {
    switch (criterion) {
      case 'status':
        return this.transloco.translate(`status.${String(value)}`);
      case 'primary_contact':
        return this.transloco.translate(value ? 'priority.present' : 'priority.none');
      case 'last_activity':
        return value
          ? this.formats.relative(String(value))
          : this.transloco.translate('priority.never');
      default:
        return value === null
          ? this.transloco.translate('priority.none')
          : this.known(criterion, value);
    }
  }

  private known(criterion: PriorityPart['criterion'], value: PriorityPart['value']): string {
    if (criterion === 'industry') return this.transloco.translate(`industry.${String(value)}`);
    if (criterion !== 'company_size') return String(value);
    const form = this.formats.plural(Number(value));
    const n = this.formats.number(Number(value));
    return this.transloco.translate(`priority.employees.${form}`, { n });
  }
}
