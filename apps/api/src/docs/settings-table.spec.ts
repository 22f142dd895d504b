import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Settings } from '../settings';
import { settingsTable, withSettingsTable } from './settings-table';

const read = (file: string) => readFileSync(join(__dirname, '../../../..', file), 'utf8');
/** Prettier lines the columns of a table up. */
const plain = (text: string) => text.replaceAll(/ *\| */g, '|').replaceAll(/-+/g, '-');

describe('the table of settings', () => {
  it('names every setting of the schema, its default and what it is for', () => {
    const rows = settingsTable(read('.env.example')).split('\n').slice(2);
    expect(rows).toHaveLength(Object.keys(Settings.shape).length);
    for (const row of rows) expect(row).toMatch(/^\| `[A-Z_]+` \| (`[^`]+`|none) \| \S.{10,} \|$/);
  });

  it('stands in docs/operations.md as the schema has it', () => {
    const document = read('docs/operations.md');
    expect(plain(document)).toBe(plain(withSettingsTable(document, read('.env.example'))));
  });
});
