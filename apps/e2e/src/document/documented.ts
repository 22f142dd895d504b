import { expect } from '@playwright/test';
import { answerFaults } from './answer-faults.ts';
import { ApiDocument } from './api-document.ts';

/** Fails the test unless the answer is what the service's own OpenAPI document says of it. */
export async function expectDocumented(
  service: string,
  { method, url, headers }: Request,
  response: Response,
): Promise<void> {
  const path = url.slice(service.length);
  const asked = { method, path, tenant: headers.get('X-Tenant-ID') ?? undefined };
  const { status } = response;
  const answer = { status, headers: response.headers, text: await response.text() };
  const faults = answerFaults(await ApiDocument.at(service), asked, answer);
  const what = `${method} ${path} answered ${status}, not as /openapi.json says`;
  expect(faults, what).toEqual([]);
}
