import { verifyExport } from '@leadlog/event-store/verify-export';
import { LineTooLong } from '@leadlog/event-store/read-lines';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DamagedFile, readBackupLines } from './backup-file';
import { KEYS_FILE, logFile, type KeptHead, type Manifest } from './manifest';

/**
 * Reads every file of a backup: whether its bytes are those that were written, and whether each log
 * is a whole chain that ends where the manifest says. A sentence for each thing that is wrong.
 * `withKeys`: the keys have to be there; they may be thrown away before the rest.
 */
export async function checkBackup(
  folder: string,
  manifest: Manifest,
  withKeys: boolean,
): Promise<string[]> {
  const findings: string[] = [];
  const logs = new Map(manifest.tenants.map((head) => [logFile(head.tenant_id), head]));
  for (const name of new Set([...Object.keys(manifest.files), ...logs.keys()])) {
    if (name === KEYS_FILE && !withKeys) continue;
    findings.push(...(await checkFile(folder, manifest, name, logs.get(name))));
  }
  return findings;
}

async function checkFile(
  folder: string,
  { files }: Manifest,
  name: string,
  head: KeptHead | undefined,
): Promise<string[]> {
  const figures = files[name];
  if (!figures || !existsSync(join(folder, name))) return [`${name} is missing`];
  const lines = readBackupLines(folder, name, figures);
  try {
    const broken = head ? await checkLog(lines, head) : null;
    // To its end, where it is found whether the bytes are the right ones.
    while (!(await lines.next()).done);
    return broken === null ? [] : [`${name}: ${broken}`];
  } catch (error) {
    if (error instanceof DamagedFile) return [error.message];
    if (error instanceof LineTooLong) return [`${name}: ${error.message}`];
    throw error;
  }
}

async function checkLog(lines: AsyncIterable<Buffer>, head: KeptHead): Promise<string | null> {
  const result = await verifyExport(lines);
  if (!result.intact)
    return `the log is broken at position ${result.first_broken_position} (${result.reason})`;
  if (result.tenant_id !== head.tenant_id) return `it is the log of ${result.tenant_id}`;
  if (result.head.position !== head.position || result.head.hash !== head.hash)
    return `the log ends at position ${result.head.position}, not as its head says`;
  return null;
}
