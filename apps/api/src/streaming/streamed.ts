import { Logger, StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';

const logger = new Logger('Stream');

/**
 * An answer that is made while it is read. Where it fails, the connection breaks off: an answer that
 * ends in good order is whole.
 */
export function streamed(
  stream: Readable,
  options: { type: string; disposition?: string },
): StreamableFile {
  return new StreamableFile(stream, options)
    .setErrorLogger(() => undefined)
    .setErrorHandler((error, response) => {
      logger.warn(error.message);
      response.destroy?.();
    });
}
