import type { Request } from 'express';
import type { Params } from 'nestjs-pino';
import type { Settings } from './settings';

export type LogLevel = Settings['LOG_LEVEL'];

const PRETTY = {
  target: 'pino-pretty',
  options: { singleLine: true, ignore: 'pid,hostname,context' },
};

/**
 * One JSON line a request: no query string, no headers and no bodies, in which personal data may
 * stand. On a terminal the lines are made pretty.
 */
export function loggerOptions(level: LogLevel): Params {
  return {
    pinoHttp: {
      level,
      ...(process.stdout.isTTY && { transport: PRETTY }),
      genReqId: (request) => (request as Request).correlationId,
      customAttributeKeys: { reqId: 'correlation_id' },
      quietReqLogger: true,
      customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
      customSuccessMessage: (request, response) => `${request.method} ${response.statusCode}`,
      serializers: {
        req: ({ raw }: { raw: Request }) => ({ method: raw.method, path: pathOf(raw) }),
        res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
      },
      customProps: (request) => {
        const { identity } = request as Request;
        return identity ? { tenant: identity.tenantId, actor: identity.actor } : {};
      },
    },
  };
}

function pathOf({ originalUrl }: Request): string | undefined {
  return originalUrl?.split('?')[0];
}
