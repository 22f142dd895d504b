import { etagOf } from '@leadlog/contracts/headers';
import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';

/** What a tenant's endpoint answers, and the position of the tenant's log that it reflects. */
export interface TenantAnswer<T> {
  position: number;
  body: T;
  /** This is the first answer to a request that was repeated. */
  isReplayed?: boolean;
}

/** Writes the headers that every tenant's answer has; a single lead also gets its ETag. */
@Injectable()
export class TenantAnswerInterceptor implements NestInterceptor<TenantAnswer<object>, object> {
  intercept(
    context: ExecutionContext,
    next: CallHandler<TenantAnswer<object>>,
  ): Observable<object> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map(({ position, body, isReplayed }) => {
        response.setHeader('X-Tenant-Position', position);
        if (isReplayed) response.setHeader('Idempotency-Replayed', 'true');
        if (isLead(body)) response.setHeader('ETag', etagOf(body));
        return body;
      }),
    );
  }
}

function isLead(body: object): body is { version: number; priority: number } {
  return 'version' in body && 'priority' in body;
}
