/**
 * Writes each file of the built application once more as the service sends it to all who take
 * Brotli: `main-….js.br` beside `main-….js`. There is time here for the smallest.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const FOLDER = 'dist/apps/web/browser';
const TEXTS = ['.css', '.js', '.svg'];

for (const file of readdirSync(FOLDER)) {
  if (!TEXTS.includes(extname(file))) continue;
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
