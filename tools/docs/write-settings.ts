/** Brings the table of settings in docs/operations.md up to date with the schema. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { importBundled } from '../bench/bundle.ts';

const DOCUMENT = 'docs/operations.md';

const { withSettingsTable } = await importBundled<{
  withSettingsTable(document: string, example: string): string;
}>('apps/api/src/docs/settings-table.ts');
const written = withSettingsTable(
  readFileSync(DOCUMENT, 'utf8'),
  readFileSync('.env.example', 'utf8'),
);
writeFileSync(DOCUMENT, await format(written, { parser: 'markdown', printWidth: 100 }));
