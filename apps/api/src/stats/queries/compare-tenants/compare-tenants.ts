import type { TenantComparison } from '@leadlog/contracts/stats';
import { Query } from '@nestjs/cqrs';

export class CompareTenants extends Query<TenantComparison> {}
