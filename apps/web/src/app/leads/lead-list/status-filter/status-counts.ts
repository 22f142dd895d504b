import type { Signal } from '@angular/core';
import { computed, inject } from '@angular/core';
import { type Status, STATUSES } from '@leadlog/domain/vocabulary';
import { CurrentTenant } from '../../../tenant/current-tenant';
import { keptWhileLoading } from '../../kept-while-loading';
import { leadPageResource } from '../../lead-requests';
import { type ListFilter, toCountRequest } from '../list-query';

export type StatusTotals = ReadonlyMap<Status | null, number | undefined>;

/** How many leads fit a filter in all (`null`) and in each status; unknown while they load. */
export function statusCounts(filter: () => Omit<ListFilter, 'status'>): {
  totals: Signal<StatusTotals>;
  reload: () => void;
} {
  const tenant = inject(CurrentTenant);
  const counts = [null, ...STATUSES].map((status) => {
    const answer = leadPageResource(() => toCountRequest({ ...filter(), status }));
    return { status, answer, page: keptWhileLoading(answer, tenant.id) };
  });
  return {
    totals: computed(
      () =>
        new Map(
          counts.map(({ status, page }) => [
            status,
            page.hasValue() ? page.value().total : undefined,
          ]),
        ),
    ),
    reload: () => counts.forEach(({ answer }) => answer.reload()),
  };
}
