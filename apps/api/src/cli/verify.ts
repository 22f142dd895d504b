import { INSTALLATION, type Database } from '@leadlog/database/database';
import { damagedPages } from '@leadlog/database/damaged-pages';
import { listTenants } from '@leadlog/database/list-tenants';
import { openToRead } from '@leadlog/database/open-existing';
import type { SignedHead } from '@leadlog/event-store/checkpoint';
import { verifyChain, type Verification } from '@leadlog/event-store/verify-chain';
import type { Command } from 'commander';
import { readSettings } from '../settings';
import { REASONS } from './reasons';
import { progressBar } from './progress-bar';
import { readCheckpoint } from './read-checkpoint';
import { verifyReadModels } from './verify-read-models';
import { EXIT, Unusable, type ExitStatus, type Shell } from './shell';

interface Options {
  tenant?: string;
  checkpoint?: string;
  readModels?: true;
  json?: true;
}

/** Opens the database for reading only: it may be a copy, or in use by a service. */
export function addVerify(
  program: Command,
  shell: Shell,
  done: (status: ExitStatus) => void,
): void {
  program
    .command('verify')
    .description(
      'Check the file of a SQLite database, walk the hash chain of each log, and name the first position that is broken.',
    )
    .option('--tenant <id>', 'only this tenant')
    .option('--checkpoint <file>', 'the log must be, or extend, what was signed there')
    .option('--read-models', 'hold the read models against the log, instead of walking its chain')
    .option('--json', 'print the result as one line of JSON')
    .action(async (options: Options) =>
      done(await (options.readModels ? verifyReadModels(options, shell) : verify(options, shell))),
    );
}

async function verify(options: Options, shell: Shell): Promise<ExitStatus> {
  const checkpoint = options.checkpoint === undefined ? null : readCheckpoint(options.checkpoint);
  const database = await openToRead(readSettings(shell.environment).DATABASE_URL);
  try {
    // Whoever names a tenant does not ask for the whole file, which may be large.
    const damaged_pages = options.tenant === undefined ? await damagedPages(database) : [];
    if (!options.json) damaged_pages.forEach((page) => shell.print(`DAMAGED file: ${page}`));
    const tenants = await chosenTenants(database, options.tenant, checkpoint);
    const results = await verifyAll(database, tenants, checkpoint, shell);
    const intact = damaged_pages.length === 0 && results.every((result) => result.intact);
    if (options.json) shell.print(JSON.stringify({ intact, damaged_pages, tenants: results }));
    else results.forEach((result) => shell.print(sentence(result)));
    return intact ? EXIT.ok : EXIT.finding;
  } finally {
    await database.close();
  }
}

async function chosenTenants(
  database: Database,
  named: string | undefined,
  checkpoint: SignedHead | null,
): Promise<string[]> {
  if (named !== undefined && checkpoint !== null && named !== checkpoint.tenant_id)
    throw new Unusable(`the checkpoint is of tenant ${checkpoint.tenant_id}, not ${named}`);
  const all = await database.read(INSTALLATION, listTenants);
  const tenant = named ?? checkpoint?.tenant_id;
  if (tenant === undefined) return all;
  // What was signed must be there; a name alone may be mistyped.
  if (checkpoint === null && !all.includes(tenant))
    throw new Unusable(`there is no log of tenant ${tenant}`);
  return [tenant];
}

type TenantVerification = { tenant_id: string } & Verification;

async function verifyAll(
  database: Database,
  tenants: readonly string[],
  checkpoint: SignedHead | null,
  shell: Shell,
): Promise<TenantVerification[]> {
  const results: TenantVerification[] = [];
  for (const tenant_id of tenants) {
    const bar = progressBar(shell, tenant_id);
    const options = { progress: bar.show, checkpoint: checkpoint ?? undefined };
    results.push({ tenant_id, ...(await verifyChain(database, tenant_id, options)) });
    bar.clear();
  }
  return results;
}

function sentence(result: TenantVerification): string {
  if (result.intact)
    return `${result.tenant_id}: intact, ${result.events} events, head ${result.head.hash}`;
  const { tenant_id, first_broken_position, reason } = result;
  return `${tenant_id}: BROKEN at position ${first_broken_position} (${reason}): ${REASONS[reason]}`;
}
