import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { CurrentTenant } from './current-tenant';
import { inTenant, tenantHeader } from './tenant-header';

describe('tenant header', () => {
  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([tenantHeader])), provideHttpClientTesting()],
    });
    TestBed.inject(CurrentTenant).switchTo('acme');
  });

  const headerOf = (url: string) =>
    TestBed.inject(HttpTestingController).expectOne(url).request.headers.get('X-Tenant-ID');

  it('names the current tenant', () => {
    TestBed.inject(HttpClient).get('/leads').subscribe();
    expect(headerOf('/leads')).toBe('acme');
  });

  it('names the tenant that a request is tied to', () => {
    TestBed.inject(HttpClient)
      .get('/leads', { context: inTenant('beta') })
      .subscribe();
    expect(headerOf('/leads')).toBe('beta');
  });
});
