import { openCheckpoint, type SignedHead } from '@leadlog/event-store/checkpoint';
import { readFileSync } from 'node:fs';
import { Unusable } from './shell';

/**
 * What the checkpoint in a file says, its signature verified.
 * @throws Unusable
 * @throws BadCheckpoint
 */
export function readCheckpoint(file: string): SignedHead {
  return openCheckpoint(parse(file));
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Unusable(`the checkpoint ${file} cannot be read (${(error as Error).message})`);
  }
}
