import type { FieldError } from '@leadlog/contracts/field-errors';
import { EMAIL_RULES } from '@leadlog/contracts/lead';
import type { Refusal, RefusalCode } from '@leadlog/domain/decide';

const DETAILS: Record<Exclude<RefusalCode, 'lead_not_found'>, string> = {
  activity_in_the_future: 'must not be in the future',
  duplicate_email: EMAIL_RULES.duplicate_email.message,
  second_primary_email: EMAIL_RULES.second_primary_email.message,
};

/** What the domain refuses of a request's data, as the contract says it; that there is no lead is no part of it. */
export function refusalErrors(refusals: readonly Refusal[]): FieldError[] {
  return refusals.flatMap(({ code, path }) =>
    code === 'lead_not_found' ? [] : [{ path, code, detail: DETAILS[code], limits: {} }],
  );
}
