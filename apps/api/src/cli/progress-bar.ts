import type { Shell } from './shell';

const WIDTH = 32;
const ERASE_LINE = '\r\u001b[K';

export interface ProgressBar {
  show(done: number, total: number): void;
  clear(): void;
}

/** A bar that moves on a terminal, redrawn when its percentage changes, and nothing elsewhere. */
export function progressBar(shell: Shell, title: string): ProgressBar {
  let shown = -1;
  return {
    show(done, total) {
      const percentage = total === 0 ? 100 : Math.floor((done / total) * 100);
      if (!shell.isTerminal || percentage === shown) return;
      shown = percentage;
      const full = Math.round((percentage / 100) * WIDTH);
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
      shell.notify(`${ERASE_LINE}${title} ${bar} ${percentage} %`);
    },
    clear() {
      if (shown >= 0) shell.notify(ERASE_LINE);
    },
  };
}

/** One bar after the other, each for what is named. */
export function progressBars(shell: Shell) {
  let title = '';
  let bar: ProgressBar | undefined;
  return {
    show(name: string, done: number, total: number) {
      if (bar === undefined || name !== title) bar = progressBar(shell, (title = name));
      bar.show(done, total);
    },
    clear: () => bar?.clear(),
  };
}
