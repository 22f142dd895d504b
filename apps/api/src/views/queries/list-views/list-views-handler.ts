import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { TenantReader } from '../../../reading/tenant-reader';
import { listViews } from '../../saved-views';
import { ListViews } from './list-views';

@QueryHandler(ListViews)
export class ListViewsHandler implements IQueryHandler<ListViews> {
  constructor(private readonly reader: TenantReader) {}

  execute({ tenantId }: ListViews) {
    return this.reader.answer(tenantId, async (snapshot) => ({
      items: await listViews(snapshot, tenantId),
    }));
  }
}
