import { PinoLogger, type Params } from 'nestjs-pino';
import { destination } from 'pino';
import type { RequestObserver } from './http/receive';
import { routeOf } from './http/route';
import type { Settings } from './settings';

export type LogLevel = Settings['LOG_LEVEL'];

const PRETTY = {
  target: 'pino-pretty',
  options: { singleLine: true, ignore: 'pid,hostname,context' },
};

/** JSON lines; pretty ones on a terminal. */
export function loggerOptions(level: LogLevel): Params {
  return {
    pinoHttp: process.stdout.isTTY
      ? { level, transport: PRETTY }
      : // Many lines go out at once, the last of them soon; at an exit, all that is left.
        [{ level }, destination({ sync: false, minLength: 4096, periodicFlush: 100 })],
    // Requests are logged below: a logger of its own for each takes longer than all else that it needs.
    forRoutes: [],
  };
}

/**
 * One line a request, when it is answered or nobody waits any more: without its address, query,
 * headers and body, in which personal data may stand.
 */
export const logRequest: RequestObserver = (request, response, milliseconds) => {
  const { method, correlationId, identity } = request;
  const { statusCode, writableFinished } = response;
  const route = routeOf(request);
  PinoLogger.root[statusCode >= 500 ? 'error' : 'info'](
    {
      method,
      route,
      status: statusCode,
      duration_ms: Math.round(milliseconds * 100) / 100,
      ...(!writableFinished && { aborted: true }),
      tenant: identity?.tenantId,
      actor: identity?.actor,
      correlation_id: correlationId,
    },
    `${method} ${route} ${statusCode}`,
  );
};
