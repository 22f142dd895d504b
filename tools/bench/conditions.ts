import BetterSqlite from 'better-sqlite3';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { canPin } from './services/start-node.ts';
import { perSecond } from './statistics.ts';

const FLUSHING_MS = 500;
const PAGE_BYTES = 4096;

/** Under which conditions figures came about, by name. */
export function conditions(): Record<string, string> {
  const database = new BetterSqlite(':memory:');
  const sqlite = database.prepare('select sqlite_version()').pluck().get() as string;
  database.close();
  const cores = availableParallelism();
  return {
    Date: new Date().toISOString().slice(0, 10),
    Machine: `${cores} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 1e9)} GB, ${type()} ${release()}`,
    'Load before': `${loadavg()[0]?.toFixed(1)} (others on the same cores slow down both sides)`,
    'Service and client': canPin ? 'pinned to a core each' : 'not pinned to cores',
    Versions: `Node ${process.versions.node}, SQLite ${sqlite}, autocannon as client`,
    Flushes: `${Math.round(flushRate()).toLocaleString('en')} a second (write of ${PAGE_BYTES} bytes and fsync)`,
  };
}

function flushRate(): number {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-bench-'));
  const descriptor = openSync(join(folder, 'flushed'), 'w');
  const page = Buffer.alloc(PAGE_BYTES, 1);
  const start = performance.now();
  let flushes = 0;
  for (; performance.now() < start + FLUSHING_MS; flushes += 1) {
    writeSync(descriptor, page);
    fsyncSync(descriptor);
  }
  const rate = perSecond(flushes, performance.now() - start);
  closeSync(descriptor);
  rmSync(folder, { recursive: true });
  return rate;
}
