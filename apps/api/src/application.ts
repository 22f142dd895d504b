import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { AppModule, type Resources } from './app-module';
import { serveDocs } from './docs/openapi';
import { requireAllowedHost } from './http/allowed-hosts';
import { AnswerAdapter } from './http/answer-adapter';
import { crossOrigin } from './http/cross-origin';
import { Gate } from './http/gate';
import { isJsonToRead, requireMediaType } from './http/media-type';
import { parseQueryString } from './http/query-string';
import { receiving } from './http/receive';
import { SchemaValidationPipe } from './http/schema-validation-pipe';
import { answerUnreadable } from './http/unreadable-request';
import { writesTakeTurns } from './http/writes-take-turns';
import { logRequest } from './logging';
import { Metrics } from './operations/metrics';
import { serveWebApplication } from './serve-web-application';
import type { ApplicationSettings } from './settings';

const MAX_BODY_BYTES = 1024 * 1024;

/**
 * The HTTP application behind a gate, which it answers from now on. `webFolder` holds the built web
 * application.
 */
export async function createApplication(
  resources: Resources,
  settings: ApplicationSettings,
  webFolder: string,
  gate = new Gate(() => undefined),
): Promise<NestExpressApplication> {
  const application = await NestFactory.create<NestExpressApplication>(
    AppModule.with(resources, settings),
    new AnswerAdapter(gate),
    { bodyParser: false, abortOnError: false, logger: ['error', 'warn'] },
  );
  application.disable('x-powered-by');
  application.set('query parser', parseQueryString);
  // A lead's tag is its version; a hash of the bytes would say nothing of it.
  application.set('etag', false);
  // Its endpoint compares it itself; Express would take `If-None-Match: *` for the tag of anything.
  Object.defineProperty(application.getHttpAdapter().getInstance().request, 'fresh', {
    value: false,
  });
  if (resources.tracing) application.use(resources.tracing.request);
  application.use(requireAllowedHost(settings.ALLOWED_HOSTS));
  if (settings.CORS_ORIGINS.length > 0) application.enableCors(crossOrigin(settings.CORS_ORIGINS));
  application.use(writesTakeTurns(), requireMediaType);
  application.useBodyParser('json', {
    type: isJsonToRead,
    limit: MAX_BODY_BYTES,
    strict: false,
  });
  application.useGlobalPipes(new SchemaValidationPipe());
  const server = application.getHttpServer();
  server.on('clientError', answerUnreadable);
  // Node would refuse an expectation that it does not know, where ignoring it is allowed (RFC 9110, 10.1.1).
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    server.emit('request', request, response),
  );
  serveDocs(application);
  serveWebApplication(application, webFolder);
  // Not by SIGUSR2, which Nest would stop at as well: it has another meaning here.
  application.enableShutdownHooks(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT']);
  await application.init();
  application.useLogger(application.get(Logger));
  const express = application.getHttpAdapter().getInstance() as RequestListener;
  gate.answer = receiving(express, [logRequest, application.get(Metrics).timeRequest]);
  return application;
}
