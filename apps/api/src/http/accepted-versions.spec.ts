import { acceptedVersions } from './accepted-versions';

describe('If-Match', () => {
  it.each([
    [undefined, undefined],
    ['*', undefined],
    ['"7"', [7]],
    ['"7-95"', [7]],
    ['"7-95", "8"', [7, 8]],
    // A weak tag never matches (RFC 9110, 13.1.1), and neither does what is no tag of a lead.
    ['W/"7"', []],
    ['7', []],
    ['"x"', []],
  ])('%j accepts %j', (header, versions) => {
    expect(acceptedVersions(header)).toEqual(versions);
  });
});
