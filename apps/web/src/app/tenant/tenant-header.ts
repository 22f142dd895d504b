import { HttpContext, HttpContextToken, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { CurrentTenant } from './current-tenant';

const TENANT = new HttpContextToken<string | null>(() => null);

/** Ties a request to a tenant; one that is not tied goes to the current tenant. */
export const inTenant = (id: string): HttpContext => new HttpContext().set(TENANT, id);

export const tenantHeader: HttpInterceptorFn = (request, next) => {
  const id = request.context.get(TENANT) ?? inject(CurrentTenant).id();
  return next(request.clone({ setHeaders: { 'X-Tenant-ID': id } }));
};
