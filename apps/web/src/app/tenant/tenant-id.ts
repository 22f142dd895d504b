import { TENANT_ID } from '@leadlog/contracts/headers';

/** Whether `X-Tenant-ID` may hold this. */
export const isTenantId = (value: unknown): value is string =>
  typeof value === 'string' && TENANT_ID.test(value);
