import { openDatabase } from '@leadlog/database/open-database';
import { decide } from '@leadlog/domain/decide';
import { idsAfter } from '@leadlog/domain/next-ids';
import { openEventStore } from '@leadlog/event-store/open-event-store';
import { leadListProjection } from '@leadlog/read-models/lead-list/lead-list-projection';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../seed/engines.ts';
import { placeIn } from '../seed/seed.ts';
import { newLead, trace, type RawContent } from './raw-content.ts';
import { openRawPostgres } from './raw-postgres.ts';
import { openRawSqlite } from './raw-sqlite.ts';

export interface Appender {
  append(tenant: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Leads created through decision, encryption, chain and, where asked, the lead list. */
export async function openOurs(engine: Engine, withProjection: boolean): Promise<Appender> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-bench-'));
  await engine.clear(folder);
  const place = placeIn(folder, engine);
  const database = await openDatabase(place.url);
  const store = await openEventStore({
    ...place,
    database,
    projections: withProjection ? [leadListProjection()] : [],
    clock: () => new Date(),
  });
  const origin = { actor: 'mara', correlation_id: trace };
  const command = { type: 'CreateLead', lead: newLead } as const;
  return {
    append: (tenant) =>
      store.write(tenant, origin, async (log) => {
        const decision = decide(null, command, { now: log.now, ids: log.ids });
        if ('refusals' in decision) throw new Error('refused');
        const ids = decision.events.reduce(idsAfter, log.ids);
        await log.append(log.ids.lead, 0, decision.events, ids);
      }),
    close: async () => {
      store.close();
      await database.close();
      await engine.discard(folder);
    },
  };
}

/** The limit on an engine; see there. */
export async function openRaw(engine: Engine, next: () => RawContent): Promise<Appender> {
  if (engine.name === 'sqlite') return openRawSqlite(next);
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-bench-'));
  await engine.clear(folder);
  const { append, close } = await openRawPostgres(engine.url(folder), next);
  return { append, close: () => close().then(() => engine.discard(folder)) };
}
