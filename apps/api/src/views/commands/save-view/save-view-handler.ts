import { MAX_VIEWS } from '@leadlog/contracts/limits';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { validationProblem } from '../../../http/problem-details';
import { WRITER } from '../../../providers';
import type { Writer } from '../../../writing/writer';
import { SaveView } from './save-view';

@CommandHandler(SaveView)
export class SaveViewHandler implements ICommandHandler<SaveView> {
  constructor(@Inject(WRITER) private readonly writer: Writer) {}

  async execute({ caller, view, repeatable }: SaveView) {
    const written = await this.writer.saveView({ ...caller, view, repeatable });
    if (written === null) throw tooManyViews();
    return { ...written, body: view };
  }
}

function tooManyViews() {
  const detail = `would be one view more than the ${MAX_VIEWS} that a tenant may have`;
  const limits = { max: MAX_VIEWS };
  return validationProblem('query', [{ path: ['name'], code: 'too_many_views', detail, limits }]);
}
