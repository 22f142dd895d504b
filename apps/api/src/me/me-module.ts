import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { MeController } from './me-controller';
import { ReadMeHandler } from './queries/read-me/read-me-handler';

@Module({ imports: [CqrsModule], controllers: [MeController], providers: [ReadMeHandler] })
export class MeModule {}
