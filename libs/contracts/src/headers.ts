/** `X-Tenant-ID`. */
export const TENANT_ID = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** The version that an `If-Match` or `If-None-Match` value and an `ETag` share: `"7-95"`. */
export const etagOf = (lead: { version: number; priority: number }): string =>
  `"${lead.version}-${lead.priority}"`;
