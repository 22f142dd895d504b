/** The limit: Nest on Express that validates the same bodies, and answers without a database. */
import 'reflect-metadata';
import { LeadCreate } from '@leadlog/contracts/lead';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SchemaValidationPipe } from '../../../apps/api/src/http/schema-validation-pipe';
import { renderLead } from '../../../apps/api/src/leads/render-lead';

const AT = new Date('2026-11-22T10:03:16.953Z');
const moments = { created_at: AT.toISOString(), updated_at: AT.toISOString() };

@Controller()
class WithoutDatabase {
  @Post('leads')
  create(@Body({ schema: LeadCreate }) lead: LeadCreate) {
    const contact = lead.primary_contact && {
      ...lead.primary_contact,
      id: 1,
      emails: lead.primary_contact.emails.map((email) => ({ ...email, id: 1 })),
    };
    const created = { id: 1, ...lead, primary_contact: contact, archived: false, version: 1 };
    return renderLead('acme', { ...created, ...moments }, AT);
  }

  @Get(['health/live', 'leads', 'leads/:id'])
  read() {
    return {};
  }
}

@Module({ controllers: [WithoutDatabase] })
class LimitModule {}

const application = await NestFactory.create(LimitModule, { logger: false });
application.useGlobalPipes(new SchemaValidationPipe());
await application.listen(Number(process.env['PORT']), '127.0.0.1');
