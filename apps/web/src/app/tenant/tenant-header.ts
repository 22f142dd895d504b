import {
  HttpContext,
  HttpContextToken,
  type HttpInterceptorFn,
  HttpResponse,
} from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';
import { CurrentTenant } from './current-tenant';
import { TenantPosition } from './tenant-position';

const TENANT = new HttpContextToken<string | null>(() => null);

/** Ties a request to a tenant; one that is not tied goes to the current tenant. */
export const inTenant = (id: string): HttpContext => new HttpContext().set(TENANT, id);

export const tenantHeader: HttpInterceptorFn = (request, next) => {
  const position = inject(TenantPosition);
  const id = request.context.get(TENANT) ?? inject(CurrentTenant).id();
  return next(request.clone({ setHeaders: { 'X-Tenant-ID': id } })).pipe(
    tap((event) => {
      if (event instanceof HttpResponse) position.note(id, event.headers.get('X-Tenant-Position'));
    }),
  );
};
