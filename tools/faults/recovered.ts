/** Bundled: reads with the product's own code what a data folder holds after a fault. */
import { INSTALLATION, type Database } from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import { openToRead } from '@leadlog/database/open-existing';
import { readErasures, type Erasure } from '@leadlog/event-store/erasure-ledger';
import { LogReader } from '@leadlog/event-store/log-reader';
import { openMasterKeys } from '@leadlog/event-store/master-keys';
import { PersonalData } from '@leadlog/event-store/personal-data';
import { verifyChain } from '@leadlog/event-store/verify-chain';
import { verifyLeadList } from '@leadlog/read-models/lead-list/verify-lead-list';
import { join } from 'node:path';
import { readSettings } from '../../apps/api/src/settings';
import { openForWriting } from '../../apps/api/src/writing/open-for-writing';

export interface RecoveredEvent {
  tenant_id: string;
  position: number;
  lead_id: number;
  version: number;
  type: string;
  correlation_id: string;
}

export interface Recovered {
  events: RecoveredEvent[];
  /** What the product itself finds broken, a line each. */
  findings: string[];
}

/** Reads a folder beside the services that use it; of all tenants, or of some. */
export async function readRecovered(
  folder: string,
  some?: readonly string[],
  url = `sqlite:${join(folder, 'data/leadlog.sqlite')}`,
): Promise<Recovered> {
  const database = await openToRead(url);
  try {
    const masterKeys = await openMasterKeys(join(folder, 'data/master.key'), database);
    const log = new LogReader(new PersonalData(masterKeys));
    const tenants = some ?? (await database.read(INSTALLATION, listTenants));
    const events: RecoveredEvent[] = [];
    const recorded = readErasures(join(folder, 'data/erasures.log'));
    const findings: string[] = [];
    for (const tenant of tenants) {
      events.push(...(await readEvents(database, tenant)));
      findings.push(...(await findBroken(database, log, tenant)));
      findings.push(...(await unrecordedErasures(database, tenant, recorded)));
    }
    return { events, findings };
  } finally {
    await database.close();
  }
}

/** Opens a folder as a start of the service does, and reads it. */
export async function recover(folder: string): Promise<Recovered> {
  const settings = readSettings({
    DATABASE_URL: `sqlite:${join(folder, 'data/leadlog.sqlite')}`,
    MASTER_KEY_FILE: join(folder, 'data/master.key'),
    ERASURE_LEDGER_FILE: join(folder, 'data/erasures.log'),
  });
  const store = await openForWriting(settings, {
    committed: () => undefined,
    storageFailed: (failure) => {
      throw failure;
    },
  });
  try {
    return await readRecovered(folder);
  } finally {
    await store.close();
  }
}

function readEvents(database: Database, tenant: string): Promise<RecoveredEvent[]> {
  return database.read(tenant, (snapshot) =>
    snapshot
      .selectFrom('events')
      .select(['tenant_id', 'position', 'lead_id', 'version', 'type', 'correlation_id'])
      .where('tenant_id', '=', tenant)
      .orderBy('position')
      .execute(),
  );
}

async function findBroken(database: Database, log: LogReader, tenant: string): Promise<string[]> {
  const findings: string[] = [];
  const chain = await verifyChain(database, tenant);
  if (!chain.intact)
    findings.push(`${tenant}: chain broken at ${chain.first_broken_position}: ${chain.reason}`);
  for await (const difference of verifyLeadList(database, log, tenant, new Date()))
    findings.push(`${tenant}: lead list is not the fold: ${JSON.stringify(difference)}`);
  return findings;
}

/** After a start every erasure of the log stands in the ledger. */
async function unrecordedErasures(
  database: Database,
  tenant: string,
  recorded: readonly Erasure[],
): Promise<string[]> {
  const known = new Set(recorded.map((one) => `${one.tenant_id}/${one.position}`));
  const erased = await database.read(tenant, (snapshot) =>
    snapshot
      .selectFrom('events')
      .select(['tenant_id', 'position'])
      .where('tenant_id', '=', tenant)
      .where('type', '=', 'PersonalDataErased')
      .execute(),
  );
  return erased
    .map((event) => `${event.tenant_id}/${event.position}`)
    .filter((name) => !known.has(name))
    .map((name) => `erasure ${name} is not in the ledger`);
}
