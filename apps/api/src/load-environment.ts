import { existsSync } from 'node:fs';

/** Takes settings from a file `.env` in the working folder, where there is one. */
export function loadEnvironment(): void {
  if (existsSync('.env')) process.loadEnvFile();
}
