import { TestBed } from '@angular/core/testing';
import { CurrentTenant } from './current-tenant';

describe('current tenant', () => {
  beforeEach(() => {
    localStorage.clear();
    history.replaceState(null, '', '/');
  });

  const start = () => TestBed.inject(CurrentTenant);
  const startAnew = () => {
    TestBed.resetTestingModule();
    return start();
  };

  it('is "demo" where nothing is known', () => {
    expect(start().id()).toBe('demo');
  });

  it('is remembered, newest first and each once', () => {
    const tenant = start();
    tenant.switchTo('acme');
    tenant.switchTo('beta');
    tenant.switchTo('acme');
    expect(startAnew().remembered()).toEqual(['acme', 'beta', 'demo']);
  });

  it('comes from the address first, and stays when the address no longer names it', () => {
    start().switchTo('acme');
    history.replaceState(null, '', '/app/leads?tenant=linked');
    expect(startAnew().remembered()).toEqual(['linked', 'acme', 'demo']);
    history.replaceState(null, '', '/app/leads/7');
    expect(startAnew().id()).toBe('linked');
  });

  it('is not taken from an address that no tenant can have', () => {
    history.replaceState(null, '', '/app/leads?tenant=No%20Tenant');
    expect(start().id()).toBe('demo');
  });

  it.each(['{', '"acme"', '["UPPER", 7]'])('starts anew where %s is remembered', (stored) => {
    localStorage.setItem('leadlog.tenants', stored);
    expect(start().remembered()).toEqual(['demo']);
  });

  it('keeps the last eight', () => {
    const tenant = start();
    for (let n = 1; n <= 9; n++) tenant.switchTo(`t${n}`);
    expect(tenant.remembered()).toEqual(['t9', 't8', 't7', 't6', 't5', 't4', 't3', 't2']);
  });
});
