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

/** What reads files that lie beside its own, and what Nest asks for in case that it is there. */
const APART = [
  'better-sqlite3',
  'pino',
  'pino-pretty',
  'swagger-ui-dist',
  '@fastify/static',
  '@nestjs/microservices',
  '@nestjs/websockets',
  'class-transformer',
  'class-validator',
  // Read where spans are wanted, and nowhere else; the API without which they are nothing is small.
  '@opentelemetry/core',
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-trace-base',
];

/** Modules in the older form ask for what Node brings by `require`, which is not there otherwise. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);";

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
  // One file is read in half the time that Node takes to find a thousand.
  external: APART,
  banner: { js: REQUIRE },
  sourcemap: true,
  tsconfig: 'tsconfig.base.json',
  plugins: [decoratorMetadata],
  metafile: true,
});

const ofWriter = Object.keys(metafile.outputs['dist/apps/api/writer.mjs']?.inputs ?? {});
if (ofWriter.some((path) => path.includes('node_modules/@nestjs/')))
  throw new Error('the thread that writes has no use for Nest, yet imports it');
