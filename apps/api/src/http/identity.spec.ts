import { authenticate, identify } from './identity';
import { ProblemDetails } from './problem-details';

const actor = (header: string) => identify({ 'x-tenant-id': 'acme', 'x-actor': header }).actor;

function problemOf(headers: Record<string, string>): string | undefined {
  try {
    identify(headers);
    return undefined;
  } catch (error) {
    return error instanceof ProblemDetails ? error.problem : String(error);
  }
}

describe('the identity of a request in header mode', () => {
  it.each(['a', '7', 'acme', 'a-b_c', 'x'.repeat(63)])('takes the tenant %s', (tenant) => {
    expect(identify({ 'x-tenant-id': tenant }).tenantId).toBe(tenant);
  });

  it.each(['', '-a', '_a', 'Acme', 'a b', 'a.b', 'ä', 'a/b', 'x'.repeat(64), 'a\n'])(
    'refuses the tenant %j',
    (tenant) => {
      expect(problemOf({ 'x-tenant-id': tenant })).toBe('invalid-tenant');
    },
  );

  it('needs a tenant', () => {
    expect(problemOf({})).toBe('invalid-tenant');
  });

  it('reads the actor from percent-encoded UTF-8', () => {
    expect(actor('J%C3%B6rg%20M%C3%BCller')).toBe('Jörg Müller');
    expect(actor('mara@acme.example')).toBe('mara@acme.example');
  });

  it('is anonymous where no actor is named', () => {
    expect(identify({ 'x-tenant-id': 'acme' }).actor).toBe('anonymous');
    expect(actor('')).toBe('anonymous');
  });

  it.each(['%', '%FF', '%C3', 'a%00b', 'x'.repeat(201), 'Jörg'])(
    'refuses the actor %j',
    (header) => {
      expect(problemOf({ 'x-tenant-id': 'acme', 'x-actor': header })).toBe('invalid-actor');
    },
  );

  it('has every role, and no tenant is closed to it', () => {
    expect(authenticate({ 'x-actor': 'mara' })).toEqual({
      actor: 'mara',
      roles: ['sales', 'auditor', 'admin'],
      tenants: 'every',
    });
  });

  it('counts the length of the actor in characters, not in bytes', () => {
    expect(actor(encodeURIComponent('ü'.repeat(200)))).toHaveLength(200);
  });
});
