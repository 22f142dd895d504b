import type { OpenAPI3 } from 'openapi-typescript';
import { execFileSync } from 'node:child_process';

/** The OpenAPI document of the built service, which prints it without serving anything. */
export function serviceDocument(): OpenAPI3 {
  const printed = execFileSync(process.execPath, ['dist/apps/api/openapi.mjs'], {
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  return JSON.parse(printed) as OpenAPI3;
}
