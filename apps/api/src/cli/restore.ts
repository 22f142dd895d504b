import type { Command } from 'commander';
import { resolve } from 'node:path';
import { bringBack, tryBringingBack } from '../backup/bring-back';
import { readManifest, type Manifest } from '../backup/manifest';
import { readSettings } from '../settings';
import { sumOf } from './backup';
import { progressBars } from './progress-bar';
import { EXIT, type ExitStatus, type Shell } from './shell';

interface Options {
  dryRun?: true;
  withoutKeys?: true;
  json?: true;
}

export function addRestore(
  program: Command,
  shell: Shell,
  done: (status: ExitStatus) => void,
): void {
  program
    .command('restore')
    .description('Bring a backup back into an empty database, and apply all erasures again.')
    .argument('<folder>', 'what "leadlog backup" has written')
    .option('--dry-run', 'prove that it can be, in a database that is thrown away')
    .option('--without-keys', 'where the keys were thrown away: persons then read as erased')
    .option('--json', 'print the result as one line of JSON')
    .action(async (folder: string, options: Options) =>
      done(await restore(resolve(folder), options, shell)),
    );
}

async function restore(folder: string, options: Options, shell: Shell): Promise<ExitStatus> {
  const settings = readSettings(shell.environment);
  const manifest = readManifest(folder);
  const bars = progressBars(shell);
  const bring = options.dryRun ? tryBringingBack : bringBack;
  const findings = await bring(folder, manifest, settings, {
    withKeys: options.withoutKeys !== true,
    now: shell.now(),
    progress: bars.show,
  }).finally(bars.clear);
  if (options.json)
    shell.print(JSON.stringify({ restored: !options.dryRun, ...sumOf(manifest), findings }));
  else [...findings, verdict(manifest, findings, options)].forEach((line) => shell.print(line));
  return findings.length === 0 ? EXIT.ok : EXIT.finding;
}

function verdict(manifest: Manifest, findings: string[], { dryRun }: Options): string {
  const { tenants, events } = sumOf(manifest);
  const size = `${tenants} tenants, ${events} events of ${manifest.created_at}`;
  if (findings.length > 0) return `the backup (${size}) is NOT good`;
  return dryRun
    ? `the backup is good: ${size} came back as they were, with every read model`
    : `restored: ${size}, with every read model; the service may start`;
}
