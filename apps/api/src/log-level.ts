import { PinoLogger } from 'nestjs-pino';
import type { LogLevel } from './logging';

/**
 * Has SIGUSR2 make the log tell more than its setting says, and again what it says: so that a fault
 * can be looked into while it is there. Windows knows no such signal.
 */
export function switchLevelBySignal(setting: LogLevel): void {
  if (process.platform === 'win32') return;
  const more = setting === 'debug' || setting === 'trace' ? 'trace' : 'debug';
  process.on('SIGUSR2', () => {
    const { root } = PinoLogger;
    const next = root.level === more ? setting : more;
    // Said at whichever level tells more.
    root.level = more;
    root.info({ from: next === more ? setting : more, to: next }, 'log level changed');
    root.level = next;
  });
}
