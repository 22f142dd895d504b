import { INSTALLATION } from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import { openExisting } from '@leadlog/database/open-existing';
import { makeCheckpoint } from '@leadlog/event-store/checkpoint';
import { openSigningKey } from '@leadlog/event-store/signing-keys';
import type { Command } from 'commander';
import { resolve } from 'node:path';
import { readSettings } from '../settings';
import { EXIT, Unusable, type ExitStatus, type Shell } from './shell';

interface Options {
  tenant: string;
  json?: true;
}

export function addCheckpoint(
  program: Command,
  shell: Shell,
  done: (status: ExitStatus) => void,
): void {
  program
    .command('checkpoint')
    .description(
      'Sign the end of a log. Kept elsewhere, it proves later that the log was not changed.',
    )
    .requiredOption('--tenant <id>', 'whose log')
    .option('--json', 'print it on one line')
    .action(async (options: Options) => done(await checkpoint(options, shell)));
}

async function checkpoint({ tenant, json }: Options, shell: Shell): Promise<ExitStatus> {
  const settings = readSettings(shell.environment);
  const database = await openExisting(settings.DATABASE_URL);
  try {
    if (!(await database.read(INSTALLATION, listTenants)).includes(tenant))
      throw new Unusable(`there is no log of tenant ${tenant}`);
    const key = await openSigningKey(resolve(settings.SIGNING_KEY_FILE), database, shell.now());
    const signed = await makeCheckpoint(database, tenant, key, shell.now());
    shell.print(JSON.stringify(signed, null, json ? 0 : 2));
    return EXIT.ok;
  } finally {
    await database.close();
  }
}
