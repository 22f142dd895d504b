import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { extname, join } from 'node:path';

const HASHED_FILE = /-[A-Z0-9]{8}\.\w+$/;

/** Serves the built web application under `/app/`; its own routes all get its one page. */
export function serveWebApplication(application: NestExpressApplication, folder: string): void {
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
    if (!isPage) return next();
    response.setHeader('Cache-Control', 'no-cache');
    return response.sendFile(join(folder, 'index.html'));
  });
  application.use((request: Request, response: Response, next: NextFunction) =>
    request.path === '/' ? response.redirect('/app/') : next(),
  );
}
