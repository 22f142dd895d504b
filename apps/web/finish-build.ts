/** What the service needs of the built application beyond what the builder writes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const FOLDER = 'dist/apps/web/browser';
const PAGE = 'index.html';
const TEXTS = ['.css', '.js', '.svg'];
/** Of minified modules; a dynamic import has a parenthesis. */
const STATIC_IMPORT = /(?:from|import)"\.\/([\w-]+\.js)"/g;

const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const importsOf = (file: string) =>
  [...read(file).matchAll(STATIC_IMPORT)].map(([, it]) => it ?? '');

/** The page names all files that its first script imports; the builder stops at ten. */
function preloadAll(): void {
  const page = read(PAGE);
  const main = /<script src="(main-[\w-]+\.js)"/.exec(page)?.[1];
  if (main === undefined) throw new Error(`${PAGE} has no first script`);
  const needed = new Set([main]);
  for (const file of needed) for (const other of importsOf(file)) needed.add(other);
  const links = [...needed]
    .filter((file) => !page.includes(`"${file}"`))
    .map((file) => `<link rel="modulepreload" href="${file}">`);
  writeFileSync(join(FOLDER, PAGE), page.replace('<script src="main-', `${links.join('')}$&`));
}

/**
 * Each file once more as the service sends it to all who take Brotli: `main-….js.br` beside
 * `main-….js`. There is time here for the smallest.
 */
function compress(file: string): void {
  const content = readFileSync(join(FOLDER, file));
  const compressed = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  if (compressed.length < content.length) writeFileSync(join(FOLDER, `${file}.br`), compressed);
}

preloadAll();
for (const file of readdirSync(FOLDER)) if (TEXTS.includes(extname(file))) compress(file);
