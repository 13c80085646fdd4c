import type { FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseUnavailable, TooBusy } from '#platform/db';
import type { Answering } from './answering.ts';
import { badRequest, somethingWentWrong, unavailable } from './error-pages.tsx';
import type { Log } from './log.ts';
import { isApi, problem, send } from './send.ts';

/** How long somebody should wait before asking a database again that does not answer. */
const retryAfterSeconds = 5;

/**
 * What is answered when something is thrown: 503 while the database is away, 4xx for a request that Fastify could not
 * read, and 500 with a reference for a bug. The reference finds the stack in the log; the reader never sees one.
 */
export function whenThrown(log: Log, sendPage: Answering['sendPage']) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { id: reference, url } = request;
    if (error instanceof DatabaseUnavailable || error instanceof TooBusy) {
      log.warn({ reference, error }, 'the database did not answer');
      void reply.header('retry-after', retryAfterSeconds);
      return isApi(url)
        ? send(
            reply,
            problem(503, 'Unavailable', `Try again in a few seconds. Reference: ${reference}`),
            request,
          )
        : sendPage(request, reply, unavailable(reference), 503);
    }

    const status = requestFault(error);
    if (status !== undefined) {
      return isApi(url)
        ? send(reply, problem(status, 'Bad request', whatWasWrong(status)), request)
        : sendPage(request, reply, badRequest(whatWasWrong(status)), status);
    }

    log.error({ reference, error }, 'a bug was thrown');
    return isApi(url)
      ? send(reply, problem(500, 'Something went wrong on our side', `Reference: ${reference}`), request)
      : sendPage(request, reply, somethingWentWrong(reference), 500);
  };
}

/** A status from 400 to 499 that Fastify gave a request it could not read; anything else is a bug of ours. */
function requestFault(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return undefined;
  return error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : undefined;
}

function whatWasWrong(status: number): string {
  if (status === 413) return 'What was sent is too long, so nothing was changed. Shorten the longest answer.';
  if (status === 415)
    return 'This address takes forms only (application/x-www-form-urlencoded), and files only where a page asks for them.';
  return 'The request was not written as browsers write them. Nothing was changed.';
}
