import { StorageDamaged, type Database } from '@leadlog/database/database';
import type { ChainPlace } from '@leadlog/event-store/chain-walk';
import type { LogReader } from '@leadlog/event-store/log-reader';
import { verifyChain, type Verification } from '@leadlog/event-store/verify-chain';
import { verifyLeadList } from '@leadlog/read-models/lead-list/verify-lead-list';

export interface TenantVerification {
  tenant_id: string;
  chain: Verification;
  /** Rows of the lead list that are not what the log tells. */
  differences: number;
  /** Whether all that the lead list is held against could be read. */
  isReadable: boolean;
}

export interface TenantVerificationOptions {
  now: Date;
  /** What the log has to go through. */
  checkpoint?: ChainPlace;
  /** Ends it between two pages; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Walks a tenant's chain and holds its read models against a fresh fold of the log. */
export async function verifyTenant(
  database: Database,
  log: LogReader,
  tenant_id: string,
  { now, checkpoint, signal }: TenantVerificationOptions,
): Promise<TenantVerification> {
  const chain = await verifyChain(database, tenant_id, { checkpoint, signal });
  let differences = 0;
  let isReadable = true;
  try {
    for await (const _ of verifyLeadList(database, log, tenant_id, now)) {
      signal?.throwIfAborted();
      differences += 1;
    }
  } catch (error) {
    if (!(error instanceof StorageDamaged)) throw error;
    isReadable = false;
  }
  return { tenant_id, chain, differences, isReadable };
}
