import { INSTALLATION, type Database } from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DATABASE } from '../../../providers';
import { ReadMe } from './read-me';

@QueryHandler(ReadMe)
export class ReadMeHandler implements IQueryHandler<ReadMe> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async execute({ principal: { actor, roles, tenants } }: ReadMe) {
    const open =
      tenants === 'every' ? await this.database.read(INSTALLATION, listTenants) : tenants;
    return { actor, roles: [...roles], tenants: [...open] };
  }
}
