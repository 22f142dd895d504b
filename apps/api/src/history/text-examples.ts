import { HISTORY_EXAMPLE } from '@leadlog/contracts/history';

const { data, hash, changes: _, priority: __, ...record } = HISTORY_EXAMPLE;
const { position, recorded_at, lead_id, type, actor } = HISTORY_EXAMPLE;

/** One event, as the documentation shows what is no JSON document of its own. */
export const FEED_EXAMPLE = `: open

id: ${position}
event: ${type}
data: ${JSON.stringify(HISTORY_EXAMPLE)}

`;

const line = { tenant_id: 'demo', ...record, data: JSON.stringify(data), personal: null, hash };
export const NDJSON_EXAMPLE = `${JSON.stringify(line)}\n`;

export const CSV_EXAMPLE = [
  'position,recorded_at,lead_id,type,actor,field,from,to',
  `${position},${recorded_at},${lead_id},${type},${actor},status,${data.from},${data.to}`,
  '',
].join('\r\n');
