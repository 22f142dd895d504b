import * as fc from 'fast-check';
import { type Facts, threeWayMerge } from './three-way-merge';

const NO_CHOICE = new Map();

describe('three-way merge', () => {
  const base = { name: 'Acme', domain: 'acme.example', owner: null };

  it('takes from each side what it alone has changed', () => {
    const merge = threeWayMerge(base, { ...base, name: 'Acme AG' }, { ...base, owner: 'jens' });
    expect(merge.conflicts).toEqual([]);
    expect(merge.resolve(NO_CHOICE)).toEqual({ ...base, name: 'Acme AG', owner: 'jens' });
  });

  it('asks where both have changed the same to something else', () => {
    const merge = threeWayMerge(base, { ...base, name: 'Mine' }, { ...base, name: 'Theirs' });
    expect(merge.conflicts).toEqual([{ field: 'name', mine: 'Mine', theirs: 'Theirs' }]);
    expect(merge.resolve(new Map([['name', 'mine']]))).toMatchObject({ name: 'Mine' });
    expect(merge.resolve(new Map([['name', 'theirs']]))).toMatchObject({ name: 'Theirs' });
  });

  it('asks nothing where both have changed it to the same', () => {
    const both = { ...base, name: 'Acme AG' };
    expect(threeWayMerge(base, both, both).conflicts).toEqual([]);
  });

  it('counts what is absent as empty', () => {
    expect(threeWayMerge({}, {}, { name: null }).conflicts).toEqual([]);
    expect(threeWayMerge({ a: 1 }, {}, { a: 2 }).conflicts).toEqual([
      { field: 'a', mine: null, theirs: 2 },
    ]);
  });

  describe('of anything', () => {
    const facts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(null, 1, 2), {
      noNullPrototype: true,
    });
    const filled = ({ a = null, b = null, c = null }: Facts) => ({ a, b, c });

    it('loses no change of theirs that I have not made myself', () => {
      fc.assert(
        fc.property(facts, facts, facts, (base, mine, theirs) => {
          const merged = filled(threeWayMerge(base, mine, theirs).resolve(NO_CHOICE));
          const was: Facts = filled(base);
          const my: Facts = filled(mine);
          const their: Facts = filled(theirs);
          for (const [field, value] of Object.entries(merged))
            expect(value).toBe(my[field] === was[field] ? their[field] : my[field]);
        }),
      );
    });

    it('decides every conflict as it is chosen', () => {
      fc.assert(
        fc.property(facts, facts, facts, (base, mine, theirs) => {
          const { conflicts, resolve } = threeWayMerge(base, mine, theirs);
          const merged = resolve(new Map(conflicts.map(({ field }) => [field, 'theirs' as const])));
          for (const conflict of conflicts) expect(merged[conflict.field]).toBe(conflict.theirs);
        }),
      );
    });
  });
});
