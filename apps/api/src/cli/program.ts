import { DatabaseUnusable } from '@leadlog/database/database';
import { BadCheckpoint } from '@leadlog/event-store/checkpoint';
import { Command, CommanderError } from 'commander';
import { WrongSetting } from '../settings';
import { addBackup } from './backup';
import { addCheckpoint } from './checkpoint';
import { addCopy } from './copy';
import { addRebuild } from './rebuild';
import { addRestore } from './restore';
import { addRotateMaster } from './rotate-master';
import { addRotateSigning } from './rotate-signing';
import { EXIT, Unusable, type ExitStatus, type Shell } from './shell';
import { addVerify } from './verify';
import { addVerifyExport } from './verify-export';

/** Adds one command; `done` takes the exit status that it ends with. */
export type AddCommand = (
  program: Command,
  shell: Shell,
  done: (status: ExitStatus) => void,
) => void;

/** To add a command: one file with an AddCommand, and one line here. */
const COMMANDS: readonly AddCommand[] = [
  addVerify,
  addVerifyExport,
  addCheckpoint,
  addRebuild,
  addBackup,
  addRestore,
  addCopy,
];
const KEY_COMMANDS: readonly AddCommand[] = [addRotateMaster, addRotateSigning];

const EXIT_STATUSES = `
Exit status:
  0  done, and nothing broken was found
  1  something broken was found
  2  the command, a setting, a file or the database cannot be used as it is

The settings are those of the service, from the environment (.env.example names them).`;

/** Runs the command line that `args` are, without the program's own name. */
export async function runLeadlog(args: readonly string[], shell: Shell): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.ok;
  const program = createProgram(shell, (ended) => (status = ended));
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    return explain(error, shell);
  }
}

function createProgram(shell: Shell, done: (status: ExitStatus) => void): Command {
  const program = new Command('leadlog')
    .description('Verifies, signs and tends the logs of Leadlog.')
    .addHelpText('after', EXIT_STATUSES)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.print(text.trimEnd()),
      writeErr: (text) => shell.notify(text),
    });
  for (const add of COMMANDS) add(program, shell, done);
  const keys = program.command('keys').description('Tend the keys.').helpCommand(false);
  for (const add of KEY_COMMANDS) add(keys, shell, done);
  return program;
}

/** What a person can mend is said in one line; anything else is a fault, with its trace. */
function explain(error: unknown, shell: Shell): ExitStatus {
  // Commander has shown the help or its own line by now.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.unusable;
  const mendable = [Unusable, WrongSetting, DatabaseUnusable, BadCheckpoint];
  const { message, stack } = error as Error;
  const known = mendable.some((kind) => error instanceof kind);
  shell.notify(`leadlog: ${known ? message : (stack ?? String(error))}\n`);
  return EXIT.unusable;
}
