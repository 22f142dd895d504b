import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { INDUSTRIES } from '@leadlog/domain/vocabulary';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ChoiceMenu } from '../../../choice-menu/choice-menu';
import { Icon } from '../../../icon/icon';
import { type ListFilter, type ListQuery, NO_FILTER } from '../list-query';
import { TextFilter } from '../text-filter/text-filter';

const PRIORITIES = [30, 60, 90, 120];
const ANONYMOUS = 'anonymous';

/** What narrows the list besides its search and status: a chip each, coloured where it is set. */
@Component({
  selector: 'app-list-filters',
  imports: [ChoiceMenu, Icon, TextFilter, TranslocoDirective],
  templateUrl: './list-filters.html',
  styleUrl: './list-filters.scss',
})
export class ListFilters {
  private readonly transloco = inject(TranslocoService);

  readonly query = input.required<ListQuery>();
  /** Whether archived leads can be asked for. */
  readonly archivable = input(true);
  readonly narrow = output<Partial<ListFilter>>();

  /** Who one is, is asked for when somebody filters by owner. */
  protected readonly asksWho = signal(false);
  private readonly me = httpResource<{ actor: string }>(() => (this.asksWho() ? '/me' : undefined));
  protected readonly actor = computed(() => {
    const actor = this.me.hasValue() ? this.me.value().actor : ANONYMOUS;
    return actor === ANONYMOUS ? null : actor;
  });

  protected readonly industries = computed(() =>
    this.choices(['', ...INDUSTRIES], (value) => `industry.${value}`),
  );
  protected readonly priorities = computed(() => {
    const others = this.query().min_priority;
    const all = [...new Set([...PRIORITIES, ...(others === null ? [] : [others])])];
    return this.choices(['', ...all.sort((a, b) => a - b).map(String)], () => 'filters.atLeast');
  });
  protected readonly isAnySet = computed(() => {
    const { q: _q, status: _status, ...others } = NO_FILTER;
    return Object.entries(others).some(
      ([name, value]) => this.query()[name as keyof ListFilter] !== value,
    );
  });

  protected clear(): void {
    const { q: _q, status: _status, ...others } = NO_FILTER;
    this.narrow.emit(others);
  }

  private choices<T extends string>(values: readonly T[], keyOf: (value: T) => string) {
    this.transloco.activeLang();
    return values.map((value) => ({
      value,
      label: this.transloco.translate(value === '' ? 'filters.any' : keyOf(value), { n: value }),
    }));
  }
}
