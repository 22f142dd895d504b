import {
  RebuildIncomplete,
  RebuildUnderWay,
  rebuildReadModel,
} from '@leadlog/read-models/rebuild/rebuild-read-model';
import { openExisting } from '@leadlog/database/open-existing';
import type { ReadModel } from '@leadlog/read-models/read-model';
import { LogReader } from '@leadlog/event-store/log-reader';
import { openMasterKeys } from '@leadlog/event-store/master-keys';
import { PersonalData } from '@leadlog/event-store/personal-data';
import type { Command } from 'commander';
import { resolve } from 'node:path';
import { readModels } from '../read-models';
import { readSettings } from '../settings';
import { progressBar } from './progress-bar';
import { EXIT, Unusable, type ExitStatus, type Shell } from './shell';

interface Options {
  json?: true;
}

export function addRebuild(
  program: Command,
  shell: Shell,
  done: (status: ExitStatus) => void,
): void {
  program
    .command('rebuild')
    .description('Build a read model anew from the log, while the service goes on.')
    .argument('<model>', `which one: ${readModels.map(({ name }) => name).join(', ')}`)
    .option('--json', 'print the result as one line of JSON')
    .action(async (name: string, options: Options) => done(await rebuild(name, options, shell)));
}

async function rebuild(name: string, { json }: Options, shell: Shell): Promise<ExitStatus> {
  const model = readModels.find((one) => one.name === name);
  if (!model) throw new Unusable(`there is no read model ${name}`);
  const settings = readSettings(shell.environment);
  const database = await openExisting(settings.DATABASE_URL);
  try {
    const masterKeys = await openMasterKeys(resolve(settings.MASTER_KEY_FILE), database);
    const log = new LogReader(new PersonalData(masterKeys));
    const bar = progressBar(shell, model.name);
    const options = { now: shell.now(), progress: bar.show };
    const events = await rebuildReadModel(database, log, model, options);
    bar.clear();
    shell.print(json ? JSON.stringify({ model: name, events }) : sentence(model, events));
    return EXIT.ok;
  } catch (error) {
    if (error instanceof RebuildIncomplete || error instanceof RebuildUnderWay)
      throw new Unusable(error.message);
    throw error;
  } finally {
    await database.close();
  }
}

function sentence({ name }: ReadModel, events: number): string {
  return `${name} was built anew from ${events} events and is in use`;
}
