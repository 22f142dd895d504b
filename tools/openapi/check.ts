/**
 * Holds the OpenAPI document of the built service against the linter's recommended rules, and what is
 * committed of it against what would be generated now: `nx run api-client:check`.
 */
import { createConfig, formatProblems, getTotals, lintFromString } from '@redocly/openapi-core';
import { readFileSync } from 'node:fs';
import { clientFiles } from './client-files.ts';
import { firstDifference } from './first-difference.ts';
import { serviceDocument } from './service-document.ts';

async function isLintedClean(source: string): Promise<boolean> {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source, absoluteRef: '/openapi.json', config });
  if (problems.length > 0)
    formatProblems(problems, { format: 'codeframe', totals: getTotals(problems), version: '' });
  return problems.length === 0;
}

function isCommitted(path: string, generated: string): boolean {
  const difference = firstDifference(readFileSync(path, 'utf8'), generated);
  if (difference === null) return true;
  console.error(`${path} is not what the service's code makes of it now.\n${difference}`);
  console.error('If the API is meant to change: nx run api-client:generate, and commit it.\n');
  return false;
}

const document = serviceDocument();
const isClean = await isLintedClean(JSON.stringify(document, null, 2));
const files = [...(await clientFiles(document))];
const areCommitted = files.filter(([path, text]) => !isCommitted(path, text)).length === 0;
process.exitCode = isClean && areCommitted ? 0 : 1;
if (isClean && areCommitted)
  console.log('The OpenAPI document is clean, and the client follows from it.');
