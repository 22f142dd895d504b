import { INSTALLATION } from '@leadlog/database/database';
import { openExisting } from '@leadlog/database/open-existing';
import { readSigningKeys, rotateSigningKey } from '@leadlog/event-store/signing-keys';
import type { Command } from 'commander';
import { resolve } from 'node:path';
import { readSettings } from '../settings';
import { EXIT, type ExitStatus, type Shell } from './shell';

interface Options {
  json?: true;
}

export function addRotateSigning(
  keys: Command,
  shell: Shell,
  done: (status: ExitStatus) => void,
): void {
  keys
    .command('rotate-signing')
    .description('Replace the key that signs checkpoints by a new one, signed by the old.')
    .option('--json', 'print the new public key as one line of JSON')
    .action(async (options: Options) => done(await rotate(options, shell)));
}

async function rotate({ json }: Options, shell: Shell): Promise<ExitStatus> {
  const settings = readSettings(shell.environment);
  const file = resolve(settings.SIGNING_KEY_FILE);
  const database = await openExisting(settings.DATABASE_URL);
  try {
    const { id } = await rotateSigningKey(file, database, shell.now());
    const keys = await database.read(INSTALLATION, readSigningKeys);
    const text = `checkpoints are signed with ${id} from now on; its private key is in ${file}`;
    shell.print(json ? JSON.stringify(keys.find(({ key_id }) => key_id === id)) : text);
    return EXIT.ok;
  } finally {
    await database.close();
  }
}
