import { Module } from '@nestjs/common';
import { OperationsModule } from '../operations/operations-module';
import { ScheduledVerification } from './scheduled-verification';

@Module({ imports: [OperationsModule], providers: [ScheduledVerification] })
export class VerificationModule {}
