import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DeleteViewHandler } from './commands/delete-view/delete-view-handler';
import { SaveViewHandler } from './commands/save-view/save-view-handler';
import { ListViewsHandler } from './queries/list-views/list-views-handler';
import { ViewsController } from './views-controller';

@Module({
  imports: [CqrsModule],
  controllers: [ViewsController],
  providers: [SaveViewHandler, DeleteViewHandler, ListViewsHandler],
})
export class ViewsModule {}
