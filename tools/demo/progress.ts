const BAR_WIDTH = 32;
const LINES = 5;

/** Shows how far a task is: a bar that moves on a terminal, a line now and then elsewhere. */
export function progress(total: number): (done: number) => void {
  return process.stdout.isTTY
    ? (done) =>
        process.stdout.write(
          `\r${bar(done / total)} ${done} of ${total}${done === total ? '\n' : ''}`,
        )
    : (done) => {
        if (done % Math.ceil(total / LINES) === 0 || done === total)
          console.log(`${done} of ${total}`);
      };
}

function bar(share: number): string {
  const full = Math.round(share * BAR_WIDTH);
  return '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full);
}
