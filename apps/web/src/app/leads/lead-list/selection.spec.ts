import { Selection } from './selection';

const SHOWN = [5, 3, 9, 1, 7];

describe('selection', () => {
  const ticked = (selection: Selection) => [...selection.ids()];

  it('ticks and unticks one', () => {
    const selection = new Selection();
    selection.toggle(3);
    selection.toggle(1);
    selection.toggle(3);
    expect(ticked(selection)).toEqual([1]);
    expect(selection.size()).toBe(1);
  });

  it.each([
    ['down', 3, 1, [3, 9, 1]],
    ['up', 1, 3, [1, 3, 9]],
  ])('ticks a range %s from the one before', (_, first, last, expected) => {
    const selection = new Selection();
    selection.toggle(first);
    selection.toggle(last, SHOWN);
    expect(ticked(selection)).toEqual(expected);
  });

  it('unticks a range alike', () => {
    const selection = new Selection();
    selection.set(SHOWN, true);
    selection.toggle(3);
    selection.toggle(1, SHOWN);
    expect(ticked(selection)).toEqual([5, 7]);
  });

  it('ticks the one alone where no range begins on the screen', () => {
    const selection = new Selection();
    selection.toggle(9, SHOWN);
    expect(ticked(selection)).toEqual([9]);
    selection.clear();
    selection.toggle(100);
    selection.toggle(1, SHOWN);
    expect(ticked(selection)).toEqual([100, 1]);
  });
});
