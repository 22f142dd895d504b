import { Location, NgTemplateOutlet } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { TenantComparison } from '@leadlog/contracts/stats';
import { STATUSES } from '@leadlog/domain/vocabulary';
import { TranslocoDirective } from '@jsverse/transloco';
import { map } from 'rxjs';
import { Formats } from '../i18n/formats';
import { Icon } from '../icon/icon';
import { lastKnown } from '../last-known';
import { renewals } from '../live/renewals';
import { ProblemNotice } from '../problem/problem-notice/problem-notice';
import { CurrentTenant } from '../tenant/current-tenant';
import { TenantSwitch } from '../tenant/tenant-switch';
import {
  BY_NAME,
  columnOf,
  inOrder,
  orderBy,
  readOrder,
  type TenantColumn,
  type TenantFigures,
} from './tenant-order';

/** The tenants that a person may see, side by side. */
@Component({
  selector: 'app-team',
  imports: [Icon, NgTemplateOutlet, ProblemNotice, TranslocoDirective],
  templateUrl: './team.html',
  styleUrl: './team.scss',
})
export class Team {
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly tenants = inject(TenantSwitch);
  private readonly renewed = renewals();
  protected readonly tenant = inject(CurrentTenant);
  protected readonly formats = inject(Formats);

  protected readonly order = toSignal(
    inject(ActivatedRoute).queryParamMap.pipe(map((params) => readOrder(params.get('sort')))),
    { requireSync: true },
  );
  private readonly answer = httpResource<TenantComparison>(() => {
    this.renewed();
    return '/me/tenants';
  });
  private readonly known = lastKnown(this.answer, () => null);
  protected readonly error = this.answer.error;
  protected readonly rows = computed(() => {
    const known = this.known();
    return known && inOrder(known.items, this.order());
  });
  /** All tenants together. */
  protected readonly sum = computed<TenantFigures | null>(() => {
    const rows = this.rows() ?? [];
    if (rows.length < 2) return null;
    const total = sumOf(rows, (row) => row.total);
    const points = sumOf(rows, (row) => row.total * (row.average_priority ?? 0));
    return {
      tenant_id: '',
      total,
      by_status: {
        new: sumOf(rows, (row) => row.by_status.new),
        qualified: sumOf(rows, (row) => row.by_status.qualified),
        lost: sumOf(rows, (row) => row.by_status.lost),
      },
      average_priority: total === 0 ? null : points / total,
    };
  });
  protected readonly statuses = STATUSES;
  protected readonly skeletons = Array.from({ length: 6 }, (_, row) => row);

  protected retry(): void {
    this.answer.reload();
  }

  protected directionOf(column: TenantColumn): 'ascending' | 'descending' | null {
    if (columnOf(this.order()) !== column) return null;
    return this.order() === column ? 'ascending' : 'descending';
  }

  protected sortBy(column: TenantColumn): void {
    const sort = orderBy(column, this.order());
    const queryParams = sort === BY_NAME ? {} : { sort };
    void this.router.navigate(['/team'], { queryParams, replaceUrl: true });
  }

  /** An address of its own, for another tab or another person. */
  protected addressOf({ tenant_id }: TenantFigures): string {
    const leads = this.router.createUrlTree(['/leads'], { queryParams: { tenant: tenant_id } });
    return this.location.prepareExternalUrl(this.router.serializeUrl(leads));
  }

  /** Here, the tenant is switched without a reload; a new tab or window is the browser's own. */
  protected open(event: MouseEvent, { tenant_id }: TenantFigures): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button > 0)
      return;
    event.preventDefault();
    void this.tenants.to(tenant_id);
  }

  protected averageOf({ average_priority }: TenantFigures): string {
    return average_priority === null ? '–' : this.formats.rounded(average_priority);
  }

  protected shareOf({ by_status, total }: TenantFigures, status: keyof typeof by_status): number {
    return total === 0 ? 0 : (100 * by_status[status]) / total;
  }
}

const sumOf = <T>(rows: readonly T[], value: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + value(row), 0);
