import { z } from 'zod';

/** A setting is wrong; the message is one line that names it and says what to do. */
export class WrongSetting extends Error {}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** As browsers write them in `Host`. */
const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value <= most);

const databaseUrl = z.string().regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)/);

/** Parts separated by commas, each as `read` gives it; null there: the part is none. */
const listOf = (read: (part: string) => string | null) =>
  z
    .string()
    .transform((value) => value.split(',').map((part) => read(part.trim())))
    .refine((parts): parts is string[] => !parts.includes(null));

/** Names as browsers write them in `Host`; `*` stands for any. */
const hosts = listOf(hostOf);

/** Null where the text is no host alone, but has a port or a path, for example. */
function hostOf(text: string): string | null {
  const url = URL.parse(`http://${text}`);
  return url !== null && url.href === `http://${url.hostname}/` ? url.hostname : null;
}

/** As browsers write them in `Origin`. */
const origins = listOf(originOf);

/** Null where the text is no origin of the web alone, but has a path or stands for many, for example. */
function originOf(text: string): string | null {
  const url = /^https?:[^*]*$/i.test(text) ? URL.parse(text) : null;
  return url !== null && url.href === `${url.origin}/` ? url.origin : null;
}

/** Every setting with its default, and what to say when its value is wrong. */
export const Settings = z.object({
  PORT: port.default(3000).catch(wrong('PORT', 'a port number from 0 to 65535')),
  HOST: z.string().min(1).default('127.0.0.1').catch(wrong('HOST', 'an address to listen on')),
  DATABASE_URL: databaseUrl.default('sqlite:data/leadlog.sqlite').catch(wrongUrl),
  AUTH_MODE: z
    .literal('header')
    .default('header')
    .catch(wrong('AUTH_MODE', '"header", as "oidc" is not available yet,')),
  TRUST_TENANT_HEADER: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true')
    .catch(wrong('TRUST_TENANT_HEADER', '"true" or "false"')),
  ALLOWED_HOSTS: hosts
    .default(LOOPBACK_HOSTS)
    .catch(
      wrong(
        'ALLOWED_HOSTS',
        'host names without ports, separated by commas, such as localhost,crm.example',
      ),
    ),
  CORS_ORIGINS: origins
    .default([])
    .catch(
      wrong(
        'CORS_ORIGINS',
        'origins without paths, separated by commas, such as https://app.example,http://localhost:4200',
      ),
    ),
  RATE_LIMIT: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .default(0)
    .catch(wrong('RATE_LIMIT', 'a number of requests a minute and tenant, 0 for no limit')),
  MASTER_KEY_FILE: z
    .string()
    .min(1)
    .default('data/master.key')
    .catch(wrong('MASTER_KEY_FILE', 'a path')),
  SIGNING_KEY_FILE: z
    .string()
    .min(1)
    .default('data/signing.key')
    .catch(wrong('SIGNING_KEY_FILE', 'a path')),
  ERASURE_LEDGER_FILE: z
    .string()
    .min(1)
    .default('data/erasures.log')
    .catch(wrong('ERASURE_LEDGER_FILE', 'a path')),
  METRICS_TENANTS: wholeNumber(99_999)
    .default(100)
    .catch(wrong('METRICS_TENANTS', 'a number of tenants up to 99999')),
  DRAIN_SECONDS: wholeNumber(300)
    .default(0)
    .catch(wrong('DRAIN_SECONDS', 'a number of seconds from 0 to 300')),
  DISK_RESERVE_MB: wholeNumber(1_000_000)
    .default(64)
    .catch(wrong('DISK_RESERVE_MB', 'a number of megabytes')),
  VERIFY_EVERY_HOURS: wholeNumber(8760)
    .default(24)
    .catch(wrong('VERIFY_EVERY_HOURS', 'a number of hours up to 8760, 0 for never')),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .catch(wrong('OTEL_EXPORTER_OTLP_ENDPOINT', 'a URL such as http://localhost:4318')),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .catch(wrong('LOG_LEVEL', 'one of fatal, error, warn, info, debug, trace, silent')),
});
export type Settings = z.output<typeof Settings>;

/** The settings that an application has, whatever address it listens on. */
export type ApplicationSettings = Omit<Settings, 'PORT' | 'HOST'>;

function wrong(name: string, expected: string) {
  return ({ input }: { input: unknown }): never => {
    throw new WrongSetting(`${name} must be ${expected}, but it is "${String(input)}"`);
  };
}

/** The URL may hold a password, which no line of an error shows. */
function wrongUrl({ input }: { input: unknown }): never {
  const shown = String(input).replace(/\/\/.*@/, '//…@');
  return wrong(
    'DATABASE_URL',
    'sqlite:PATH, for example sqlite:data/leadlog.sqlite, or postgres://USER:PASSWORD@HOST/DATABASE',
  )({ input: shown });
}

/** Whether an address to listen on is reached from this machine alone. */
export function isLoopback(address: string): boolean {
  return LOOPBACK.includes(address);
}

/**
 * Reads the settings from the environment; an empty value counts as absent.
 * @throws WrongSetting
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const settings = Settings.parse(Object.fromEntries(given));
  if (!isLoopback(settings.HOST) && !settings.TRUST_TENANT_HEADER)
    throw new WrongSetting(
      `HOST=${settings.HOST} would let anybody on the network name any tenant; ` +
        'keep HOST=127.0.0.1, or set TRUST_TENANT_HEADER=true where a proxy vouches for the header',
    );
  return settings;
}
