import { LineTooLong, readLines } from '@leadlog/event-store/read-lines';
import { verifyExport, type ExportVerification } from '@leadlog/event-store/verify-export';
import type { Command } from 'commander';
import { createReadStream, statSync } from 'node:fs';
import { progressBar, type ProgressBar } from './progress-bar';
import { readCheckpoint } from './read-checkpoint';
import { REASONS } from './reasons';
import { EXIT, Unusable, type ExitStatus, type Shell } from './shell';

/** Far beyond any event: a request has at most 1 MiB. */
const LONGEST_LINE = 16 * 1024 * 1024;

interface Options {
  checkpoint?: string;
  json?: true;
}

/** Needs no database and no setting: it runs wherever somebody was given an export. */
export function addVerifyExport(
  program: Command,
  shell: Shell,
  done: (status: ExitStatus) => void,
): void {
  program
    .command('verify-export')
    .description('Verify an exported log (ndjson) offline.')
    .argument('<file>', 'the export')
    .option('--checkpoint <file>', 'the export must be, or extend, what was signed there')
    .option('--json', 'print the result as one line of JSON')
    .action(async (file: string, options: Options) => done(await verify(file, options, shell)));
}

async function verify(file: string, options: Options, shell: Shell): Promise<ExitStatus> {
  const checkpoint = options.checkpoint === undefined ? null : readCheckpoint(options.checkpoint);
  const bar = progressBar(shell, file);
  try {
    const result = await verifyExport(readLines(bytesOf(file, bar), LONGEST_LINE), checkpoint);
    bar.clear();
    shell.print(options.json ? JSON.stringify(result) : sentence(file, result));
    return result.intact ? EXIT.ok : EXIT.finding;
  } catch (error) {
    if (error instanceof LineTooLong || (error as NodeJS.ErrnoException).syscall !== undefined)
      throw new Unusable(`the export ${file} cannot be read (${(error as Error).message})`);
    throw error;
  }
}

async function* bytesOf(file: string, bar: ProgressBar): AsyncGenerator<Uint8Array> {
  const { size } = statSync(file);
  let read = 0;
  for await (const chunk of createReadStream(file)) {
    yield chunk as Buffer;
    bar.show((read += (chunk as Buffer).length), size);
  }
}

function sentence(file: string, result: ExportVerification): string {
  if (!result.intact) {
    const { first_broken_position, reason, line, detail } = result;
    const place = line > 0 ? `, line ${line}` : '';
    const why = detail === undefined ? REASONS[reason] : `${REASONS[reason]}: ${detail}`;
    return `${file}: BROKEN at position ${first_broken_position}${place} (${reason}): ${why}`;
  }
  const { tenant_id, events, head, checkpoint } = result;
  const found = `${file}: intact, tenant ${tenant_id}, ${events} events, head ${head.position} ${head.hash}`;
  return checkpoint === null
    ? found
    : `${found}, extends the checkpoint of ${checkpoint.signed_at} at position ${checkpoint.position}`;
}
