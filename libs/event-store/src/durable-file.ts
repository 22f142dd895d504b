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
  const part = `${file}.part`;
  rmSync(part, { force: true });
  const descriptor = openSync(part, 'wx', 0o600);
  writeSync(descriptor, content);
  fsyncSync(descriptor);
  closeSync(descriptor);
  // A crash leaves the whole file or none; unlike a rename, a link takes no other file's place.
  linkSync(part, file);
  rmSync(part);
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
