import { inOrder, orderBy, readOrder, type TenantFigures } from './tenant-order';

const tenant = (tenant_id: string, lost: number, average_priority: number | null) =>
  ({
    tenant_id,
    total: lost,
    by_status: { new: 0, qualified: 0, lost },
    average_priority,
  }) satisfies TenantFigures;

const tenants = [tenant('b', 2, null), tenant('c', 10, 40.5), tenant('a', 2, 61)];
const names = (...order: Parameters<typeof inOrder>) =>
  inOrder(...order).map(({ tenant_id }) => tenant_id);

describe('the order of tenants', () => {
  it('is by figure, equal ones by name', () => {
    expect(names(tenants, 'tenant_id')).toEqual(['a', 'b', 'c']);
    expect(names(tenants, '-tenant_id')).toEqual(['c', 'b', 'a']);
    expect(names(tenants, 'lost')).toEqual(['a', 'b', 'c']);
    expect(names(tenants, '-lost')).toEqual(['c', 'a', 'b']);
  });

  it('has those without a figure last either way', () => {
    expect(names(tenants, 'average_priority')).toEqual(['c', 'a', 'b']);
    expect(names(tenants, '-average_priority')).toEqual(['a', 'c', 'b']);
  });

  it('starts with the largest, and is turned round by asking again', () => {
    expect(orderBy('total', 'tenant_id')).toBe('-total');
    expect(orderBy('total', '-total')).toBe('total');
    expect(orderBy('tenant_id', '-total')).toBe('tenant_id');
  });

  it.each([
    ['-lost', '-lost'],
    ['nothing', 'tenant_id'],
    [null, 'tenant_id'],
  ])('from the address %p is %s', (text, order) => {
    expect(readOrder(text)).toBe(order);
  });
});
