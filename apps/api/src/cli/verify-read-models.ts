import { INSTALLATION, type Database } from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import { openToRead } from '@leadlog/database/open-existing';
import { LogReader } from '@leadlog/event-store/log-reader';
import { openMasterKeys } from '@leadlog/event-store/master-keys';
import { PersonalData } from '@leadlog/event-store/personal-data';
import {
  verifyLeadList,
  type LeadDifference,
} from '@leadlog/read-models/lead-list/verify-lead-list';
import { resolve } from 'node:path';
import { readSettings, type Settings } from '../settings';
import { EXIT, Unusable, type ExitStatus, type Shell } from './shell';

interface Options {
  tenant?: string;
  json?: true;
}

/** A row of a read model that is not what the log tells. */
type RowDifference = { tenant_id: string; model: 'lead-list' } & LeadDifference;

/** Holds every read model against a fresh fold of the log, and prints the rows that differ. */
export async function verifyReadModels(options: Options, shell: Shell): Promise<ExitStatus> {
  const settings = readSettings(shell.environment);
  const database = await openToRead(settings.DATABASE_URL);
  try {
    const tenants = await tenantsOf(database, options.tenant);
    const differences = await findDifferences(database, tenants, settings, shell);
    if (options.json)
      shell.print(JSON.stringify({ intact: differences.length === 0, differences }));
    else report(differences, tenants.length, shell);
    return differences.length === 0 ? EXIT.ok : EXIT.finding;
  } finally {
    await database.close();
  }
}

async function tenantsOf(database: Database, named: string | undefined): Promise<string[]> {
  const all = await database.read(INSTALLATION, listTenants);
  if (named === undefined) return all;
  if (!all.includes(named)) throw new Unusable(`there is no log of tenant ${named}`);
  return [named];
}

async function findDifferences(
  database: Database,
  tenants: readonly string[],
  settings: Settings,
  shell: Shell,
): Promise<RowDifference[]> {
  // A database without a log has no key either.
  if (tenants.length === 0) return [];
  const masterKeys = await openMasterKeys(resolve(settings.MASTER_KEY_FILE), database);
  const log = new LogReader(new PersonalData(masterKeys));
  const differences: RowDifference[] = [];
  for (const tenant_id of tenants)
    for await (const difference of verifyLeadList(database, log, tenant_id, shell.now()))
      differences.push({ tenant_id, model: 'lead-list', ...difference });
  return differences;
}

function report(differences: readonly RowDifference[], tenants: number, shell: Shell): void {
  for (const { tenant_id, model, lead_id, kind, fields } of differences)
    shell.print(`${tenant_id}: lead ${lead_id} of ${model} is ${kind} ${fields.join(', ')}`.trim());
  const verdict =
    differences.length === 0
      ? 'every row is what the log tells'
      : `${differences.length} rows are not what the log tells; "leadlog rebuild lead-list" mends them`;
  shell.print(`read models of ${tenants} tenants: ${verdict}`);
}
