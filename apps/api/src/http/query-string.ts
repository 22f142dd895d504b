/**
 * Reads a query string flat: an empty parameter counts as absent, a repeated one becomes a list,
 * which few schemas accept.
 */
export function parseQueryString(text: string | null): Record<string, string | string[]> {
  const parameters = new URLSearchParams(text ?? '');
  const names = new Set(parameters.keys());
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const values = parameters.getAll(name).filter((value) => value !== '');
      if (values.length === 0) return [];
      return [[name, values.length === 1 ? values[0]! : values] as const];
    }),
  );
}
