import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { webApplicationPolicy } from './http/security-headers';

const HASHED_FILE = /-[\w-]{8}\.\w+(\.br)?$/;
const COMPRESSED = '.br';

/** Serves the built web application under `/app/`; its own routes all get its one page. */
export function serveWebApplication(application: NestExpressApplication, folder: string): void {
  application.use('/app', preferCompressed(folder));
  // What is left: the page, and files for whoever takes no Brotli.
  application.use('/app', compression());
  application.useStaticAssets(folder, {
    prefix: '/app/',
    index: false,
    redirect: false,
    setHeaders: (response, path) =>
      response.setHeader(
        'Cache-Control',
        HASHED_FILE.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  application.use('/app', (request: Request, response: Response, next: NextFunction) => {
    const isPage = ['GET', 'HEAD'].includes(request.method) && extname(request.path) === '';
    return isPage ? sendPage(request, response, join(folder, 'index.html')) : next();
  });
  application.use((request: Request, response: Response, next: NextFunction) =>
    request.path === '/' ? response.redirect('/app/') : next(),
  );
}

/** Answers with what the build has compressed, where the browser takes it. */
function preferCompressed(folder: string) {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const compressed = new Set(files.filter((file) => file.endsWith(COMPRESSED)));
  return (request: Request, response: Response, next: NextFunction) => {
    const file = request.path.slice(1) + COMPRESSED;
    if (!compressed.has(file)) return next();
    response.vary('Accept-Encoding');
    if (request.acceptsEncodings('br')) {
      response.setHeader('Content-Encoding', 'br');
      response.type(extname(request.path));
      request.url = `/${file}`;
    }
    next();
  };
}

/** The page with a nonce of this answer's own, which therefore nobody may keep. */
async function sendPage(request: Request, response: Response, file: string): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  response.locals['nonce'] = nonce;
  response.setHeader('Cache-Control', 'no-store');
  webApplicationPolicy(request, response, () => undefined);
  const page = await readFile(file, 'utf8');
  response.type('html').send(page.replace('<app-root', `<app-root ngCspNonce="${nonce}"`));
}
