import { answerOf, connect, type Leadlog, type ListQuery } from '@leadlog/api-client/client';
import type { HistoryEntry } from '@leadlog/contracts/history';
import type { LeadCreateInput, LeadRead } from '@leadlog/contracts/lead';
import type { LeadPage } from '@leadlog/contracts/lead-list';
import { Problem, type ProblemName, PROBLEMS } from '@leadlog/contracts/problem';
import type { Status } from '@leadlog/domain/vocabulary';
import { expect } from '@playwright/test';
import type { z } from 'zod';
import { expectDocumented } from '../document/documented.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

export interface Request {
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  raw?: string | Uint8Array<ArrayBuffer>;
}

/**
 * The service as one tenant's consumer sees it: by the typed client, or by plain HTTP where a request
 * is to be wrong. Either way each answer is held against the service's own OpenAPI document.
 */
export class Api {
  readonly url: string;
  readonly tenant: string;
  private readonly client: Leadlog;

  constructor(url: string, tenant: string) {
    this.url = url;
    this.tenant = tenant;
    this.client = connect({ url, tenant, fetch: (request) => this.exchange(request) });
  }

  async call(method: string, path: string, { headers, body, raw }: Request = {}): Promise<Answer> {
    const request = new Request(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'X-Tenant-ID': this.tenant,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? raw : JSON.stringify(body),
    });
    const response = await this.exchange(request);
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  private async exchange(request: globalThis.Request): Promise<Response> {
    const response = await fetch(request);
    await expectDocumented(this.url, request, response.clone());
    return response;
  }

  get(path: string, headers?: Request['headers']): Promise<Answer> {
    return this.call('GET', path, { headers });
  }

  post(path: string, body?: unknown, headers?: Request['headers']): Promise<Answer> {
    return this.call('POST', path, { body, headers });
  }

  patch(path: string, body?: unknown, headers?: Request['headers']): Promise<Answer> {
    return this.call('PATCH', path, { body, headers });
  }

  put(path: string, body?: unknown, headers?: Request['headers']): Promise<Answer> {
    return this.call('PUT', path, { body, headers });
  }

  delete(path: string, headers?: Request['headers']): Promise<Answer> {
    return this.call('DELETE', path, { headers });
  }

  async create(lead: LeadCreateInput, headers?: Request['headers']): Promise<LeadRead> {
    return answerOf(this.client.POST('/leads', { body: lead, headers }));
  }

  /** One after the other, so that ids are in the order given. */
  async createAll(leads: LeadCreateInput[]): Promise<LeadRead[]> {
    const created: LeadRead[] = [];
    for (const lead of leads) created.push(await this.create(lead));
    return created;
  }

  async lead(id: number): Promise<LeadRead> {
    return answerOf(this.client.GET('/leads/{id}', { params: { path: { id } } }));
  }

  /** The query may say what its type forbids, such as an empty filter. */
  async list(query: Record<string, string | number> = {}): Promise<LeadPage> {
    return answerOf(this.client.GET('/leads', { params: { query: query as ListQuery } }));
  }

  async names(query: Record<string, string | number>): Promise<string[]> {
    return (await this.list(query)).items.map(({ name }) => name);
  }

  async changeStatus(id: number, status: Status, headers?: Request['headers']): Promise<LeadRead> {
    const params = { path: { id }, query: { new_status: status } };
    return answerOf(this.client.POST('/leads/{id}/status', { params, headers }));
  }

  async history(id: number, query: Record<string, number> = {}): Promise<HistoryEntry[]> {
    const params = { path: { id }, query };
    const { items } = await answerOf(this.client.GET('/leads/{id}/history', { params }));
    return items;
  }

  /** How many events the tenant's log holds. */
  async position(): Promise<number> {
    return positionOf(await this.get('/leads?limit=1'));
  }
}

export function positionOf({ headers }: Answer): number {
  expect(headers.get('X-Tenant-Position')).toMatch(/^\d+$/);
  return Number(headers.get('X-Tenant-Position'));
}

/** The body of a successful answer, held against its schema. */
export function read<T extends z.ZodType>(answer: Answer, schema: T, status = 200): z.output<T> {
  expect(answer.status, answer.text).toBe(status);
  expect(answer.headers.get('Content-Type')).toContain('application/json');
  return schema.parse(JSON.parse(answer.text));
}

/** The problem details of a refusal, held against their schema and the catalogue. */
export function readProblem(answer: Answer, name: ProblemName): Problem {
  const { status } = PROBLEMS[name];
  expect(answer.status, answer.text).toBe(status);
  expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
  const problem = Problem.parse(JSON.parse(answer.text));
  expect(problem).toMatchObject({ type: `/problems/${name}`, status });
  expect(problem.correlation_id).toBe(answer.headers.get('X-Request-ID'));
  expect(answer.text, 'neither a stack trace nor a file path').not.toMatch(
    /node_modules|\.m?[jt]s:/,
  );
  return problem;
}

/** Where in the body a 422 found fault. */
export function pointersOf(answer: Answer): string[] {
  return placesOf(answer, 'pointer');
}

/** Which parameters of the query a 422 found fault with. */
export function parametersOf(answer: Answer): string[] {
  return placesOf(answer, 'parameter');
}

function placesOf(answer: Answer, kind: 'pointer' | 'parameter'): string[] {
  const errors = readProblem(answer, 'validation').errors ?? [];
  return [...new Set(errors.map((error) => error[kind] ?? 'nowhere'))].sort();
}
