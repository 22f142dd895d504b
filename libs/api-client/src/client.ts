import createClient, { type Client } from 'openapi-fetch';
import type { operations, paths, Problem } from './openapi.gen.ts';

export type * from './openapi.gen.ts';

/** Calls the service: `leadlog.GET('/leads/{id}', { params: { path: { id: 1 } } })`. */
export type Leadlog = Client<paths>;

/** The parameters of `GET /leads`. */
export type ListQuery = NonNullable<operations['listLeads']['parameters']['query']>;

export interface Connection {
  /** Where the service is, such as `http://localhost:3000`. */
  url: string;
  /** The tenant whose data alone is seen. */
  tenant: string;
  /** Who acts; by default `anonymous`. */
  actor?: string;
  /** By default that of the platform. */
  fetch?: (request: Request) => Promise<Response>;
}

/** A client that acts for one tenant. It opens nothing, so that nothing has to be closed. */
export function connect({ url, tenant, actor, fetch }: Connection): Leadlog {
  return createClient<paths>({
    baseUrl: url,
    headers: {
      'X-Tenant-ID': tenant,
      ...(actor !== undefined && { 'X-Actor': encodeURIComponent(actor) }),
    },
    ...(fetch && { fetch }),
  });
}

/** The service refused a request; `problem` says why. */
export class RequestRefused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.title}: ${problem.detail}`);
    this.problem = problem;
  }
}

/**
 * What a call answered, for whom a refusal is an exception.
 * @throws RequestRefused
 */
export async function answerOf<T>(
  call: Promise<{ data?: T; error?: Problem; response: Response }>,
): Promise<T> {
  const { data, error } = await call;
  if (error !== undefined) throw new RequestRefused(error);
  return data as T;
}
