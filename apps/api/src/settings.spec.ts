import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { readSettings, Settings, WrongSetting } from './settings';

describe('the settings', () => {
  it('have defaults that are safe on a laptop', () => {
    expect(readSettings({})).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_URL: 'sqlite:data/leadlog.sqlite',
      AUTH_MODE: 'header',
      TRUST_TENANT_HEADER: false,
      ALLOWED_HOSTS: ['localhost', '127.0.0.1', '[::1]'],
      CORS_ORIGINS: [],
      RATE_LIMIT: 0,
      MASTER_KEY_FILE: 'data/master.key',
      SIGNING_KEY_FILE: 'data/signing.key',
      ERASURE_LEDGER_FILE: 'data/erasures.log',
      METRICS_TENANTS: 100,
      DRAIN_SECONDS: 0,
      DISK_RESERVE_MB: 64,
      VERIFY_EVERY_HOURS: 24,
      LOG_LEVEL: 'info',
    });
  });

  it('are all named in .env.example, with their defaults', () => {
    const example = parseEnv(readFileSync(join(__dirname, '../../../.env.example'), 'utf8'));
    expect(Object.keys(example).sort()).toEqual(Object.keys(Settings.shape).sort());
    expect(readSettings(example)).toEqual(readSettings({}));
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
    ['ALLOWED_HOSTS', 'crm.example:3000'],
    ['ALLOWED_HOSTS', 'https://crm.example'],
    ['ALLOWED_HOSTS', 'crm.example,'],
    ['ALLOWED_HOSTS', 'crm .example'],
    ['ALLOWED_HOSTS', '::1'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'null'],
    ['CORS_ORIGINS', 'app.example'],
    ['CORS_ORIGINS', 'https://app.example/leads'],
    ['CORS_ORIGINS', 'https://mara@app.example'],
    ['CORS_ORIGINS', 'https://*.example'],
    ['CORS_ORIGINS', 'https://app.example,'],
    ['CORS_ORIGINS', 'ftp://app.example'],
    ['RATE_LIMIT', '-1'],
    ['RATE_LIMIT', '1e3'],
    ['METRICS_TENANTS', '-1'],
    ['DRAIN_SECONDS', '301'],
    ['DISK_RESERVE_MB', '-1'],
    ['VERIFY_EVERY_HOURS', 'daily'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
    ['LOG_LEVEL', 'loud'],
  ])('refuse %s=%s in one line that names it', (name, value) => {
    const reading = () => readSettings({ [name]: value });
    expect(reading).toThrow(WrongSetting);
    expect(reading).toThrow(new RegExp(`^${name} must be [^\\n]+$`));
    expect(reading).toThrow(`it is "${value}"`);
  });

  it.each(['0.0.0.0', '192.168.1.5', '::', 'leadlog.example'])(
    'refuse to listen on %s unless a proxy vouches for the tenant header',
    (HOST) => {
      expect(() => readSettings({ HOST })).toThrow(/TRUST_TENANT_HEADER=true/);
      expect(readSettings({ HOST, TRUST_TENANT_HEADER: 'true' })).toMatchObject({ HOST });
    },
  );

  it('say of OpenID Connect that it is not there yet', () => {
    expect(() => readSettings({ AUTH_MODE: 'oidc' })).toThrow(/"oidc" is not available yet/);
  });

  it.each([
    ['CRM.example, 10.0.0.7', ['crm.example', '10.0.0.7']],
    ['müller.example', ['xn--mller-kva.example']],
    ['[::1]', ['[::1]']],
    ['*', ['*']],
  ])('read the hosts %s as browsers write them', (ALLOWED_HOSTS, expected) => {
    expect(readSettings({ ALLOWED_HOSTS }).ALLOWED_HOSTS).toEqual(expected);
  });

  it('read origins as browsers write them', () => {
    const CORS_ORIGINS = 'HTTPS://App.example, https://müller.example:443/,http://[::1]:4200';
    expect(readSettings({ CORS_ORIGINS }).CORS_ORIGINS).toEqual([
      'https://app.example',
      'https://xn--mller-kva.example',
      'http://[::1]:4200',
    ]);
  });

  it.each(['127.0.0.1', '::1', 'localhost'])('let it listen on %s', (HOST) => {
    expect(readSettings({ HOST }).HOST).toBe(HOST);
  });
});
