import { TestBed } from '@angular/core/testing';
import { provideTestApi, TestApi } from '../../testing/api';
import { aProblem } from '../../testing/leads';
import { problemOf } from '../problem/problem';
import { Downloads } from './downloads';

describe('downloads', () => {
  let api: TestApi;
  let saved: { name: string; content: Blob | undefined }[];

  beforeEach(() => {
    localStorage.clear();
    saved = [];
    const blobs = new Map<string, Blob>();
    URL.createObjectURL = (blob: Blob) => {
      blobs.set('blob:one', blob);
      return 'blob:one';
    };
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push({ name: this.download, content: blobs.get(this.href) });
    });
    TestBed.configureTestingModule({ providers: [provideTestApi()] });
    api = new TestApi();
  });
  afterEach(() => jest.restoreAllMocks());

  it('save what the service answers under the name that it gives', async () => {
    const saving = TestBed.inject(Downloads).save('/leads/export', { status: 'new' });
    const request = await api.request('GET', '/leads/export');
    expect(request.request.params.toString()).toBe('status=new');
    expect(request.request.headers.get('X-Tenant-ID')).toBe('demo');
    const content = new Blob(['id,name']);
    const headers = { 'Content-Disposition': 'attachment; filename="leads-demo.csv"' };
    request.flush(content, { headers });
    expect(await saving).toBe('leads-demo.csv');
    expect(saved).toEqual([{ name: 'leads-demo.csv', content }]);
  });

  it('tell why the service refuses, as any request does', async () => {
    const saving = TestBed.inject(Downloads)
      .save('/leads/export')
      .catch((reason: unknown) => reason);
    const { body, init } = aProblem('too-many-downloads', 429, 'Four at a time.');
    (await api.request('GET', '/leads/export')).flush(new Blob([JSON.stringify(body)]), init);
    expect(problemOf(await saving)).toMatchObject({ detail: 'Four at a time.' });
    expect(saved).toEqual([]);
  });

  it('hand on what something in between answers', async () => {
    const saving = TestBed.inject(Downloads)
      .save('/leads/export')
      .catch((reason: unknown) => reason);
    const request = await api.request('GET', '/leads/export');
    request.flush(new Blob(['<html>']), { status: 502, statusText: 'Bad Gateway' });
    expect(await saving).toMatchObject({ status: 502 });
  });
});
