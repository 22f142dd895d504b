import * as z from 'zod';

/** Length as the contract counts it: in code points. */
const codePoints = (text: string): number => [...text].length;

const CONTROL_CHARACTERS = /\p{Cc}/u;
const CONTROL_CHARACTERS_OF_NO_NOTE = /(?![\n\t])\p{Cc}/u;

/**
 * A text of `min` to `max` code points: trimmed, Unicode NFC, without control characters and lone
 * surrogates.
 */
export function text(max: number, min = 1, refused = CONTROL_CHARACTERS) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .superRefine((value, context) => {
      const refuse = (code: string, message: string) =>
        context.addIssue({ code: 'custom', message, params: { code, min, max } });
      const length = codePoints(value);
      if (length === 0) refuse('required', 'must not be empty');
      else if (length < min) refuse('too_short', `must have at least ${min} characters`);
      if (length > max) refuse('too_long', `must have at most ${max} characters`);
      if (refused.test(value)) refuse('control_characters', 'must not contain control characters');
      if (!value.isWellFormed()) refuse('lone_surrogate', 'must be well-formed Unicode');
    })
    .meta({ minLength: min, maxLength: max });
}

/** A text that may have several lines, and tabs. */
export const note = (max: number) => text(max, 1, CONTROL_CHARACTERS_OF_NO_NOTE);

/** An optional member of a request: absent and `null` are the same, and read as `null`. */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? null);
}

const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;

/** The A-label form of a lower-case host name, or null where it is none. */
function hostNameToAscii(host: string): string | null {
  if (!host.split('.').every((label) => LABEL.test(label))) return null;
  // The URL parser is the one IDNA implementation that browsers and Node share.
  const url = URL.parse(`http://${host}`);
  if (url === null || url.hostname.length > 253) return null;
  const labelsFit = url.hostname.split('.').every((label) => label.length <= 63);
  return labelsFit && !/^[\d.]+$/.test(url.hostname) ? url.hostname : null;
}

/** A host name: lower-cased, at most 253 characters, an internationalised one kept as typed. */
export const HostName = text(253)
  .overwrite((value) => value.toLowerCase())
  .refine((value) => hostNameToAscii(value) !== null, {
    error: 'must be a host name such as acme.example',
    params: { code: 'host_name' },
    when: ({ issues }) => issues.length === 0,
  })
  .meta({ format: 'idn-hostname' });

/** An e-mail address, kept as typed. */
export const EmailAddress = text(254)
  .refine(isEmailAddress, {
    error: 'must be an e-mail address such as ada@acme.example',
    params: { code: 'email' },
    when: ({ issues }) => issues.length === 0,
  })
  .meta({ format: 'idn-email' });

function isEmailAddress(value: string): boolean {
  if (!/^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@]+$/u.test(value)) return false;
  if (/^\.|\.\.|\.@/.test(value)) return false;
  const host = hostNameToAscii(value.slice(value.indexOf('@') + 1).toLowerCase());
  return host !== null && host.includes('.');
}

const PHONE = /^[\d +()/.-]*$/;

export const PhoneNumber = text(40, 3)
  .refine((value) => PHONE.test(value), {
    error: 'may contain digits, spaces and + ( ) - / . only',
    params: { code: 'phone' },
  })
  .meta({ pattern: PHONE.source });

const TIME_MESSAGE = 'must be an RFC 3339 time such as 2026-11-22T10:03:16.953Z';

/**
 * RFC 3339 with any offset, read as UTC with milliseconds: always 24 characters, which sort as text.
 * Where the offset leads out of the years 0 to 9999 it is refused.
 */
export const Timestamp = z.iso
  .datetime({ offset: true, error: TIME_MESSAGE })
  .transform((value) => new Date(value).toISOString())
  .refine((value) => value.length === 24, { error: TIME_MESSAGE, params: { code: 'time' } })
  // The format says it; zod's pattern for it fills a screen.
  .meta({ pattern: undefined });

/** A time in an answer: RFC 3339 in UTC with milliseconds. */
export const Moment = z.iso.datetime({ precision: 3 }).meta({
  pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$`,
});
