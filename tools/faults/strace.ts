import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The calls that change what a disk holds. */
export const WRITING = ['pwrite64', 'write', 'ftruncate', 'fsync', 'fdatasync'] as const;

export type WritingCall = (typeof WRITING)[number];

export function isStraceThere(): boolean {
  return spawnSync('strace', ['-V']).status === 0;
}

/** What strace is to do to the n-th (or each) such call on one of the data files. */
export type Tampering = `${string}:${string}`;

/**
 * The command line by which the service runs under strace, and stays the process that was started.
 * Counts and changes only calls on the files of the data folder. The path of the WAL's index is left
 * out: a crash loses nothing by it.
 */
export function tampered(folder: string, tampering: Tampering, traceFile: string): string[] {
  const key = ['master.key', 'master.key.part'];
  const paths = ['', 'leadlog.sqlite', 'leadlog.sqlite-wal', ...key, 'erasures.log'];
  return [
    ...traced(traceFile),
    ...['-e', `trace=${WRITING.join(',')}`, '-e', `inject=${tampering}`],
    ...paths.flatMap((path) => ['-P', join(folder, 'data', path)]),
  ];
}

function traced(traceFile: string): string[] {
  return ['strace', '-D', '-f', '-y', '-o', traceFile];
}

/** Records each call that changes a file, with all its bytes, and all that is sent to anybody. */
export function recorded(traceFile: string, tampering: Tampering[] = []): string[] {
  const calls = [...WRITING, 'openat', 'rename', 'link', 'unlink', 'writev'];
  return [
    ...traced(traceFile),
    ...['-xx', '-s', '33554432', '-e', `trace=${calls.join(',')}`],
    ...tampering.flatMap((one) => ['-e', `inject=${one}`]),
  ];
}
