import type { Database } from '@leadlog/database/database';
import { listedIds, readLeads } from '@leadlog/read-models/lead-list/walk-leads';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { setImmediate } from 'node:timers/promises';
import { DATABASE } from '../../../providers';
import { TenantReader } from '../../../reading/tenant-reader';
import { OpenDownloads } from '../../../streaming/open-downloads';
import { toSelection } from '../../list-selection';
import { ExportLeads } from './export-leads';
import { HEADER_ROW, leadRow } from './lead-row';

const PAGE = 200;

@QueryHandler(ExportLeads)
export class ExportLeadsHandler implements IQueryHandler<ExportLeads> {
  constructor(
    private readonly reader: TenantReader,
    private readonly downloads: OpenDownloads,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  execute({ tenantId, query }: ExportLeads) {
    return this.downloads.begin(tenantId, async () => {
      const { position, body } = await this.reader.answerApart(tenantId, async (apart, at) => ({
        ids: await listedIds(apart, tenantId, toSelection(query), at),
        at,
      }));
      return {
        position,
        pages: this.pages(tenantId, body.ids, body.at),
        type: 'text/csv; charset=utf-8',
        filename: `${tenantId}-leads.csv`,
      };
    });
  }

  /** The leads in the order in which they stood when the export began, each as it is when it is told. */
  private async *pages(tenantId: string, ids: readonly number[], at: Date): AsyncGenerator<string> {
    yield HEADER_ROW;
    for (let start = 0; start < ids.length; start += PAGE) {
      const page = ids.slice(start, start + PAGE);
      const leads = await this.database.read(tenantId, (snapshot) =>
        readLeads(snapshot, tenantId, page),
      );
      yield leads.map((lead) => leadRow(lead, at)).join('');
      await setImmediate();
    }
  }
}
