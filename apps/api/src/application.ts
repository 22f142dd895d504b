import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule, type Resources } from './app-module';
import { serveDocs } from './docs/openapi';
import { correlate } from './http/correlation';
import { isJsonToRead, requireJson } from './http/media-type';
import { parseQueryString } from './http/query-string';
import { SchemaValidationPipe } from './http/schema-validation-pipe';
import { answerUnreadable } from './http/unreadable-request';
import type { LogLevel } from './logging';
import { Metrics } from './operations/metrics';
import { serveWebApplication } from './serve-web-application';

const MAX_BODY_BYTES = 1024 * 1024;

/** The HTTP application, ready to listen. `webFolder` holds the built web application. */
export async function createApplication(
  resources: Resources,
  logLevel: LogLevel,
  webFolder: string,
): Promise<NestExpressApplication> {
  const application = await NestFactory.create<NestExpressApplication>(
    AppModule.with(resources, logLevel),
    { bodyParser: false, abortOnError: false, logger: ['error', 'warn'] },
  );
  application.disable('x-powered-by');
  application.set('query parser', parseQueryString);
  // A lead's tag is its version; a hash of the bytes would say nothing of it.
  application.set('etag', false);
  application.use(correlate, application.get(Metrics).timeRequest, requireJson);
  application.useBodyParser('json', {
    type: isJsonToRead,
    limit: MAX_BODY_BYTES,
    strict: false,
  });
  application.useGlobalPipes(new SchemaValidationPipe());
  application.getHttpServer().on('clientError', answerUnreadable);
  serveDocs(application);
  serveWebApplication(application, webFolder);
  application.enableShutdownHooks();
  await application.init();
  application.useLogger(application.get(Logger));
  return application;
}
