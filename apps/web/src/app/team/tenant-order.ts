import type { TenantComparison } from '@leadlog/contracts/stats';

export type TenantFigures = TenantComparison['items'][number];

/** What a column of the team overview shows of a tenant. */
const VALUES = {
  tenant_id: ({ tenant_id }) => tenant_id,
  total: ({ total }) => total,
  new: ({ by_status }) => by_status.new,
  qualified: ({ by_status }) => by_status.qualified,
  lost: ({ by_status }) => by_status.lost,
  average_priority: ({ average_priority }) => average_priority,
} satisfies Record<string, (tenant: TenantFigures) => string | number | null>;

export type TenantColumn = keyof typeof VALUES;
export const TENANT_COLUMNS = Object.keys(VALUES) as TenantColumn[];

/** `-` before a column turns its order round, as in the list. */
export type TenantOrder = TenantColumn | `-${TenantColumn}`;
export const BY_NAME: TenantOrder = 'tenant_id';

export const columnOf = (order: TenantOrder): TenantColumn =>
  order.replace(/^-/, '') as TenantColumn;

export function readOrder(text: string | null): TenantOrder {
  const column = text?.replace(/^-/, '');
  return TENANT_COLUMNS.some((it) => it === column) ? (text as TenantOrder) : BY_NAME;
}

/** Again turns a column round; a new one starts with the largest figures, or the first names. */
export function orderBy(column: TenantColumn, current: TenantOrder): TenantOrder {
  if (columnOf(current) === column) return current === column ? `-${column}` : column;
  return column === 'tenant_id' ? column : `-${column}`;
}

/** Tenants without a figure come last in either direction; equal ones by name. */
export function inOrder(tenants: readonly TenantFigures[], order: TenantOrder): TenantFigures[] {
  const value = VALUES[columnOf(order)];
  const direction = order.startsWith('-') ? -1 : 1;
  return tenants.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === right) return a.tenant_id < b.tenant_id ? -1 : 1;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right ? -direction : direction;
  });
}
