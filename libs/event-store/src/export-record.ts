import { isUtf8 } from 'node:buffer';
import type { EventRecord } from './event-record';
import { HASH_BYTES } from './hash-chain';

/** A line is no event as an export has it; the message says what about it is wrong. */
export class UnreadableLine extends Error {}

/** JSON has no control characters in a text but as escapes. */
const PLAIN = String.raw`[^"\\\x00-\x1f]*`;
const TEXT = String.raw`"${PLAIN}(?:\\.${PLAIN})*"`;
const NUMBER = String.raw`[1-9][0-9]*`;

/** The fields of a line, in their order, and how each is written. */
const FIELDS = {
  tenant_id: TEXT,
  position: NUMBER,
  lead_id: NUMBER,
  version: NUMBER,
  type: TEXT,
  schema_version: NUMBER,
  recorded_at: TEXT,
  actor: TEXT,
  correlation_id: TEXT,
  data: TEXT,
  personal: `null|${TEXT}`,
  hash: TEXT,
} satisfies Record<keyof EventRecord, string>;

type Fields = Record<keyof typeof FIELDS, string>;

/** Exactly these fields, each once and in this order; between them any white space that JSON allows. */
const LINE = new RegExp(
  `^[ \\t]*\\{${Object.entries(FIELDS)
    .map(([name, written]) => spaced(`"${name}"`, ':', `(?<${name}>${written})`))
    .join(',')}\\}[ \\t\\r]*$`,
);

function spaced(...tokens: string[]): string {
  const space = '[ \\t]*';
  return space + tokens.join(space) + space;
}

/** An event as one line of an export, without its line break: DESIGN's twelve fields in order. */
export function exportLine(record: EventRecord): string {
  const { tenant_id, position, lead_id, version, type, schema_version } = record;
  const { recorded_at, actor, correlation_id, data, personal, hash } = record;
  return JSON.stringify({
    tenant_id,
    position,
    lead_id,
    version,
    type,
    schema_version,
    recorded_at,
    actor,
    correlation_id,
    data,
    personal: personal && Buffer.from(personal).toString('base64'),
    hash: Buffer.from(hash).toString('hex'),
  });
}

/**
 * The event of a line's bytes. Strict, so that no byte of an event can change unseen: whatever has a
 * second spelling (an escape, base64, hexadecimal, a name that comes twice) is refused.
 * @throws UnreadableLine
 */
export function parseExportLine(line: Buffer): EventRecord {
  if (!isUtf8(line)) throw new UnreadableLine('it is not UTF-8');
  const fields = LINE.exec(line.toString('utf8'))?.groups as Fields | undefined;
  if (fields === undefined)
    throw new UnreadableLine(`it has not the fields ${Object.keys(FIELDS).join(', ')}, in order`);
  return {
    tenant_id: text(fields, 'tenant_id'),
    position: number(fields, 'position'),
    lead_id: number(fields, 'lead_id'),
    version: number(fields, 'version'),
    type: text(fields, 'type'),
    schema_version: number(fields, 'schema_version'),
    recorded_at: text(fields, 'recorded_at'),
    actor: text(fields, 'actor'),
    correlation_id: text(fields, 'correlation_id'),
    data: text(fields, 'data'),
    personal: fields.personal === 'null' ? null : bytes(fields, 'personal', 'base64'),
    hash: hashOf(fields),
  };
}

function text(fields: Fields, name: keyof Fields): string {
  // Without an escape there is one spelling only; most fields have none.
  if (!fields[name].includes('\\')) return fields[name].slice(1, -1);
  const value = parseText(fields[name]);
  if (value === null || !value.isWellFormed() || JSON.stringify(value) !== fields[name])
    throw new UnreadableLine(`${name} is not spelled as an export spells it`);
  return value;
}

/** Null where the text holds an escape that JSON does not know. */
function parseText(written: string): string | null {
  try {
    return JSON.parse(written) as string;
  } catch {
    return null;
  }
}

function number(fields: Fields, name: keyof Fields): number {
  const value = Number(fields[name]);
  if (!Number.isSafeInteger(value)) throw new UnreadableLine(`${name} is too large`);
  return value;
}

function bytes(fields: Fields, name: keyof Fields, encoding: 'base64' | 'hex'): Buffer {
  const written = text(fields, name);
  const value = Buffer.from(written, encoding);
  if (value.length === 0 || value.toString(encoding) !== written)
    throw new UnreadableLine(`${name} is not ${encoding}`);
  return value;
}

function hashOf(fields: Fields): Buffer {
  const hash = bytes(fields, 'hash', 'hex');
  if (hash.length !== HASH_BYTES) throw new UnreadableLine(`hash has not ${HASH_BYTES} bytes`);
  return hash;
}
