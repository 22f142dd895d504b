import { join } from 'node:path';
import { isPermissive, shippedLicences } from './installed-licences';

const ROOT = join(__dirname, '../..');

describe('the licences of what is shipped', () => {
  it('are all permissive', () => {
    const licences = [...shippedLicences(ROOT)];
    expect(licences.length).toBeGreaterThan(50);
    expect(licences.filter(([, licence]) => !isPermissive(licence))).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND Apache-2.0', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE.txt', false],
    ['', false],
  ])('%j: %j', (expression, expected) => {
    expect(isPermissive(expression)).toBe(expected);
  });
});
