import { build } from 'esbuild';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Bundles a module of the workspace, whose paths Node does not resolve, and imports it. */
export async function importBundled<M>(entry: string): Promise<M> {
  const outfile = join('dist/bench', basename(entry).replace(/\.ts$/, '.mjs'));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    sourcemap: 'inline',
    tsconfig: 'tsconfig.base.json',
  });
  return (await import(pathToFileURL(outfile).href)) as M;
}
