import type { Choice, Choices } from '../../conflict-dialog/conflict-dialog';

/** Values by name; one that is absent counts as `null`. */
export type Facts = Record<string, unknown>;

/** Changed here and there since, to something else. */
export interface Conflict {
  field: string;
  mine: unknown;
  theirs: unknown;
}

export interface Merge {
  conflicts: Conflict[];
  /** What stands in the end, each conflict decided as chosen. */
  resolve(choices: Choices): Facts;
}

/**
 * Two changes of the same facts, `base`, made into one: whatever only one side has changed is taken
 * from that side; where both did, somebody has to choose.
 */
export function threeWayMerge(base: Facts, mine: Facts, theirs: Facts): Merge {
  const fields = [...new Set([base, theirs, mine].flatMap(Object.keys))];
  const conflicts = fields
    .filter(
      (field) =>
        !same(mine[field], base[field]) &&
        !same(theirs[field], base[field]) &&
        !same(mine[field], theirs[field]),
    )
    .map((field) => ({ field, mine: mine[field] ?? null, theirs: theirs[field] ?? null }));
  const side = (field: string, choices: Choices): Choice =>
    choices.get(field) ?? (same(mine[field], base[field]) ? 'theirs' : 'mine');
  return {
    conflicts,
    resolve: (choices) =>
      Object.fromEntries(
        fields.map((field) => {
          const from = side(field, choices) === 'mine' ? mine : theirs;
          return [field, from[field] ?? null];
        }),
      ),
  };
}

export const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
