import { build } from 'esbuild';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Bundles a module of the workspace, whose paths Node does not resolve; answers its file. */
export async function bundle(entry: string): Promise<string> {
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
  return outfile;
}

/** Bundles a module of the workspace, and imports it. */
export async function importBundled<M>(entry: string): Promise<M> {
  return (await import(pathToFileURL(await bundle(entry)).href)) as M;
}
