import * as fc from 'fast-check';
import type { ApiDocument } from '../document/api-document.ts';
import { anyFault } from './faults.ts';
import { anyOddity } from './oddities.ts';
import type { Change, Parts } from './parts.ts';
import { validParts } from './valid-parts.ts';

/** How a request was made, from which follows what may be answered. */
export type Intent =
  /** The document allows it: it is not refused, but for a rule that no schema can tell. */
  | 'valid'
  /** The document forbids it: it is refused. */
  | 'broken'
  /** Whatever is sent: what is answered is documented, and no failure of the service. */
  | 'odd';

export interface FuzzRequest {
  intent: Intent;
  /** Which of the document's operations was meant. */
  operationId: string;
  parts: Parts;
}

/** Any request to any of the document's operations. */
export function anyRequest(document: ApiDocument): fc.Arbitrary<FuzzRequest> {
  const ofEach = document.operations.map((operation) => {
    const valid = validParts(operation);
    const faults = anyFault(document, operation);
    const changed = (intent: Intent, changes: fc.Arbitrary<Change>) =>
      fc.tuple(valid, changes).map(([parts, change]) => ({ intent, parts: change(parts) }));
    return fc
      .oneof(
        { weight: 2, arbitrary: valid.map((parts) => ({ intent: 'valid' as const, parts })) },
        { weight: faults ? 2 : 0, arbitrary: changed('broken', faults ?? fc.constant(asItIs)) },
        { weight: 1, arbitrary: changed('odd', anyOddity) },
      )
      .map((request) => ({ operationId: operation.operationId, ...request }));
  });
  return fc.oneof(...ofEach);
}

const asItIs: Change = (parts) => parts;
