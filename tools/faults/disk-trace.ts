import { createReadStream } from 'node:fs';
import { basename, dirname } from 'node:path';
import { createInterface } from 'node:readline';

/** What a traced call did to a file of the data folder (its name there), or whom it answered. */
export type DiskEvent =
  | { kind: 'create'; name: string }
  /** `at` is null where the bytes go to the end. */
  | { kind: 'write'; name: string; at: number | null; bytes: Buffer }
  | { kind: 'truncate'; name: string; length: number }
  | { kind: 'rename'; name: string; to: string }
  /** A further name for the same file. */
  | { kind: 'link'; name: string; to: string }
  | { kind: 'remove'; name: string }
  /** Of a file, or of the folder itself, whose name is empty. */
  | { kind: 'flush'; name: string }
  | { kind: 'answer'; requestId: string };

interface Call {
  name: string;
  args: string;
  result: number;
  isInjected: boolean;
}

/** The index of the WAL is made anew at each start. */
const IGNORED = /-shm$/;

const NAMING = ['rename', 'link', 'unlink'];

/** Reads what strace has recorded (see `recorded`): the successful calls, by when they returned. */
export async function readTrace(file: string, dataFolder: string): Promise<DiskEvent[]> {
  const events: DiskEvent[] = [];
  const unfinished = new Map<string, string>();
  const seen = new Set<string>();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const call = parseCall(line, unfinished);
    if (call === null || call.result < 0) continue;
    const event = toEvent(call, dataFolder, seen);
    if (event !== null && !('name' in event && IGNORED.test(event.name))) events.push(event);
  }
  return events;
}

/** One call, put together where another thread's came between its beginning and its end. */
function parseCall(line: string, unfinished: Map<string, string>): Call | null {
  const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
  if (rest.endsWith(' <unfinished ...>')) {
    unfinished.set(thread, rest.slice(0, -' <unfinished ...>'.length));
    return null;
  }
  const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
  const whole = resumed ? `${unfinished.get(thread)}${resumed[1]}` : rest;
  const [, name = '', args = '', result = ''] = /^(\w+)\((.*)\) += (-?\d+)/.exec(whole) ?? [];
  return name === ''
    ? null
    : { name, args, result: Number(result), isInjected: whole.endsWith('(INJECTED)') };
}

function toEvent(call: Call, folder: string, seen: Set<string>): DiskEvent | null {
  if (call.name === 'openat') return opened(call, folder, seen);
  if (NAMING.includes(call.name)) return named(call, folder, seen);
  const path = decode(/^\d+<([^>]*)>/.exec(call.args)?.[1] ?? '');
  if (path.startsWith('socket:')) return answered(call);
  const name = nameIn(folder, path);
  return name === null ? null : changed(call, name);
}

function changed({ name: call, args, isInjected }: Call, name: string): DiskEvent | null {
  const last = Number(/(\d+)$/.exec(args)?.[1]);
  switch (call) {
    case 'pwrite64':
      return { kind: 'write', name, at: last, bytes: bytesIn(args) };
    case 'write':
      return { kind: 'write', name, at: null, bytes: bytesIn(args) };
    case 'ftruncate':
      return { kind: 'truncate', name, length: last };
    case 'fsync':
    case 'fdatasync':
      // What strace made up has reached no disk.
      return isInjected ? null : { kind: 'flush', name };
    default:
      throw new Error(`${call} on ${name} is not understood`);
  }
}

function opened({ args }: Call, folder: string, seen: Set<string>): DiskEvent | null {
  const name = nameIn(folder, pathsIn(args).at(-1) ?? '');
  if (name === null || !args.includes('O_CREAT') || seen.has(name)) return null;
  seen.add(name);
  return { kind: 'create', name };
}

function named({ name: call, args }: Call, folder: string, seen: Set<string>): DiskEvent | null {
  const [name = null, to = null] = pathsIn(args).map((path) => nameIn(folder, path));
  if (name === null) return null;
  if (call !== 'link') seen.delete(name);
  if (call === 'unlink') return { kind: 'remove', name };
  if (to === null) throw new Error(`${name} leaves the data folder`);
  seen.add(to);
  return { kind: call === 'link' ? 'link' : 'rename', name, to };
}

/** Answers name the request that they are for. */
function answered({ args }: Call): DiskEvent | null {
  const requestId = /^X-Request-ID: (\S+)/im.exec(bytesIn(args).toString('latin1'))?.[1];
  return requestId === undefined ? null : { kind: 'answer', requestId };
}

function nameIn(folder: string, path: string): string | null {
  if (path === folder) return '';
  return dirname(path) === folder ? basename(path) : null;
}

const quoted = (args: string) =>
  [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => hex);
const pathsIn = (args: string) => quoted(args).map(decode);
const bytesIn = (args: string) => Buffer.from(quoted(args).join('').replaceAll('\\x', ''), 'hex');

/** Paths come in hexadecimal, or as they are. */
function decode(text: string): string {
  return text.startsWith('\\x') ? Buffer.from(text.replaceAll('\\x', ''), 'hex').toString() : text;
}
