import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { EventRecord } from './event-record';
import { exportLine, parseExportLine, UnreadableLine } from './export-record';

const vector = readFileSync(join(__dirname, 'fixtures/event-log-vector.ndjson'), 'utf8')
  .trim()
  .split('\n');

const text = fc.string({ unit: 'binary' });
const number = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const blob = (length?: number) =>
  fc
    .uint8Array({ minLength: length ?? 1, maxLength: length ?? 60 })
    .map((bytes) => Buffer.from(bytes));

const anyRecord: fc.Arbitrary<EventRecord> = fc.record({
  tenant_id: text,
  position: number,
  lead_id: number,
  version: number,
  type: text,
  schema_version: number,
  recorded_at: text,
  actor: text,
  correlation_id: text,
  data: text,
  personal: fc.option(blob()),
  hash: blob(32),
});

describe('a line of an export', () => {
  it('reads back as the event that was written, whatever its texts', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const line = exportLine(record);
        expect(line).not.toContain('\n');
        expect(parseExportLine(Buffer.from(line))).toEqual(record);
      }),
    );
  });

  it('has the names and the order of the published vector', () => {
    for (const line of vector) {
      const record = parseExportLine(Buffer.from(line));
      expect(JSON.parse(exportLine(record))).toEqual(JSON.parse(line));
      expect(Object.keys(JSON.parse(exportLine(record)))).toEqual(Object.keys(JSON.parse(line)));
    }
  });

  const line = vector[0]!;
  it.each([
    ['nothing', ''],
    ['no JSON', 'position 1'],
    ['a field less', line.replace('"actor": "mara", ', '')],
    ['a field more', line.replace('"actor": ', '"role": "x", "actor": ')],
    ['a field twice', line.replace('"actor": ', '"actor": "eve", "actor": ')],
    ['another order', line.replace('"lead_id": 1, "version": 1', '"version": 1, "lead_id": 1')],
    ['a number as text', line.replace('"version": 1', '"version": "1"')],
    ['a number in another spelling', line.replace('"version": 1', '"version": 1.0')],
    ['a number too large', line.replace('"version": 1', '"version": 9007199254740993')],
    ['position 0', line.replace('"position": 1', '"position": 0')],
    ['an escape that was not needed', line.replace('mara', '\\u006dara')],
    ['an escape that JSON does not know', line.replace('mara', '\\xmara')],
    ['a control character', line.replace('mara', 'ma\tra')],
    ['half a character', line.replace('mara', '\\ud83d')],
    ['data that is no text', line.replace(/"data": "[^}]*}"/, '"data": {}')],
    ['a hash in capitals', line.replace('4eef', '4EEF')],
    ['a hash too short', line.replace('4eef', '')],
    ['base64 with bits to spare', line.replace('JSYn', 'JSY=').replace('JSY=', 'JSZ=')],
    ['empty personal data', line.replace(/"personal": "[^"]*"/, '"personal": ""')],
    ['something behind', `${line} x`],
  ])('with %s is refused', (_, written) => {
    expect(written).not.toBe(line);
    expect(() => parseExportLine(Buffer.from(written))).toThrow(UnreadableLine);
  });

  it('that is not UTF-8 is refused', () => {
    const bytes = Buffer.from(line);
    bytes[bytes.indexOf('ü')] = 0xff;
    expect(() => parseExportLine(bytes)).toThrow('it is not UTF-8');
  });
});
