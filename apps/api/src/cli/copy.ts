import { openDatabase, placeOf } from '@leadlog/database/open-database';
import { openToRead } from '@leadlog/database/open-existing';
import type { Command } from 'commander';
import { resolve } from 'node:path';
import { completeRestored, requireMasterKey } from '../backup/bring-back';
import { copyInstallation, masterKeyOf, type Copied } from '../copy/copy-installation';
import { readSettings, type Settings } from '../settings';
import { progressBars } from './progress-bar';
import { EXIT, Unusable, type ExitStatus, type Shell } from './shell';

interface Options {
  from: string;
  to: string;
  json?: true;
}

export function addCopy(program: Command, shell: Shell, done: (status: ExitStatus) => void): void {
  program
    .command('copy')
    .description(
      'Copy all of a database into an empty one, of whichever engine, and verify it there. ' +
        'Stop the service first; what was cut off goes on where it was.',
    )
    .requiredOption('--from <url>', 'the database that is there, as DATABASE_URL names it')
    .requiredOption('--to <url>', 'the database that is to hold the same')
    .option('--json', 'print the result as one line of JSON')
    .action(async (options: Options) => done(await copy(options, shell)));
}

async function copy({ from, to, json }: Options, shell: Shell): Promise<ExitStatus> {
  if (placeOf(from) === placeOf(to)) throw new Unusable('--from and --to name the same database');
  const settings = readSettings({ ...shell.environment, DATABASE_URL: to });
  const { tenants, differences } = await copyRows(from, settings, shell);
  const findings =
    differences.length > 0
      ? differences
      : await completeRestored({ tenants }, settings, { withKeys: true, now: shell.now() });
  const events = tenants.reduce((sum, { position }) => sum + position, 0);
  if (json) shell.print(JSON.stringify({ tenants: tenants.length, events, findings }));
  else
    [...findings, verdict(tenants.length, events, findings)].forEach((line) => shell.print(line));
  return findings.length === 0 ? EXIT.ok : EXIT.finding;
}

async function copyRows(url: string, settings: Settings, shell: Shell): Promise<Copied> {
  const from = await openToRead(url);
  const bars = progressBars(shell);
  try {
    requireMasterKey({ master_key_id: await masterKeyOf(from) }, resolve(settings.MASTER_KEY_FILE));
    const to = await openDatabase(settings.DATABASE_URL);
    return await copyInstallation({ from, to }, bars.show).finally(() => to.close());
  } finally {
    bars.clear();
    await from.close();
  }
}

function verdict(tenants: number, events: number, findings: string[]): string {
  const size = `${tenants} tenants, ${events} events`;
  return findings.length > 0
    ? `the copy (${size}) is NOT good; stop the services of both databases, then copy again`
    : `copied: ${size}, every hash unchanged, with every read model; the service may start there`;
}
