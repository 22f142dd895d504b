import { transform } from '@swc/core';
import { build, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';

/** Nest needs the decorator metadata that esbuild does not emit. */
const decoratorMetadata: Plugin = {
  name: 'decorator-metadata',
  setup({ onLoad }) {
    onLoad({ filter: /\/(apps|libs)\/.*\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

const { metafile } = await build({
  entryPoints: {
    main: 'apps/api/src/main.ts',
    writer: 'apps/api/src/writer-main.ts',
    leadlog: 'apps/api/src/cli/leadlog.ts',
    openapi: 'apps/api/src/docs/print-openapi.ts',
  },
  outdir: 'dist/apps/api',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  sourcemap: true,
  tsconfig: 'tsconfig.base.json',
  plugins: [decoratorMetadata],
  metafile: true,
});

const ofWriter = metafile.outputs['dist/apps/api/writer.mjs']?.imports ?? [];
if (ofWriter.some(({ path }) => path.startsWith('@nestjs/')))
  throw new Error('the thread that writes has no use for Nest, yet imports it');
