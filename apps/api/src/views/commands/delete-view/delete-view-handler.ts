import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { notFound } from '../../../http/problem-details';
import { WRITER } from '../../../providers';
import type { Writer } from '../../../writing/writer';
import { DeleteView } from './delete-view';

@CommandHandler(DeleteView)
export class DeleteViewHandler implements ICommandHandler<DeleteView> {
  constructor(@Inject(WRITER) private readonly writer: Writer) {}

  async execute({ caller, name, repeatable }: DeleteView) {
    const written = await this.writer.deleteView({ ...caller, name, repeatable });
    if (written === null) throw notFound('view');
    return { ...written, body: undefined };
  }
}
