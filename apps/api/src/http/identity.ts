import { TENANT_ID } from '@leadlog/contracts/headers';
import type { Role } from '@leadlog/contracts/me';
import {
  createParamDecorator,
  Injectable,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { Request } from 'express';
import { ProblemDetails } from './problem-details';

/** Who makes a request, whatever tenant it is about. */
export interface Principal {
  actor: string;
  roles: readonly Role[];
  /** Those that they may act for. */
  tenants: 'every' | readonly string[];
}

/** On whose behalf a request acts. */
export interface Identity {
  tenantId: string;
  actor: string;
  roles: readonly Role[];
}

declare module 'express-serve-static-core' {
  interface Request {
    identity?: Identity;
  }
}

const ANONYMOUS = 'anonymous';
const MAX_ACTOR_LENGTH = 200;

/**
 * The one place that decides who makes a request, and what is open to them. In header mode whoever
 * reaches the service is trusted to say so, which is why it listens on the loopback alone by default.
 */
export function authenticate(headers: Request['headers']): Principal {
  const actor = actorOf(headers['x-actor']);
  return { actor, roles: ['sales', 'auditor', 'admin'], tenants: 'every' };
}

/** Who makes a request to a tenant's endpoint, and for which of their tenants. */
export function identify(headers: Request['headers']): Identity {
  const tenantId = tenantOf(headers['x-tenant-id']);
  const { actor, roles } = authenticate(headers);
  return { tenantId, actor, roles };
}

/** @throws ProblemDetails invalid-tenant */
export function tenantOf(header: string | string[] | undefined): string {
  if (typeof header === 'string' && TENANT_ID.test(header)) return header;
  throw new ProblemDetails(
    'invalid-tenant',
    header === undefined
      ? 'The header X-Tenant-ID is required.'
      : 'The header X-Tenant-ID must start with a lower-case letter or digit, followed by at most 62 lower-case letters, digits, "_" and "-".',
  );
}

function actorOf(header: string | string[] | undefined): string {
  if (header === undefined || header === '') return ANONYMOUS;
  const actor = decodeActor(String(header));
  if (actor === null || [...actor].length > MAX_ACTOR_LENGTH || /\p{Cc}/u.test(actor))
    throw new ProblemDetails(
      'invalid-actor',
      `The header X-Actor must be percent-encoded UTF-8 of at most ${MAX_ACTOR_LENGTH} characters, without control characters.`,
    );
  return actor.trim() === '' ? ANONYMOUS : actor;
}

function decodeActor(header: string): string | null {
  if (!/^[\x20-\x7e]*$/.test(header)) return null;
  try {
    return decodeURIComponent(header).trim().normalize('NFC');
  } catch {
    // Not percent-encoded UTF-8.
    return null;
  }
}

/** Identifies each request to a tenant's endpoint before anything of it is looked at. */
@Injectable()
export class IdentityGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    request.identity = identify(request.headers);
    return true;
  }
}

/** Who makes a request to an endpoint that belongs to no tenant. */
export const FromPrincipal = createParamDecorator((_: unknown, context: ExecutionContext) =>
  authenticate(context.switchToHttp().getRequest<Request>().headers),
);

/** A request to a tenant's endpoint: on whose behalf, and what ties its traces together. */
export interface Caller extends Identity {
  correlationId: string;
}

/** The caller, in a controller behind the `IdentityGuard`. */
export const FromCaller = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerOf(context.switchToHttp().getRequest<Request>()),
);

export function callerOf(request: Request): Caller {
  if (!request.identity) throw new Error(`${request.path} is not behind the IdentityGuard`);
  return { ...request.identity, correlationId: request.correlationId };
}
