import { openToRead } from '@leadlog/database/open-existing';
import type { Command } from 'commander';
import { resolve } from 'node:path';
import { checkBackup } from '../backup/check-backup';
import { readManifest, type Manifest } from '../backup/manifest';
import { writeBackup } from '../backup/write-backup';
import { readSettings, type Settings } from '../settings';
import { progressBars } from './progress-bar';
import { EXIT, type ExitStatus, type Shell } from './shell';

interface Options {
  json?: true;
}

export function addBackup(
  program: Command,
  shell: Shell,
  done: (status: ExitStatus) => void,
): void {
  program
    .command('backup')
    .description(
      'Write logs, settings, keys and erasures into a new folder, while the service goes on, ' +
        'and read it back.',
    )
    .argument('<folder>', 'where to; it must not be there yet')
    .option('--json', 'print the result as one line of JSON')
    .action(async (folder: string, options: Options) =>
      done(await backup(resolve(folder), options, shell)),
    );
}

async function backup(folder: string, { json }: Options, shell: Shell): Promise<ExitStatus> {
  const settings = readSettings(shell.environment);
  const manifest = await write(folder, settings, shell);
  const findings = await checkBackup(folder, readManifest(folder), true);
  if (json) shell.print(JSON.stringify({ folder, ...sumOf(manifest), findings }));
  else
    [...findings, sentence(folder, manifest, findings.length, settings)].forEach((line) =>
      shell.print(line),
    );
  return findings.length === 0 ? EXIT.ok : EXIT.finding;
}

async function write(folder: string, settings: Settings, shell: Shell): Promise<Manifest> {
  const database = await openToRead(settings.DATABASE_URL);
  const bars = progressBars(shell);
  try {
    const source = { database, erasureLedgerFile: resolve(settings.ERASURE_LEDGER_FILE) };
    return await writeBackup(source, folder, { now: shell.now(), progress: bars.show });
  } finally {
    bars.clear();
    await database.close();
  }
}

/** What a backup holds, in figures. */
export function sumOf({ tenants, files, master_key_id }: Manifest) {
  const events = tenants.reduce((sum, { position }) => sum + position, 0);
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  return { tenants: tenants.length, events, bytes, master_key_id };
}

function sentence(
  folder: string,
  manifest: Manifest,
  findings: number,
  { MASTER_KEY_FILE }: Settings,
): string {
  const { tenants, events, bytes, master_key_id } = sumOf(manifest);
  const size = `${tenants} tenants, ${events} events, ${Math.ceil(bytes / 1e6)} MB`;
  if (findings > 0)
    return `the backup in ${folder} (${size}) is NOT good; "leadlog verify" tells whether the log itself is`;
  const key =
    master_key_id === null
      ? 'nothing in it is encrypted'
      : `keep a copy of the master key ${master_key_id} (${MASTER_KEY_FILE}) in another place`;
  return `backup in ${folder}: ${size}, read back and found good; ${key}`;
}
