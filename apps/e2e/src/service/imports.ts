import { Import, type RefusedRow } from '@leadlog/contracts/import';
import { expect } from '@playwright/test';
import { type Answer, type Api, read, type Request } from './api.ts';

export const CSV = { 'Content-Type': 'text/csv' };

export function sendFile(
  api: Api,
  file: Request['raw'],
  query = '',
  headers: Request['headers'] = {},
): Promise<Answer> {
  return api.call('POST', `/leads/import${query}`, { raw: file, headers: { ...CSV, ...headers } });
}

/** The import of a file once it has ended. */
export async function importFile(api: Api, file: Request['raw'], query = ''): Promise<Import> {
  return ended(api, read(await sendFile(api, file, query), Import, 202).id);
}

export async function readImport(api: Api, id: string): Promise<Import> {
  return read(await api.get(`/imports/${id}`), Import);
}

/** An import once it has ended, however busy the machine is. */
export async function ended(api: Api, id: string): Promise<Import> {
  await expect
    .poll(async () => (await readImport(api, id)).status, { timeout: 120_000, intervals: [50] })
    .not.toBe('running');
  return readImport(api, id);
}

/** Where and why rows were refused. */
export function reasons({ refused_rows }: Import): [number, RefusedRow['column'], string][] {
  return refused_rows.map(({ line, column, code }) => [line, column, code]);
}
