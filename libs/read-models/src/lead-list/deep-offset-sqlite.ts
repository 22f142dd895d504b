import type { Reading } from '@leadlog/database/database';
import { preparedQuery } from '@leadlog/database/prepared-query';
import { sql } from 'kysely';
import { and } from './list-conditions-sqlite';
import { SORTED_BY, type PageCut, type PageStart } from './list-page';
import { walkConditions, type PageShape, type PageValues } from './find-leads-sqlite';
import { statementPerShape } from './statement-per-shape';

/** A start behind which the page comes after an offset that passes over few leads. */
type NearStart = Pick<PageCut, 'value' | 'id' | 'offset'> & { start: PageStart };

/** The lead at the offset, were those of the same value in the other order; and its place in these. */
interface Edge {
  key: string | number | null;
  place: number;
}

/**
 * Where the order runs against its index, leads of one value stand the wrong way round in it, and
 * SQLite sorts all that an offset passes over. But the value at an offset is the same whichever way
 * these stand: so the index alone, read backwards, tells where to begin. Null where nothing is gained.
 */
export async function nearStart(
  reading: Reading,
  shape: PageShape,
  values: PageValues,
): Promise<NearStart | null> {
  const { access, sort, start, due } = shape;
  const isAgainstIndex = sort.descending !== (sort.column === 'priority');
  const isMerged = sort.column === 'priority' && due !== 'none';
  if (access !== 'walk' || !isAgainstIndex || isMerged || start !== 'offset' || values.offset === 0)
    return null;
  const [edge] = await edgeStatement(shape)(reading, values);
  if (!edge) return null;
  const begin = edge.key === null ? 'after null' : 'after value';
  return { start: begin, value: edge.key ?? 0, id: 0, offset: edge.place - 1 };
}

const edgeStatement = statementPerShape((shape: PageShape) => {
  const column = sql.ref(SORTED_BY[shape.sort.column]);
  const direction = sql.raw(shape.sort.descending ? 'desc' : 'asc');
  return preparedQuery<PageValues, Edge>((_, values) => {
    const wanted = and([
      sql`tenant_id = ${values.tenantId}`,
      sql`archived = ${values.archived}`,
      ...walkConditions(shape, values),
    ]);
    return sql`
      select key, (
        select count(*) from leads where ${wanted} and ${column} is edge.key and id >= edge.id
      ) as place
      from (
        select id, ${column} as key from leads where ${wanted}
        order by ${column} ${direction}, id desc limit 1 offset ${values.offset}
      ) as edge`;
  });
});
