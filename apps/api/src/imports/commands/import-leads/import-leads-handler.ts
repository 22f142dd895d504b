import { MAX_IMPORT_BYTES } from '@leadlog/contracts/import';
import type { Clock } from '@leadlog/event-store/event-store';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { ProblemDetails } from '../../../http/problem-details';
import { CLOCK, WRITER } from '../../../providers';
import type { Writer } from '../../../writing/writer';
import { layoutOf } from '../../file/file-layout';
import { ImportRunner } from '../../job/import-runner';
import { ShownImports } from '../../shown-imports';
import type { AcceptedImport } from '../../storage/accept-import';
import { MAX_UNFINISHED } from '../../storage/import-limits';
import type { ImportKey } from '../../storage/read-imports';
import { ImportLeads, type ImportAnswer } from './import-leads';
import { spoolUpload, tooLarge } from './spool-upload';

@CommandHandler(ImportLeads)
export class ImportLeadsHandler implements ICommandHandler<ImportLeads> {
  constructor(
    @Inject(WRITER) private readonly writer: Writer,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly runner: ImportRunner,
    private readonly imports: ShownImports,
  ) {}

  async execute(command: ImportLeads): Promise<ImportAnswer> {
    const { caller, query, upload } = command;
    const { tenantId, actor, correlationId } = caller;
    if ((upload.bytes ?? 0) > MAX_IMPORT_BYTES) throw tooLarge();
    const key = { tenantId, id: randomUUID() };
    const begun = { ...key, actor, correlationId, isDryRun: query.dry_run, now: this.clock() };
    if (!(await this.writer.beginImport(begun))) throw tooManyImports();
    const { id, isNew, isReplayed } = await this.acceptOrDrop(key, command);
    const accepted = { tenantId, id };
    this.runner.start(accepted);
    return { ...(await this.imports.show(accepted)), isNew, isReplayed };
  }

  private async acceptOrDrop(key: ImportKey, command: ImportLeads): Promise<AcceptedImport> {
    try {
      return await this.accept(key, command);
    } catch (error) {
      // What else fails here is found by the sweep; why the file was refused is what matters.
      await this.writer.dropImport(key).catch(() => undefined);
      throw error;
    }
  }

  private async accept(key: ImportKey, { query, upload }: ImportLeads): Promise<AcceptedImport> {
    const file = await spoolUpload(this.writer, key, upload.stream);
    return this.writer.acceptImport({
      ...key,
      layout: layoutOf(file, query.map),
      digest: file.digest,
      isDryRun: query.dry_run,
      isForced: query.force,
      repeatable: upload.repeatableBy(file.digest),
      now: this.clock(),
    });
  }
}

function tooManyImports(): ProblemDetails {
  return new ProblemDetails(
    'too-many-imports',
    `A tenant may have ${MAX_UNFINISHED} imports that are not done.`,
    undefined,
    { 'Retry-After': '30' },
  );
}
