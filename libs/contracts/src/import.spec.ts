import { fieldErrors } from './field-errors';
import { ImportQuery } from './import';
import { LeadExportQuery } from './lead-list';

const codesOf = (query: unknown) => {
  const result = ImportQuery.safeParse(query, { reportInput: true });
  return result.success
    ? []
    : fieldErrors(result.error.issues).map(({ path, code }) => [path[0], code]);
};

describe('ImportQuery', () => {
  it('has a default for everything', () => {
    expect(ImportQuery.parse({})).toEqual({ map: [], dry_run: false, force: false });
  });

  it('reads one mapping or several', () => {
    const name = { header: 'Firma', field: 'name' };
    const ignored = { header: 'Notiz', field: 'ignore' };
    expect(ImportQuery.parse({ map: 'Firma:name' }).map).toEqual([name]);
    expect(ImportQuery.parse({ map: [' Firma : name', 'Notiz:ignore'], dry_run: 'true' })).toEqual({
      map: [name, ignored],
      dry_run: true,
      force: false,
    });
  });

  it.each([
    [{ map: 'Firma:title' }, [['map', 'map']]],
    [{ map: ['A:name', 'B'] }, [['map', 'map']]],
    [{ map: ['A:name', 'A:owner'] }, [['map', 'map']]],
    [{ dry_run: 'yes' }, [['dry_run', 'not_allowed']]],
    [{ force: ['true', 'true'] }, [['force', 'not_allowed']]],
    [{ limit: '1' }, [['limit', 'unknown_field']]],
  ])('%j: %j', (query, expected) => {
    expect(codesOf(query)).toEqual(expected);
  });
});

describe('LeadExportQuery', () => {
  it('takes what selects and sorts the list, but no page of it', () => {
    const query = { q: 'gmbh', status: 'new', min_priority: '30', sort: 'name', archived: 'true' };
    expect(LeadExportQuery.parse(query)).toEqual({ ...query, min_priority: 30 });
    for (const name of ['limit', 'offset', 'cursor'])
      expect(LeadExportQuery.safeParse({ [name]: '1' }).success).toBe(false);
  });
});
