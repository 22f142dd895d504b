/**
 * Holds the built web application with demo leads against Lighthouse, as a desktop and as a phone:
 * npm run lighthouse. Reports are written to dist/lighthouse; a score below 95 ends it with 1. Only
 * the performance of the simulated phone, on a slow mobile network, is told without being judged.
 */
import { chromium } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import lighthouse, { desktopConfig } from 'lighthouse';
import { findChromium } from '../../apps/e2e/src/browser/chromium.ts';
import { freePort } from '../../apps/e2e/src/service/free-port.ts';
import { Service } from '../../apps/e2e/src/service/service.ts';

const FOLDER = 'dist/lighthouse';
const LEAST = 95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const PAGES = { list: 'leads', form: 'leads/new', lead: 'leads/1' };
const DEVICES = { desktop: desktopConfig, phone: undefined };

/** The scores of a page, 0 to 100, and what cost it points; each in a browser of its own. */
async function judge(name: string, url: string, device: keyof typeof DEVICES) {
  const port = await freePort();
  const browser = await chromium.launch({
    ...found,
    args: [...(found.args ?? []), `--remote-debugging-port=${port}`],
  });
  const options = { port, onlyCategories: CATEGORIES, output: 'html' as const };
  const result = await lighthouse(url, options, DEVICES[device]).finally(() => browser.close());
  if (!result || result.lhr.runtimeError)
    throw new Error(`Lighthouse could not read ${url}: ${result?.lhr.runtimeError?.message}`);
  writeFileSync(`${FOLDER}/${name}-${device}.html`, String(result.report));
  const { categories, audits } = result.lhr;
  const scores = CATEGORIES.map((category) => Math.round((categories[category]?.score ?? 0) * 100));
  const faults = Object.values(audits)
    .filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary')
    .map(({ title }) => title);
  return { scores, faults };
}

const found = await findChromium();
const service = await Service.start();
mkdirSync(FOLDER, { recursive: true });
try {
  execFileSync(process.execPath, ['tools/demo/fill.ts'], {
    env: { ...process.env, LEADLOG_URL: service.url },
    stdio: 'ignore',
  });
  let lowest = 100;
  for (const [name, path] of Object.entries(PAGES))
    for (const device of Object.keys(DEVICES) as (keyof typeof DEVICES)[]) {
      const { scores, faults } = await judge(name, `${service.url}/app/${path}`, device);
      lowest = Math.min(lowest, ...(device === 'phone' ? scores.slice(1) : scores));
      const figures = CATEGORIES.map((category, n) => `${category} ${scores[n]}`).join(', ');
      console.log(`${name} on a ${device}: ${figures}`);
      for (const fault of faults) console.log(`  ${fault}`);
    }
  console.log(`lowest: ${lowest} of 100, wanted ${LEAST}; reports in ${FOLDER}`);
  process.exitCode = lowest < LEAST ? 1 : 0;
} finally {
  await service.dispose();
}
