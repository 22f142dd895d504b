import type { LeadListQuery, Sort } from '@leadlog/contracts/lead-list';
import { decodeCursor, encodeCursor } from '@leadlog/read-models/lead-list/list-cursor';
import { listRenderedLeads, type RenderedPage } from '@leadlog/read-models/lead-list/list-leads';
import type { ListQuery } from '@leadlog/read-models/lead-list/list-query';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { validationProblem } from '../../../http/problem-details';
import { RenderedJson } from '../../../http/rendered-json';
import { toSelection } from '../../list-selection';
import type { Question } from '../../../reading/kept-answers';
import { TenantReader } from '../../../reading/tenant-reader';
import { ListLeads } from './list-leads';

@QueryHandler(ListLeads)
export class ListLeadsHandler implements IQueryHandler<ListLeads> {
  constructor(private readonly reader: TenantReader) {}

  async execute({ tenantId, query }: ListLeads) {
    const listQuery = toListQuery(query);
    return this.reader.answerKept(tenantId, questionOf(query), async (snapshot, now, total) => {
      const page = await listRenderedLeads(snapshot, tenantId, { ...listQuery, total }, now);
      const body = new RenderedJson(pageJson(page, query.sort));
      return { body, total: page.total, until: page.until };
    });
  }
}

/** Pages of the same leads, in whatever order, are parts of a whole. */
function questionOf(query: LeadListQuery): Question {
  const { sort: _sort, limit: _limit, offset: _offset, cursor: _cursor, ...selected } = query;
  return { text: JSON.stringify(query), whole: JSON.stringify(selected) };
}

/** A `LeadPage`. */
function pageJson({ items, total, next }: RenderedPage, sort: Sort): string {
  const cursor = JSON.stringify(next && encodeCursor(sort, next));
  return `{"items":[${items.join()}],"total":${total},"next_cursor":${cursor}}`;
}

function toListQuery({ limit, offset, cursor, ...selected }: LeadListQuery): ListQuery {
  return {
    ...toSelection(selected),
    limit,
    start:
      cursor === undefined ? { offset: offset ?? 0 } : { after: readCursor(selected.sort, cursor) },
  };
}

function readCursor(sort: string, text: string) {
  const cursor = decodeCursor(sort, text);
  if (cursor) return cursor;
  const detail = 'must be the next_cursor of a page with the same sort';
  throw validationProblem('query', [{ path: ['cursor'], code: 'cursor', detail, limits: {} }]);
}
