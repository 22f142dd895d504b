import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideTestApi, TestApi } from '../../testing/api';
import { CurrentActor } from './current-actor';

describe('current actor', () => {
  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideTestApi()] });
  });

  const actor = () => TestBed.inject(CurrentActor);

  async function headerOfARequest(): Promise<string | null> {
    TestBed.inject(HttpClient).get('/leads').subscribe();
    const request = await new TestApi().request('GET', '/leads');
    return request.request.headers.get('X-Actor');
  }

  it('is nobody until somebody says who they are', async () => {
    expect(actor().name()).toBe('');
    expect(await headerOfARequest()).toBeNull();
  });

  it('goes with every request, percent-encoded', async () => {
    actor().become(' Mára Øst ');
    expect(await headerOfARequest()).toBe('M%C3%A1ra%20%C3%98st');
  });

  it('is remembered', () => {
    actor().become('mara');
    TestBed.resetTestingModule();
    expect(actor().name()).toBe('mara');
  });

  it('becomes what the contract takes', () => {
    actor().become(`a\tb\uD800${'🙂'.repeat(300)}`);
    expect(actor().name()).toBe(`a b\uFFFD${'🙂'.repeat(196)}`);
  });

  it('may be nobody again', async () => {
    actor().become('mara');
    actor().become(' ');
    expect(await headerOfARequest()).toBeNull();
  });
});
