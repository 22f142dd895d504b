import type { Response } from 'express';
import helmet from 'helmet';
import type { IncomingMessage, ServerResponse } from 'node:http';

const NONE = ["'none'"];
const OWN = ["'self'"];

/** What is loaded, framed or sent to by what is not named further: nothing. */
const NOTHING = { defaultSrc: NONE, baseUri: NONE, formAction: NONE, frameAncestors: NONE };

const nonceOf = (_request: unknown, response: unknown) =>
  `'nonce-${(response as Response).locals['nonce']}'`;

/** Every answer's: it is data, of which nothing runs and which nobody may frame. */
export const SECURITY_HEADERS = headersSetBy(
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
    // Whoever ends TLS before the service knows whether its name is served by TLS alone.
    strictTransportSecurity: false,
  }),
);

/** What helmet sets, which is the same each time: it has a function for each header. */
function headersSetBy(middleware: ReturnType<typeof helmet>): [name: string, value: string][] {
  const headers: [string, string][] = [];
  const recording = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => undefined,
  };
  middleware({} as IncomingMessage, recording as unknown as ServerResponse, () => undefined);
  return headers;
}

/**
 * The web application's page: only files of its own, no inline script. Angular writes the styles
 * of components into the page, with the answer's nonce, `response.locals.nonce`.
 */
export const webApplicationPolicy = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    ...NOTHING,
    baseUri: OWN,
    connectSrc: OWN,
    fontSrc: OWN,
    imgSrc: OWN,
    scriptSrc: OWN,
    styleSrc: [...OWN, nonceOf],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ['angular'],
  },
});

/** Swagger UI: files of its own; it sets styles inline and carries its pictures with it. */
export const apiDocumentationPolicy = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    ...NOTHING,
    connectSrc: OWN,
    imgSrc: [...OWN, 'data:'],
    scriptSrc: OWN,
    styleSrc: [...OWN, "'unsafe-inline'"],
  },
});
