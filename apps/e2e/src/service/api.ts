import { type HistoryEntry, LeadHistory } from '@leadlog/contracts/history';
import { type LeadCreateInput, LeadRead } from '@leadlog/contracts/lead';
import { LeadPage } from '@leadlog/contracts/lead-list';
import { Problem, type ProblemName, PROBLEMS } from '@leadlog/contracts/problem';
import type { Status } from '@leadlog/domain/vocabulary';
import { expect } from '@playwright/test';
import type { z } from 'zod';

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
  raw?: string;
}

/** The service as one tenant's consumer sees it, by plain HTTP. */
export class Api {
  readonly url: string;
  readonly tenant: string;

  constructor(url: string, tenant: string) {
    this.url = url;
    this.tenant = tenant;
  }

  async call(method: string, path: string, { headers, body, raw }: Request = {}): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'X-Tenant-ID': this.tenant,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? raw : JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
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
    return read(await this.post('/leads', lead, headers), LeadRead, 201);
  }

  /** One after the other, so that ids are in the order given. */
  async createAll(leads: LeadCreateInput[]): Promise<LeadRead[]> {
    const created: LeadRead[] = [];
    for (const lead of leads) created.push(await this.create(lead));
    return created;
  }

  async lead(id: number): Promise<LeadRead> {
    return read(await this.get(`/leads/${id}`), LeadRead);
  }

  async list(query: Record<string, string | number> = {}): Promise<LeadPage> {
    return read(await this.get(`/leads?${queryString(query)}`), LeadPage);
  }

  async names(query: Record<string, string | number>): Promise<string[]> {
    return (await this.list(query)).items.map(({ name }) => name);
  }

  async changeStatus(id: number, status: Status, headers?: Request['headers']): Promise<LeadRead> {
    const path = `/leads/${id}/status?new_status=${status}`;
    return read(await this.post(path, undefined, headers), LeadRead);
  }

  async history(id: number, query: Record<string, number> = {}): Promise<HistoryEntry[]> {
    const answer = await this.get(`/leads/${id}/history?${queryString(query)}`);
    return read(answer, LeadHistory).items;
  }

  /** How many events the tenant's log holds. */
  async position(): Promise<number> {
    return positionOf(await this.get('/leads?limit=1'));
  }
}

const queryString = (query: Record<string, string | number>) =>
  new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));

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
