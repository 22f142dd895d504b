import type {
  CorsOptions,
  CorsOptionsDelegate,
} from '@nestjs/common/interfaces/external/cors-options.interface';
import type { Request } from 'express';
import { ANSWER_HEADERS } from '../docs/answer-headers';

/** For so long a browser need not ask again; Chromium takes no more. */
const PREFLIGHT_KEPT_S = 2 * 60 * 60;

/**
 * Lets pages of these origins read what is answered, and no others. Nothing is sent by the browser of
 * its own accord: whoever asks is named by headers that the page has to give.
 */
export function crossOrigin(origins: readonly string[]): CorsOptionsDelegate<Request> {
  const options: CorsOptions = {
    origin: [...origins],
    exposedHeaders: Object.keys(ANSWER_HEADERS),
    maxAge: PREFLIGHT_KEPT_S,
  };
  return ({ headers }, answer) => {
    // Any other OPTIONS is a method that no endpoint has.
    const preflightContinue = headers['access-control-request-method'] === undefined;
    answer(null, { ...options, preflightContinue });
  };
}
