import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Writes a new file, readable by its owner alone, and flushes it; it must not exist. */
export function createSecretFile(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const descriptor = openSync(file, 'wx', 0o600);
  writeSync(descriptor, content);
  fsyncSync(descriptor);
  closeSync(descriptor);
  flushFolder(file);
}

/** Puts one file in the place of another, for good when this returns. */
export function replaceFile(from: string, to: string): void {
  renameSync(from, to);
  flushFolder(to);
}

/** A name in a folder is durable only once the folder is flushed. */
function flushFolder(file: string): void {
  const descriptor = openSync(dirname(file), 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
