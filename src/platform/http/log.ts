import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug' | 'fatal'>;

/**
 * The log: JSON lines on standard output. A line names the route, never the address asked for (it may hold a search), and
 * the body acted for, never the person. What a bug threw is written with its stack; what people typed is not.
 */
export function createLog(level: string, destination: DestinationStream = pino.destination(1)): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { error: bug },
  };
  return pino(options, destination);
}

/** A bug without the values it met: PostgreSQL repeats what was typed in `detail`, and Kysely in parameters. */
function bug(error: unknown) {
  if (!(error instanceof Error)) return { message: 'something that is no error was thrown' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { name: error.name, message: error.message, code, stack: error.stack };
}
