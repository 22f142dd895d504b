import { join } from 'node:path';

/** The databases that can be measured, each by the URL of one in a folder. */
export const ENGINES = {
  sqlite: (folder: string) => `sqlite:${join(folder, 'leadlog.sqlite')}`,
} as const satisfies Record<string, (folder: string) => string>;

export type Engine = keyof typeof ENGINES;
