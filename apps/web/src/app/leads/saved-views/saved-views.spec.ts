import { TestBed } from '@angular/core/testing';
import type { View } from '@leadlog/contracts/view';
import { firstValueFrom } from 'rxjs';
import { provideTestApi, TestApi } from '../../../testing/api';
import { DEFAULT_LIST } from '../lead-list/list-query';
import { addressOf, isShown, SavedViews, viewQueryOf } from './saved-views';

const hot: View = { name: 'Hot & new', query: { status: 'new', min_priority: 50 } };

describe('a saved view', () => {
  it('keeps what narrows and sorts the list, but no default and no length', () => {
    const shown = { ...DEFAULT_LIST, q: 'gmbh', archived: true, sort: 'name' as const, rows: 200 };
    expect(viewQueryOf(shown)).toEqual({ q: 'gmbh', archived: true, sort: 'name' });
    expect(viewQueryOf(DEFAULT_LIST)).toEqual({});
  });

  it('is an address, without what the list does not know', () => {
    expect(addressOf(hot)).toEqual({ status: 'new', min_priority: 50 });
    const ofOthers = { archived: 'true', sort: '-priority', limit: 20, offset: 40 } as const;
    expect(addressOf({ name: 'x', query: ofOthers })).toEqual({ archived: true });
  });

  it('is shown wherever the list shows the same, as far as one may have read', () => {
    expect(isShown(hot, { ...DEFAULT_LIST, min_priority: 50, status: 'new', rows: 100 })).toBe(
      true,
    );
    expect(isShown(hot, { ...DEFAULT_LIST, status: 'new' })).toBe(false);
  });

  describe('on the server', () => {
    let api: TestApi;
    let views: SavedViews;

    beforeEach(() => {
      localStorage.clear();
      TestBed.configureTestingModule({ providers: [provideTestApi()] });
      views = TestBed.inject(SavedViews);
      api = new TestApi();
    });

    it('is renamed without ever being lost', async () => {
      const renamed = firstValueFrom(views.rename(hot, 'Hot/now'));
      const put = await api.request('PUT', '/views/Hot%2Fnow');
      expect(put.request.body).toEqual({ query: hot.query });
      put.flush({ ...hot, name: 'Hot/now' });
      (await api.request('DELETE', '/views/Hot%20%26%20new')).flush(null);
      expect(await renamed).toEqual({ ...hot, name: 'Hot/now' });
    });

    it('is written otherwise in its own place', async () => {
      const renamed = firstValueFrom(views.rename(hot, 'HOT & new'));
      const name = 'HOT & new';
      (await api.request('PUT', '/views/HOT%20%26%20new')).flush({ ...hot, name });
      expect((await renamed).name).toBe(name);
      expect(await api.requests('/views/Hot%20%26%20new')).toEqual([]);
    });
  });
});
