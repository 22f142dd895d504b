import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, type Resource, type Signal } from '@angular/core';
import { rxResource, toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { DuplicateList } from '@leadlog/contracts/duplicates';
import type { LeadCreateInput } from '@leadlog/contracts/lead';
import { debounceTime } from 'rxjs';
import { CurrentTenant } from '../../tenant/current-tenant';
import { inTenant } from '../../tenant/tenant-header';
import { keptWhileLoading } from '../kept-while-loading';

export type Duplicates = DuplicateList['items'];

/** How long the typing has to rest before others are looked for. */
export const LOOKED_FOR_AFTER_MS = 400;

/** What leads are compared by, as far as it is valid. */
export interface Compared {
  name?: string;
  domain?: string;
  emails?: string[];
}

/** What of a lead that is being entered can be compared; null: nothing yet. */
export function comparedBy(
  body: LeadCreateInput,
  isValid: (pointer: string) => boolean,
): Compared | null {
  const { name, domain, primary_contact } = body;
  const emails = (primary_contact?.emails ?? []).flatMap(({ value }, index) =>
    value && isValid(`/primary_contact/emails/${index}/value`) ? [value] : [],
  );
  const compared = {
    ...(name.trim() && isValid('/name') && { name }),
    ...(domain && isValid('/domain') && { domain }),
    ...(emails.length > 0 && { emails }),
  };
  return Object.keys(compared).length > 0 ? compared : null;
}

/** Others that may be the lead, looked for anew with each of its versions. */
export function duplicatesOf(
  lead: () => { id: number; tenant_id: string; version: number } | null,
): Signal<Duplicates> {
  const http = inject(HttpClient);
  const answer = rxResource({
    params: () => {
      const it = lead();
      return it === null ? undefined : { id: it.id, tenantId: it.tenant_id, version: it.version };
    },
    stream: ({ params: { id, tenantId } }) =>
      http.get<DuplicateList>(`/leads/${id}/duplicates`, { context: inTenant(tenantId) }),
  });
  return itemsOf(keptWhileLoading(answer, () => lead()?.id));
}

/** Leads that may be the one that is being entered, once the typing rests. */
export function duplicatesWhileTyping(compared: () => Compared | null): Signal<Duplicates> {
  const tenant = inject(CurrentTenant);
  const wanted = computed(compared, { equal: isSame });
  const rested = toSignal(toObservable(wanted).pipe(debounceTime(LOOKED_FOR_AFTER_MS)), {
    initialValue: null,
  });
  const answer = httpResource<DuplicateList>(() => {
    const body = rested();
    return body === null
      ? undefined
      : { method: 'POST', url: '/leads/duplicates', body, context: inTenant(tenant.id()) };
  });
  return itemsOf(keptWhileLoading(answer, tenant.id));
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** None where there is no answer: one can do without. */
const itemsOf = (answer: Resource<DuplicateList | undefined>): Signal<Duplicates> =>
  computed(() => (answer.hasValue() ? answer.value().items : []));
