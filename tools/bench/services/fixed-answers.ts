/**
 * The limit of whatever Nest answers: the same framework on the same server, which reads no database.
 * What it answers to a read lies ready as an object; bodies that create are validated as ours are.
 */
import 'reflect-metadata';
import { LeadCreate } from '@leadlog/contracts/lead';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readFileSync } from 'node:fs';
import { SchemaValidationPipe } from '../../../apps/api/src/http/schema-validation-pipe';
import { renderLead } from '../../../apps/api/src/leads/render-lead';

const page = JSON.parse(readFileSync(process.env['FIXED_PAGE'] ?? '', 'utf8')) as object;
const AT = new Date('2026-11-22T10:03:16.953Z');
const moments = { created_at: AT.toISOString(), updated_at: AT.toISOString() };

@Controller('leads')
class FixedAnswers {
  @Get()
  list() {
    return page;
  }

  @Post()
  create(@Body({ schema: LeadCreate }) lead: LeadCreate) {
    const contact = lead.primary_contact && {
      ...lead.primary_contact,
      id: 1,
      emails: lead.primary_contact.emails.map((email) => ({ ...email, id: 1 })),
    };
    const created = { id: 1, ...lead, primary_contact: contact, archived: false, version: 1 };
    return renderLead('acme', { ...created, ...moments }, AT);
  }
}

@Module({ controllers: [FixedAnswers] })
class FixedAnswersModule {}

const application = await NestFactory.create(FixedAnswersModule, { logger: false });
application.useGlobalPipes(new SchemaValidationPipe());
await application.listen(Number(process.env['PORT']), '127.0.0.1');
