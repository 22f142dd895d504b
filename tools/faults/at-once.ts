/** Works through a list, a few at a time; after a failure no further one is begun. */
export async function atOnce<T>(
  count: number,
  list: Iterable<T>,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const queue = list[Symbol.iterator]();
  const failures: unknown[] = [];
  const worker = async () => {
    for (;;) {
      const next = failures.length > 0 ? null : queue.next();
      if (next === null || next.done) return;
      await work(next.value).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: count }, worker));
  if (failures.length > 0) throw failures[0];
}
