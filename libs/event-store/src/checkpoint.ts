import type { Database } from '@leadlog/database/database';
import { sign, verify } from 'node:crypto';
import type { ChainPlace } from './chain-walk';
import { genesisHash, HASH_BYTES } from './hash-chain';
import { keyId, verifyingKey, type SigningKey } from './signing-key-file';

/** A signed head, as the wire has it. Whoever keeps one can later tell that the log was changed. */
export interface Checkpoint {
  /** `leadlog checkpoint v1 ⏎ tenant ⏎ position ⏎ hash in hex ⏎ time ⏎`. */
  note: string;
  /** Ed25519 over the note's UTF-8 bytes, in base64. */
  signature: string;
  key_id: string;
  /** The 32 bytes, in base64. */
  public_key: string;
}

/** What a checkpoint says: where a tenant's log ended at a moment. */
export interface SignedHead extends ChainPlace {
  tenant_id: string;
  /** RFC 3339 in UTC with milliseconds. */
  signed_at: string;
}

/** A checkpoint is not one, or its signature does not hold. */
export class BadCheckpoint extends Error {}

const PUBLIC_KEY_BYTES = 32;

const NOTE =
  /^leadlog checkpoint v1\n([a-z0-9][a-z0-9_-]{0,62})\n(0|[1-9][0-9]{0,15})\n([0-9a-f]{64})\n(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\n$/;

/** The end of a tenant's log as it is now, signed. */
export async function makeCheckpoint(
  database: Database,
  tenantId: string,
  key: SigningKey,
  now: Date,
): Promise<Checkpoint> {
  const head = await database.read(tenantId, (snapshot) =>
    snapshot
      .selectFrom('heads')
      .select(['position', 'hash'])
      .where('tenant_id', '=', tenantId)
      .executeTakeFirst(),
  );
  const place = head ?? { position: 0, hash: genesisHash(tenantId) };
  return signHead({ ...place, tenant_id: tenantId, signed_at: now.toISOString() }, key);
}

export function signHead(head: SignedHead, key: SigningKey): Checkpoint {
  const hash = Buffer.from(head.hash).toString('hex');
  const note = `leadlog checkpoint v1\n${head.tenant_id}\n${head.position}\n${hash}\n${head.signed_at}\n`;
  return {
    note,
    signature: sign(null, Buffer.from(note, 'utf8'), key.privateKey).toString('base64'),
    key_id: key.id,
    public_key: key.publicKey.toString('base64'),
  };
}

/**
 * What a checkpoint says, once its signature is found to hold under the key that stands in it.
 * Whether that key is to be trusted is for those to know who kept it; `vouchedFor` helps.
 * @throws BadCheckpoint
 */
export function openCheckpoint(checkpoint: unknown): SignedHead {
  const { note, signature, key_id, public_key } = textsOf(checkpoint);
  const publicKey = Buffer.from(public_key, 'base64');
  if (publicKey.length !== PUBLIC_KEY_BYTES || keyId(publicKey) !== key_id)
    throw new BadCheckpoint('the key_id of the checkpoint is not that of its public_key');
  const bytes = Buffer.from(note, 'utf8');
  if (!verify(null, bytes, verifyingKey(publicKey), Buffer.from(signature, 'base64')))
    throw new BadCheckpoint('the signature of the checkpoint does not hold');
  return parseNote(note);
}

function textsOf(checkpoint: unknown): Checkpoint {
  const fields = Object(checkpoint) as Record<keyof Checkpoint, unknown>;
  const text = (name: keyof Checkpoint): string => {
    const value = fields[name];
    if (typeof value === 'string') return value;
    throw new BadCheckpoint(`the checkpoint has no ${name}`);
  };
  return {
    note: text('note'),
    signature: text('signature'),
    key_id: text('key_id'),
    public_key: text('public_key'),
  };
}

function parseNote(note: string): SignedHead {
  const [, tenant_id, position, hash, signed_at] = NOTE.exec(note) ?? [];
  if (!tenant_id || !position || hash?.length !== 2 * HASH_BYTES || !signed_at)
    throw new BadCheckpoint('the note of the checkpoint is not one of version 1');
  return { tenant_id, position: Number(position), hash: Buffer.from(hash, 'hex'), signed_at };
}
