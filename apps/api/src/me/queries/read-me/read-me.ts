import type { Me } from '@leadlog/contracts/me';
import { Query } from '@nestjs/cqrs';
import type { Principal } from '../../../http/identity';

export class ReadMe extends Query<Me> {
  constructor(readonly principal: Principal) {
    super();
  }
}
