import { createServer as createHttpServer } from 'node:http';
import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { DatabaseUnavailable, TooBusy } from '#platform/db';
import { type IdentityServices, may, newToken, type SignedIn, whoHolds } from '#platform/identity';
import type { Clock } from '#platform/kernel';
import { cookies as createCookies } from './cookies.ts';
import { csrfToken, forgery } from './csrf.ts';
import {
  badRequest,
  formFromElsewhere,
  notADate,
  pageNotFound,
  signedOut,
  somethingWentWrong,
  unavailable,
  whyNotAllowed,
} from './error-pages.tsx';
import { type Health, healthRoutes } from './health.ts';
import type { Log } from './log.ts';
import { PageCache } from './page-cache.ts';
import { forbidden, type Page, page, redirect, type Reply } from './reply.ts';
import type { Route, Visit } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import { answerOf, changeCookies, isApi, privately, problem, publicly, send } from './send.ts';
import { visitOf } from './visit.ts';

/** What is around a page when it is rendered: who looks at it, and what its forms must carry. */
export type Surroundings = Readonly<{
  path: string;
  signedIn: SignedIn | undefined;
  notice: string | undefined;
  csrf: string | undefined;
  submission: string;
}>;

export type ServerParts = Readonly<{
  routes: readonly Route[];
  identity: IdentityServices;
  clock: Clock;
  /** The head of the record, as a version of everything public; undefined while it may be out of date. */
  version(): string | undefined;
  render(content: Page, surroundings: Surroundings): string;
  health: Health;
  log: Log;
  /** The folder of built styles, scripts and fonts. */
  assets: string;
  /** Where people find the site, `https://accord.example.gov.uk`; decides cookies and which origins may post. */
  address: string;
  proxies: number;
}>;

/** Forms are small; a longer post is refused before it is read. */
const formBytes = 256 * 1024;

/** Builds the server. Handlers return replies as data; this is the only place that sends. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const secure = parts.address.startsWith('https:');
  const cookies = createCookies(secure);
  const headers = securityHeaders(secure);
  const origins = [parts.address];

  const cache = new PageCache(
    () => versionToday(parts),
    (request) => !cookies.holdsAny(request.headers.cookie),
  );

  const server = fastify({
    logger: false,
    bodyLimit: formBytes,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    trustProxy: (_address, hop) => hop < parts.proxies,
    genReqId: () => randomBytes(5).toString('hex').toUpperCase(),
    serverFactory: (handler) =>
      createHttpServer((request, response) => {
        if (!cache.serve(request, response)) handler(request, response);
      }),
    frameworkErrors: (_error, request, reply) => {
      void sendPage(
        request,
        reply,
        badRequest('The address of this page is not written as addresses are. Check it.'),
        400,
      );
    },
  });

  await server.register(cookie);
  await server.register(formbody);
  await server.register(fastifyStatic, {
    root: parts.assets,
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    index: false,
    decorateReply: false,
  });

  server.addHook('onRequest', async (_request, reply) => {
    void reply.headers(headers);
  });
  server.addHook('onResponse', async (request, reply) => {
    parts.log.info({
      reference: request.id,
      route: `${request.method} ${request.routeOptions.url ?? '(none)'}`,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    });
  });

  for (const route of healthRoutes(parts.health)) server.get(route.path, route.handle);
  for (const route of parts.routes) {
    server.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => handle(route, request, reply),
    });
  }

  server.setNotFoundHandler((request, reply) =>
    isApi(request.url)
      ? send(
          reply,
          problem(404, 'Not found', 'There is nothing at this address. /api lists what there is.'),
          request,
        )
      : sendPage(request, reply, pageNotFound('There is no page at this address.'), 404),
  );
  server.setErrorHandler(async (error, request, reply) => {
    const away = error instanceof DatabaseUnavailable || error instanceof TooBusy;
    const status = away ? 503 : clientFault(error);
    if (status === undefined) parts.log.error({ reference: request.id, error }, 'a bug was thrown');
    else if (away) parts.log.warn({ reference: request.id, error }, 'the database did not answer');
    if (away) void reply.header('retry-after', '5');

    if (isApi(request.url)) {
      const title = away ? 'Unavailable' : status === undefined ? 'Internal error' : 'Bad request';
      return send(reply, problem(status ?? 500, title, `Reference: ${request.id}`), request);
    }
    if (away) return sendPage(request, reply, unavailable(request.id), 503);
    if (status === undefined) return sendPage(request, reply, somethingWentWrong(request.id), 500);
    return sendPage(request, reply, badRequest(whatWasWrong(status)), status);
  });

  return server;

  async function handle(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const version = cache.version();
    const token = cookies.get(request, 'session');
    const signedIn = token === undefined ? undefined : await whoHolds(parts.identity, token);
    if (token !== undefined && signedIn === undefined) cookies.clear(reply, 'session');

    const asked = visitOf(request, parts.clock, signedIn);
    if (!asked.ok) return sendPage(request, reply, notADate(), 400, signedIn);
    const visit = asked.value;

    const answer = await answerTo(route, visit, request);
    changeCookies(reply, cookies, answer);
    const surroundings = surroundingsOf(route, visit, request, reply);
    const finished = answerOf(answer, visit.path, (content) => parts.render(content, surroundings));

    const cacheable = route.may === 'anyone' && !cookies.holdsAny(request.headers.cookie);
    const out = { ...finished, headers: { ...finished.headers, ...(cacheable ? publicly : privately) } };
    if (cacheable && out.status === 200 && !(out.body instanceof Readable)) {
      const body = Buffer.from(out.body);
      cache.keep(request.url, version, { body, headers: { ...headers, ...out.headers } });
    }
    return send(reply, out, request);
  }

  /** The permission, then the origin of a form, then the handler: in this order, so that nothing leaks to the wrong reader. */
  async function answerTo(route: Route, visit: Visit, request: FastifyRequest): Promise<Reply> {
    if (route.method === 'POST') {
      const secret = cookies.get(request, visit.signedIn === undefined ? 'visit' : 'session');
      const forged = forgery(request.headers, { token: visit.answers['csrf'], secret, origins });
      const wasSignedIn = visit.signedIn === undefined && typeof route.may === 'object';
      if (forged !== undefined)
        return page(wasSignedIn ? signedOut() : formFromElsewhere(), wasSignedIn ? 401 : 403);
    }
    if (route.may === 'anyone' || route.may === 'anyone-uncached') return route.handle(visit);

    const allowed = may(visit.actor, route.may, visit.params['body']);
    if (allowed.ok) return route.handle({ ...visit, actor: allowed.value });
    if (allowed.error !== 'signed-out')
      return forbidden(whyNotAllowed(allowed.error, route.may, visit.actor));
    if (visit.signedIn !== undefined) return redirect('/office');
    return route.method === 'GET'
      ? redirect(`/sign-in?next=${encodeURIComponent(visit.path)}`)
      : page(signedOut(), 401);
  }

  function surroundingsOf(
    route: Pick<Route, 'may'>,
    visit: Pick<Visit, 'path' | 'signedIn'>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Surroundings {
    const { notice, csrf } = {
      notice: noticeOf(request, reply),
      csrf: secretFor(route, visit, request, reply),
    };
    return {
      path: visit.path,
      signedIn: visit.signedIn,
      notice,
      csrf: csrf === undefined ? undefined : csrfToken(csrf),
      submission: randomUUID(),
    };
  }

  /** A signed-in visitor's forms hang on the session; a signed-out one's on a cookie that is set when a form is shown. */
  function secretFor(
    route: Pick<Route, 'may'>,
    visit: Pick<Visit, 'signedIn'>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): string | undefined {
    if (visit.signedIn !== undefined) return cookies.get(request, 'session');
    if (route.may !== 'anyone-uncached') return undefined;
    const secret = cookies.get(request, 'visit') ?? newToken();
    cookies.set(reply, 'visit', secret);
    return secret;
  }

  function noticeOf(request: FastifyRequest, reply: FastifyReply): string | undefined {
    const kept = cookies.get(request, 'notice');
    if (kept === undefined || request.method !== 'GET') return undefined;
    cookies.clear(reply, 'notice');
    return Buffer.from(kept, 'base64url').toString('utf8').slice(0, 300);
  }

  async function sendPage(
    request: FastifyRequest,
    reply: FastifyReply,
    content: Page,
    status: number,
    signedIn?: SignedIn,
  ): Promise<FastifyReply> {
    const path = request.url;
    const surroundings = { path, signedIn, notice: undefined, csrf: undefined, submission: '' };
    const finished = answerOf(page(content, status), path, (shown) => parts.render(shown, surroundings));
    return send(reply, { ...finished, headers: { ...finished.headers, ...privately } }, request);
  }
}

function versionToday({ version, clock }: ServerParts): string | undefined {
  const head = version();
  return head === undefined ? undefined : `${head} ${clock.today()}`;
}

/** A status from 400 to 499 that Fastify gave a request it could not read; anything else is a bug of ours. */
function clientFault(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return undefined;
  return error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : undefined;
}

function whatWasWrong(status: number): string {
  if (status === 413)
    return 'What was sent is too long. Shorten the longest answer, or attach it as a file where the form allows.';
  if (status === 415) return 'This address takes forms only (application/x-www-form-urlencoded).';
  return 'The request was not written as browsers write them. Nothing was changed.';
}
