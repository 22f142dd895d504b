import {
  DatabaseUnusable,
  INSTALLATION,
  type Database,
  type Reading,
} from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import { exportLine } from '@leadlog/event-store/export-record';
import { readRecords } from '@leadlog/event-store/read-events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BackupFile } from './backup-file';
import {
  INSTALLATION_KEYS,
  INSTALLATION_SETTINGS,
  keptLines,
  TENANT_KEYS,
  TENANT_SETTINGS,
} from './kept-rows';
import {
  KEYS_FILE,
  LEDGER_FILE,
  logFile,
  SETTINGS_FILE,
  writeManifest,
  type KeptHead,
  type Manifest,
} from './manifest';

/** Events that are read at once. */
const PAGE = 500;

export interface BackupSource {
  database: Database;
  erasureLedgerFile: string;
}

export interface BackupOptions {
  now: Date;
  /** Told which tenant's log is being written, and how far it is. */
  progress?: (tenantId: string, position: number, end: number) => void;
}

/**
 * Writes log, settings, keys and the erasure ledger into a new folder, while services go on. Each
 * tenant is kept as it is at one moment; no tenant waits for another. Read models are not kept: they
 * follow from the log. What is cut off or fails leaves no manifest, and so no backup.
 * @throws DatabaseUnusable
 */
export async function writeBackup(
  source: BackupSource,
  folder: string,
  options: BackupOptions,
): Promise<Manifest> {
  if (existsSync(folder))
    throw new DatabaseUnusable(`${folder} exists; name a folder that is not there yet`);
  try {
    mkdirSync(join(folder, 'log'), { recursive: true, mode: 0o700 });
    return await new BackupWriting(source, folder, options).write();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof DatabaseUnusable) throw error;
    throw new DatabaseUnusable(`${folder} cannot be written (${message}); nothing of it is kept`);
  }
}

class BackupWriting {
  private readonly files: Manifest['files'] = {};
  private readonly settings: BackupFile;
  private readonly keys: BackupFile;

  constructor(
    private readonly source: BackupSource,
    private readonly folder: string,
    private readonly options: BackupOptions,
  ) {
    this.settings = new BackupFile(folder, SETTINGS_FILE);
    this.keys = new BackupFile(folder, KEYS_FILE);
  }

  async write(): Promise<Manifest> {
    const { database } = this.source;
    const masterKeyId = await this.writeInstallation();
    const tenants: KeptHead[] = [];
    for (const tenantId of await database.read(INSTALLATION, listTenants))
      tenants.push(await this.writeTenant(tenantId, masterKeyId));
    this.finish(this.settings);
    this.finish(this.keys);
    // Last: what was erased meanwhile stands in it, whether its key is among the keys or not.
    this.writeLedger();
    const manifest: Manifest = {
      format: 'leadlog backup 1',
      created_at: this.options.now.toISOString(),
      master_key_id: masterKeyId,
      tenants,
      files: this.files,
    };
    writeManifest(this.folder, manifest);
    return manifest;
  }

  /** What belongs to no tenant; the master key in use. */
  private writeInstallation(): Promise<string | null> {
    return this.source.database.read(INSTALLATION, async (snapshot) => {
      await addAll(this.settings, keptLines(snapshot, INSTALLATION_SETTINGS));
      await addAll(this.keys, keptLines(snapshot, INSTALLATION_KEYS));
      const master = await snapshot.selectFrom('master_key').select('key_id').executeTakeFirst();
      return master?.key_id ?? null;
    });
  }

  /**
   * Most of the log page by page, each on a snapshot of its own, for it never changes; then the rest
   * and what does change on one, which is short: an erasure waits for it.
   */
  private async writeTenant(tenantId: string, masterKeyId: string | null): Promise<KeptHead> {
    const { database } = this.source;
    const log = new BackupFile(this.folder, logFile(tenantId));
    let after = 0;
    for (let isBehind = true; isBehind;) {
      const before = after;
      after = await database.read(tenantId, (snapshot) =>
        this.writePage(snapshot, tenantId, log, before),
      );
      isBehind = after - before >= PAGE;
    }
    const head = await database.read(tenantId, async (snapshot) => {
      for (let written = -1; written !== after;)
        after = await this.writePage(snapshot, tenantId, log, (written = after));
      await addAll(this.settings, keptLines(snapshot, TENANT_SETTINGS, tenantId));
      await addAll(this.keys, keptLines(snapshot, TENANT_KEYS, tenantId));
      await requireOneMasterKey(snapshot, tenantId, masterKeyId);
      return readKeptHead(snapshot, tenantId);
    });
    this.finish(log);
    return head;
  }

  /** Writes the events after a position, as many as are read at once; the position reached. */
  private async writePage(
    snapshot: Reading,
    tenantId: string,
    log: BackupFile,
    after: number,
  ): Promise<number> {
    const upTo = Number.MAX_SAFE_INTEGER;
    const records = await readRecords(snapshot, tenantId, { after, upTo }, PAGE);
    for (const record of records) log.add(`${exportLine(record)}\n`);
    const reached = records.at(-1)?.position ?? after;
    if (this.options.progress && reached > after)
      this.options.progress(tenantId, reached, (await readKeptHead(snapshot, tenantId)).position);
    return reached;
  }

  private writeLedger(): void {
    const ledger = new BackupFile(this.folder, LEDGER_FILE);
    const { erasureLedgerFile } = this.source;
    // A line that is being written has no end yet: it belongs to the next backup.
    const text = existsSync(erasureLedgerFile) ? readFileSync(erasureLedgerFile, 'utf8') : '';
    ledger.add(text.slice(0, text.lastIndexOf('\n') + 1));
    this.finish(ledger);
  }

  private finish(file: BackupFile): void {
    this.files[file.name] = file.finish();
  }
}

async function addAll(file: BackupFile, lines: AsyncIterable<string>): Promise<void> {
  for await (const line of lines) file.add(line);
}

/** The end of a tenant's log. @throws DatabaseUnusable where it is lost */
export async function readKeptHead(snapshot: Reading, tenantId: string): Promise<KeptHead> {
  const head = await snapshot
    .selectFrom('heads')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  if (!head)
    throw new DatabaseUnusable(
      `the log of ${tenantId} has lost its end; "leadlog verify" tells more`,
    );
  return { ...head, hash: Buffer.from(head.hash).toString('hex') };
}

/** While the master key is replaced, keys stand under two; a backup names one. */
export async function requireOneMasterKey(
  snapshot: Reading,
  tenantId: string,
  masterKeyId: string | null,
): Promise<void> {
  const other = await snapshot
    .selectFrom('lead_keys')
    .select('master_key_id')
    .where('tenant_id', '=', tenantId)
    .where('wrapped_key', 'is not', null)
    .where('master_key_id', '<>', masterKeyId ?? '')
    .limit(1)
    .executeTakeFirst();
  if (other)
    throw new DatabaseUnusable(
      'the master key is being replaced; finish "leadlog keys rotate", then try again',
    );
}
