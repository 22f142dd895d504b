import { openExisting } from '@leadlog/database/open-existing';
import { rotateMasterKey } from '@leadlog/event-store/rotate-master-key';
import type { Command } from 'commander';
import { resolve } from 'node:path';
import { readSettings } from '../settings';
import { EXIT, type ExitStatus, type Shell } from './shell';

interface Options {
  json?: true;
}

export function addRotateMaster(
  keys: Command,
  shell: Shell,
  done: (status: ExitStatus) => void,
): void {
  keys
    .command('rotate')
    .description('Replace the master key by a new one, while the service goes on.')
    .option('--json', 'print the result as one line of JSON')
    .action(async (options: Options) => done(await rotate(options, shell)));
}

async function rotate({ json }: Options, shell: Shell): Promise<ExitStatus> {
  const settings = readSettings(shell.environment);
  const file = resolve(settings.MASTER_KEY_FILE);
  const database = await openExisting(settings.DATABASE_URL);
  try {
    const { id, keys } = await rotateMasterKey(file, database);
    const text = `${keys} keys are wrapped by the new master key ${id} in ${file}: keep a copy of it; backups from before need the old one`;
    shell.print(json ? JSON.stringify({ key_id: id, keys }) : text);
    return EXIT.ok;
  } finally {
    await database.close();
  }
}
