import { isAllowed } from './allowed-hosts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

describe('the hosts that are answered', () => {
  it.each(['localhost', 'LocalHost:3000', '127.0.0.1:80', '[::1]', '[::1]:3000', 'localhost:'])(
    'have %s among them',
    (host) => {
      expect(isAllowed(host, LOOPBACK)).toBe(true);
    },
  );

  it.each([
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    'evil.localhost',
    '127.0.0.1.evil.example',
    'localhost:3000:3000',
    'localhost:x',
    'me@localhost',
    'localhost/',
    '[::1',
    '::1',
    ':3000',
    '',
    ' ',
    '*',
  ])('do not have "%s" among them', (host) => {
    expect(isAllowed(host, LOOPBACK)).toBe(false);
  });

  it('are none but those that are named', () => {
    expect(isAllowed('crm.example:443', ['crm.example'])).toBe(true);
    expect(isAllowed('localhost', ['crm.example'])).toBe(false);
  });

  it('may be any', () => {
    expect(isAllowed('evil.example', ['*'])).toBe(true);
  });
});
