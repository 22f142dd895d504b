import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import type { LeadPage } from '@leadlog/contracts/lead-list';
import { CurrentTenant } from '../tenant/current-tenant';
import { inTenant } from '../tenant/tenant-header';

type Parameters = Record<string, string | number | boolean>;

/** Reads of the current tenant: they start over when the tenant or what is asked for changes. */
function read<T>(
  request: () => { url: string; params?: Parameters } | undefined,
): HttpResourceRef<T | undefined> {
  const tenant = inject(CurrentTenant);
  return httpResource<T>(() => {
    const wanted = request();
    return wanted && { ...wanted, context: inTenant(tenant.id()) };
  });
}

export const leadPageResource = (params: () => Parameters) =>
  read<LeadPage>(() => ({ url: '/leads', params: params() }));

/** Ids come from the address and may be anything; nothing is read for none. */
export const leadResource = (id: () => string | undefined) =>
  read<LeadRead>(() => {
    const wanted = id();
    return wanted === undefined ? undefined : { url: `/leads/${encodeURIComponent(wanted)}` };
  });

/** A lead as it was at a moment; nothing is read where there is none. */
export const leadAsOfResource = (id: () => string, asOf: () => string | null) =>
  read<LeadRead>(() => {
    const moment = asOf();
    if (moment === null) return undefined;
    return { url: `/leads/${encodeURIComponent(id())}`, params: { as_of: moment } };
  });
