import { DatabaseError } from 'pg';
import { ConstraintViolated, DatabaseUnavailable, TooBusy } from './errors.ts';

const integrityClass = '23';

/** Connection lost, resources exhausted (disk full too), shutting down or crashed, read-only after a failover. */
const unavailable = /^(08|53|57P|58|25006|57014)/;

/** A lock that was not given within `lock_timeout`. */
const lockNotAvailable = '55P03';

/** What Node and the driver say when there is no server behind the connection any more. */
const connectionLost =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client was closed|not queryable|connection error/;

/** Turns what the driver threw into one of this folder's errors; what is neither is a bug and stays as it is. */
export function translateError(error: unknown): unknown {
  if (error instanceof DatabaseError) {
    const code = error.code ?? '';
    if (code.startsWith(integrityClass)) return new ConstraintViolated(error.constraint ?? code, error);
    if (unavailable.test(code)) return new DatabaseUnavailable(error.message, { cause: error });
    if (code === lockNotAvailable) return new TooBusy(error.message, { cause: error });
    return error;
  }
  if (
    error instanceof Error &&
    connectionLost.test(`${'code' in error ? String(error.code) : ''} ${error.message}`)
  )
    return new DatabaseUnavailable(error.message, { cause: error });
  return error;
}

/** Whether PostgreSQL cancelled a transaction only because another was quicker: it may be tried again. */
export function isLostRace(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === '40001' || error.code === '40P01');
}
