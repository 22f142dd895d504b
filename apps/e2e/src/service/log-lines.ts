export type LogLine = Record<string, unknown>;

/** The lines of the log in what a service has printed; the greeting is none. */
export function logLines(stdout: string): LogLine[] {
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as LogLine);
}
