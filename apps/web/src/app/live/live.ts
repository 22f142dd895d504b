import { computed, inject, InjectionToken, Service } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { defer, type Observable, share, switchMap, tap } from 'rxjs';
import { CurrentTenant } from '../tenant/current-tenant';
import { type SeenPosition, TenantPosition } from '../tenant/tenant-position';
import { followLog, type LeadChange, type Place } from './follow-log';
import { sharedBetweenTabs } from './shared-between-tabs';

export type { LeadChange } from './follow-log';

/** How a tenant's log is followed from a place on. */
export const FOLLOW_LOG = new InjectionToken('how the log is followed', {
  factory: () => (tenantId: string, place: Place) =>
    sharedBetweenTabs(`leadlog.live.${tenantId}`, followLog(tenantId, place)),
});

/**
 * What happens in the current tenant, by this person as by others, while somebody listens. None is
 * missed; one may come twice when another tab takes over, so compare the lead's version.
 */
@Service()
export class Live {
  private readonly follow = inject(FOLLOW_LOG);
  private readonly tenant = inject(CurrentTenant);
  private readonly position = inject(TenantPosition);

  /** Where the first answer of the current tenant left off; null before there is one. */
  private readonly start = computed(() => {
    const first = this.position.first();
    return first?.tenantId === this.tenant.id() ? first : null;
  });

  readonly changes$: Observable<LeadChange> = toObservable(this.start).pipe(
    switchMap((start) => (start === null ? [] : this.changesAfter(start))),
    share(),
  );

  private changesAfter({ tenantId, position }: SeenPosition): Observable<LeadChange> {
    return defer(() => {
      const place: Place = { after: position };
      return this.follow(tenantId, place).pipe(
        // What another tab has read need not be read again by this one when it takes over.
        tap((change) => (place.after = change.position)),
      );
    });
  }
}
