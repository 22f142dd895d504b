import type { Database } from '@leadlog/database/database';
import { openDatabase } from '@leadlog/database/open-database';
import { openEventStore } from '@leadlog/event-store/open-event-store';
import { verifyChain } from '@leadlog/event-store/verify-chain';
import { leadListModel } from '@leadlog/read-models/lead-list/lead-list-model';
import { rebuildReadModel } from '@leadlog/read-models/rebuild/rebuild-read-model';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compared, interleaved, type Figure } from '../figure.ts';
import { BIG_TENANT, type Place } from '../seed/seed.ts';
import { perSecond } from '../statistics.ts';
import { RawLog } from './raw-log.ts';

/** The verification of a tenant's chain, and the rebuild of the lead list of all tenants. */
export async function logReads(place: Place, rounds: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-bench-'));
  const database = await openDatabase(place.url);
  const clock = () => new Date();
  const store = await openEventStore({
    ...place,
    database,
    projections: [leadListModel.projection()],
    clock,
  });
  const raw = new RawLog(place);
  const verify = [async () => raw.verify(BIG_TENANT), () => verified(database)];
  let folded = 0;
  const rebuild = [
    async () => raw.fold(join(folder, `${++folded}.sqlite`)),
    () => rebuildReadModel(database, store, leadListModel, { now: clock() }),
  ];
  const figures = [
    ...(await walked('verification of a chain', '≥ 200,000', verify, rounds)),
    ...(await walked('rebuild of the lead list', '≥ 100,000', rebuild, rounds)),
  ];
  raw.close();
  store.close();
  await database.close();
  rmSync(folder, { recursive: true });
  return figures;
}

async function verified(database: Database): Promise<number> {
  const verification = await verifyChain(database, BIG_TENANT);
  if (!verification.intact) throw new Error(`broken at ${verification.first_broken_position}`);
  return verification.events;
}

/**
 * The limit's walk over events, then ours; each answers how many it were. Other programs disturb what
 * is counted by processor time less.
 */
async function walked(
  work: string,
  goal: string,
  walks: readonly (() => Promise<number>)[],
  rounds: number,
): Promise<Figure[]> {
  let size = 0;
  const [limit = [], ours = []] = await interleaved(rounds, walks, async (walk) => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    size = await walk();
    const { user, system } = process.cpuUsage(before);
    return {
      rate: perSecond(size, performance.now() - start),
      cpuRate: perSecond(size, (user + system) / 1000),
    };
  });
  const of = { work, size, of: 'events' } as const;
  return [
    { ...of, ...compared('rate', ours, limit), unit: 'events/s', goal },
    { ...of, ...compared('cpuRate', ours, limit), unit: 'events/s of CPU' },
  ];
}
