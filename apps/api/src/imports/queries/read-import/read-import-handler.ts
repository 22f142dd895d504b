import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ShownImports } from '../../shown-imports';
import { ReadImport } from './read-import';

@QueryHandler(ReadImport)
export class ReadImportHandler implements IQueryHandler<ReadImport> {
  constructor(private readonly imports: ShownImports) {}

  execute({ tenantId, id }: ReadImport) {
    return this.imports.show({ tenantId, id });
  }
}
