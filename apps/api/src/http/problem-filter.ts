import type { Refusal } from '@leadlog/domain/decide';
import { LogReader } from '@leadlog/event-store/log-reader';
import {
  DatabaseUnusable,
  OutcomeUnknown,
  StorageDamaged,
  type Database,
} from '@leadlog/database/database';
import { IdempotencyKeyReused } from '@leadlog/event-store/idempotency';
import {
  Catch,
  HttpException,
  Inject,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { DATABASE } from '../providers';
import { LeadRefused, VersionMismatch } from '../leads/lead-writer';
import { refusalErrors } from '../leads/refusal-errors';
import { allowedMethods } from './allowed-methods';
import { tenantOf } from './identity';
import { notFound, ProblemDetails, validationProblem } from './problem-details';

/** Answers every error as problem details; nothing of a library's own words gets out. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Request');

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly log: LogReader,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = this.toProblem(error, request, response);
    const document = problem.toDocument(request.path, request.correlationId);
    await this.stampPosition(request, response);
    response
      .set(problem.headers)
      .status(document.status)
      .type('application/problem+json')
      .json(document);
  }

  private toProblem(error: unknown, request: Request, response: Response): ProblemDetails {
    if (error instanceof ProblemDetails) return this.otherMethod(error, request, response);
    if (error instanceof LeadRefused) return refusalProblem(error.refusals);
    if (error instanceof VersionMismatch)
      return new ProblemDetails('precondition-failed', error.message);
    if (error instanceof IdempotencyKeyReused) return KEY_REUSED;
    if (error instanceof DatabaseUnusable) return this.withoutStore(error, request);
    const status = statusOf(error);
    if (status === 404) return this.unrouted(request, response);
    if (status === 400 && !isDecodable(request.path)) return notFound('page');
    const known = status === undefined ? undefined : BY_STATUS[status];
    if (known) return known;
    this.report(error instanceof Error ? error.stack : error, request);
    return new ProblemDetails('internal', 'The error was logged under the correlation id.');
  }

  /** Whoever runs the service is told what to do; who asked can only try again. */
  private withoutStore(error: Error, request: Request): ProblemDetails {
    this.report(error.message, request);
    if (error instanceof StorageDamaged) return DAMAGED;
    return error instanceof OutcomeUnknown ? OUTCOME_UNKNOWN : STORE_UNAVAILABLE;
  }

  private report(fault: unknown, { correlationId }: Request): void {
    this.logger.error({ msg: String(fault), correlation_id: correlationId });
  }

  /**
   * `GET /leads/import` is taken for a lead by its id and refused for whatever else is wrong with it:
   * the first thing to say is that this path has another method.
   */
  private otherMethod(error: ProblemDetails, request: Request, response: Response): ProblemDetails {
    const isAboutContent = ['validation', 'not-found'].includes(error.problem);
    if (!isAboutContent || allowedMethods(request.app, request.path).includes(request.method))
      return error;
    const problem = this.unrouted(request, response);
    return problem.problem === 'method-not-allowed' ? problem : error;
  }

  /** No route took the request: either the path is unknown, or it has other methods. */
  private unrouted(request: Request, response: Response): ProblemDetails {
    const methods = allowedMethods(request.app, request.path);
    if (methods.length === 0 || methods.includes(request.method)) return notFound('page');
    response.setHeader('Allow', methods.join(', '));
    return new ProblemDetails(
      'method-not-allowed',
      `${request.method} is not allowed here, but ${methods.join(', ')}.`,
    );
  }

  /** A refused request reflects the tenant's newest position as well. */
  private async stampPosition(request: Request, response: Response): Promise<void> {
    const tenantId = tenantIdOf(request);
    if (tenantId === null) return;
    try {
      const position = await this.database.read(tenantId, (snapshot) =>
        this.log.position(snapshot, tenantId),
      );
      response.setHeader('X-Tenant-Position', position);
    } catch (error) {
      // The store is what fails: the problem itself matters more than its header.
      this.report(error instanceof Error ? error.stack : error, request);
    }
  }
}

/** The tenant of a request, one that was refused before it was identified included. */
function tenantIdOf({ identity, headers }: Request): string | null {
  try {
    return identity?.tenantId ?? tenantOf(headers['x-tenant-id']);
  } catch {
    // It names no tenant, or not properly: it belongs to none.
    return null;
  }
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    // Not percent-encoded UTF-8, which no path of ours is.
    return false;
  }
}

/** Errors that Express and its body parser raise carry a status. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}

const KEY_REUSED = new ProblemDetails(
  'idempotency-key-reused',
  'This Idempotency-Key came with another request before; give each request a key of its own.',
);

const STORE_UNAVAILABLE = new ProblemDetails(
  'unavailable',
  'The service is starting, stopping, without its store or its keys, or has too much to write; try again soon.',
);

/** Not a 503: another attempt reads the same page. */
const DAMAGED = new ProblemDetails(
  'internal',
  'What is stored cannot be read here; whoever runs the service finds the reason in its log under the correlation id.',
);

/** Not a 503, which says that nothing happened. */
const OUTCOME_UNKNOWN = new ProblemDetails(
  'internal',
  'The store was lost while this was stored; repeat it with the same Idempotency-Key to learn whether it was.',
);

const BY_STATUS: Record<number, ProblemDetails> = {
  400: new ProblemDetails('malformed-request', 'The body must be well-formed JSON in UTF-8.'),
  413: new ProblemDetails('payload-too-large', 'The body may have at most 1 MiB.'),
  415: new ProblemDetails('unsupported-media-type', 'Send the body as application/json in UTF-8.'),
  503: STORE_UNAVAILABLE,
};

function refusalProblem(refusals: readonly Refusal[]): ProblemDetails {
  const errors = refusalErrors(refusals);
  return errors.length < refusals.length ? notFound('lead') : validationProblem('body', errors);
}
