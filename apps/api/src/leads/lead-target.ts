import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { callerOf } from '../http/identity';
import { writeConditions } from '../http/write-conditions';
import { leadId } from './lead-id-pipe';
import type { LeadTarget } from './lead-request';

/** The lead that a path names as `:id`, as what its caller wants to write under their conditions. */
export const FromTarget = createParamDecorator(
  (_: unknown, context: ExecutionContext): LeadTarget => {
    const request = context.switchToHttp().getRequest<Request>();
    return {
      caller: callerOf(request),
      leadId: leadId(request.params['id']),
      conditions: writeConditions(request),
    };
  },
);
