import { readSettings, WrongSetting } from './settings';

describe('the settings', () => {
  it('have defaults that are safe on a laptop', () => {
    expect(readSettings({})).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_URL: 'sqlite:data/leadlog.sqlite',
      AUTH_MODE: 'header',
      TRUST_TENANT_HEADER: false,
      MASTER_KEY_FILE: 'data/master.key',
      SIGNING_KEY_FILE: 'data/signing.key',
      ERASURE_LEDGER_FILE: 'data/erasures.log',
      LOG_LEVEL: 'info',
    });
  });

  it('take an empty value for absent, and leave what is not theirs', () => {
    expect(readSettings({ PORT: '', HOME: '/root' })).toEqual(readSettings({}));
  });

  it.each([
    ['PORT', 'x'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost'],
    ['DATABASE_URL', 'sqlite:'],
    ['AUTH_MODE', 'oidc'],
    ['TRUST_TENANT_HEADER', 'yes'],
    ['LOG_LEVEL', 'loud'],
  ])('refuse %s=%s in one line that names it', (name, value) => {
    const reading = () => readSettings({ [name]: value });
    expect(reading).toThrow(WrongSetting);
    expect(reading).toThrow(new RegExp(`^${name} must be [^\\n]+ it is "${value}"$`));
  });

  it.each(['0.0.0.0', '192.168.1.5', '::', 'leadlog.example'])(
    'refuse to listen on %s unless a proxy vouches for the tenant header',
    (HOST) => {
      expect(() => readSettings({ HOST })).toThrow(/TRUST_TENANT_HEADER=true/);
      expect(readSettings({ HOST, TRUST_TENANT_HEADER: 'true' })).toMatchObject({ HOST });
    },
  );

  it.each(['127.0.0.1', '::1', 'localhost'])('let it listen on %s', (HOST) => {
    expect(readSettings({ HOST }).HOST).toBe(HOST);
  });
});
