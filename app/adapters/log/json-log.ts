import { pino, type DestinationStream } from 'pino';
import type { Log } from '#flows/ports';

/** Whatever could name a person or open a door, should somebody put it into a line by mistake. */
const SECRETS = [
  'email',
  'to',
  'emailHash',
  'firstName',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'apiKey',
];

/** One JSON object per line. In: the lowest level that is written; where to (default: standard output). */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = { level, redact: { paths: SECRETS, censor: '[redacted]' }, base: { service: 'encore' } };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
  };
}
