import { findDuplicates } from '@leadlog/read-models/lead-list/find-duplicates';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { TenantReader } from '../../../reading/tenant-reader';
import { renderDuplicates } from '../../render-duplicates';
import { FindDuplicates } from './find-duplicates';

@QueryHandler(FindDuplicates)
export class FindDuplicatesHandler implements IQueryHandler<FindDuplicates> {
  constructor(private readonly reader: TenantReader) {}

  execute({ tenantId, known }: FindDuplicates) {
    return this.reader.answer(tenantId, async (snapshot, now) =>
      renderDuplicates(tenantId, await findDuplicates(snapshot, tenantId, known, now)),
    );
  }
}
