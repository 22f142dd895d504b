import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { convertToParamMap, type Params } from '@angular/router';
import type { View, ViewList } from '@leadlog/contracts/view';
import { fold } from '@leadlog/domain/folding';
import { map, type Observable, of, switchMap } from 'rxjs';
import { CurrentTenant } from '../../tenant/current-tenant';
import { inTenant } from '../../tenant/tenant-header';
import { DEFAULT_LIST, type ListQuery, readListQuery, toAddress } from '../lead-list/list-query';

/** Views of the list that the tenant has saved, each under a name and with an address. */
@Service()
export class SavedViews {
  private readonly http = inject(HttpClient);
  private readonly tenant = inject(CurrentTenant);

  /** The current tenant's. To be called where they are shown. */
  read(): HttpResourceRef<ViewList | undefined> {
    return httpResource<ViewList>(() => ({
      url: '/views',
      context: inTenant(this.tenant.id()),
    }));
  }

  /** Takes the place of a view of the same name, in any case. */
  save({ name, query }: View): Observable<View> {
    return this.http.put<View>(pathOf(name), { query }, { context: inTenant(this.tenant.id()) });
  }

  /** Under the new name first, so that it is never lost. */
  rename(view: View, name: string): Observable<View> {
    return this.save({ ...view, name }).pipe(
      switchMap((saved) =>
        isSameName(saved.name, view.name)
          ? of(saved)
          : this.delete(view.name).pipe(map(() => saved)),
      ),
    );
  }

  delete(name: string): Observable<unknown> {
    return this.http.delete(pathOf(name), { context: inTenant(this.tenant.id()) });
  }
}

const pathOf = (name: string) => `/views/${encodeURIComponent(name)}`;

export const isSameName = (one: string, other: string): boolean => fold(one) === fold(other);

/** What a view of this list keeps: its filters and order, but neither defaults nor how far one has read. */
export function viewQueryOf(query: ListQuery): View['query'] {
  return toAddress({ ...query, rows: DEFAULT_LIST.rows }) as View['query'];
}

/** The address of a view; what the list does not know is left out. */
export function addressOf({ query }: View): Params {
  const params = Object.entries(query).map(([name, value]) => [name, String(value)]);
  return toAddress(readListQuery(convertToParamMap(Object.fromEntries(params))));
}

/** Whether the list shows this view now. */
export function isShown(view: View, query: ListQuery): boolean {
  const essence = (address: Params) => JSON.stringify(Object.entries(address).sort());
  return essence(addressOf(view)) === essence(viewQueryOf(query));
}
