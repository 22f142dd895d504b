/** What a command has to do with the outside; a test gives its own. */
export interface Shell {
  /** The settings, as `readSettings` takes them. */
  environment: Record<string, string | undefined>;
  /** Results, line by line. */
  print(line: string): void;
  /** Anything that is no result: progress, refusals. */
  notify(text: string): void;
  /** Whether a person watches what is notified. */
  isTerminal: boolean;
  now(): Date;
}

/** Exit statuses of every command. */
export const EXIT = {
  ok: 0,
  /** The command did its work and found something broken. */
  finding: 1,
  /** It could not be done: wrong usage or settings, a file or database that cannot be used. */
  unusable: 2,
} as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** A command cannot be carried out as it was given; the message is one line that says why. */
export class Unusable extends Error {}
