import { randomBytes } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { answering } from './answering.ts';
import { cookies as createCookies } from './cookies.ts';
import { badRequest, pageNotFound } from './error-pages.tsx';
import { healthRoutes } from './health.ts';
import { hurry } from './hurry.ts';
import { PageCache } from './page-cache.ts';
import { securityHeaders } from './security-headers.ts';
import { isApi, problem, send } from './send.ts';
import type { Route } from './route.ts';
import type { ServerParts } from './server-parts.ts';
import { whenThrown } from './when-thrown.ts';

/** Forms are small; a longer post is refused before it is read. */
const formBytes = 256 * 1024;

/** How long a request may take to arrive. A file of the largest size takes minutes over a thin line. */
const arrival = { headersTimeout: 10_000, requestTimeout: 300_000, connectionsCheckingInterval: 5_000 };
/** And a form without files: nobody holds a connection open by sending a letter at a time. */
const formArrivalMs = 30_000;

/** Builds the server. Handlers return replies as data; this folder is the only place that sends. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const secure = parts.address.startsWith('https:');
  const cookies = createCookies(secure);
  const headers = securityHeaders(secure);
  const cache = new PageCache(
    () => versionToday(parts),
    parts.clock,
    (request) => !cookies.changePages(request.headers.cookie),
  );
  const takesFiles = new Set(
    parts.routes.filter((route) => 'uploads' in route || 'by' in route).map(({ path }) => path),
  );
  const { answer, sendPage } = answering(parts, { cookies, cache, headers });

  const server = fastify({
    logger: false,
    bodyLimit: formBytes,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    trustProxy: (_address, hop) => hop < parts.proxies,
    genReqId: () => randomBytes(5).toString('hex').toUpperCase(),
    serverFactory: (handler) =>
      createHttpServer(arrival, (request, response) => {
        if (!cache.serve(request, response)) handler(request, response);
      }),
    frameworkErrors: (_error, request, reply) => {
      void reply.headers(headers);
      sendPage(request, reply, badRequest('The address is not written as addresses are. Check it.'), 400);
    },
  });

  await server.register(cookie);
  // Forms are all that is read: Fastify by itself would take JSON and plain text too.
  server.removeAllContentTypeParsers();
  await server.register(formbody);
  // Left unread until it is known whether this route, and this sender, may bring files.
  server.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
  await server.register(fastifyStatic, {
    root: parts.assets,
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    index: false,
    decorateReply: false,
  });

  server.addHook('onRequest', async (request, reply) => {
    if (!takesFiles.has(request.routeOptions.url ?? '')) hurry(request.raw, formArrivalMs);
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

  server.setNotFoundHandler((request, reply) =>
    isApi(request.url)
      ? send(reply, problem(404, 'Not found', 'There is nothing here. /api lists what there is.'), request)
      : sendPage(request, reply, pageNotFound('There is no page at this address.'), 404),
  );
  server.setErrorHandler(whenThrown(parts.log, sendPage));

  for (const route of healthRoutes(parts.health)) server.get(route.path, route.handle);
  const serve = (to: FastifyInstance, route: Route) =>
    to.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => answer(route, request, reply),
    });
  for (const route of parts.routes) if (!('by' in route)) serve(server, route);
  await server.register(async (programs) => {
    // Left unread, however it is written, until it is known who sends it.
    programs.removeAllContentTypeParsers();
    programs.addContentTypeParser('*', (_request, _payload, done) => done(null));
    for (const route of parts.routes) if ('by' in route) serve(programs, route);
  });
  return server;
}

/** Public pages speak of today, so their version is the head of the record and the date. */
function versionToday({ version, clock }: ServerParts): string | undefined {
  const head = version();
  return head === undefined ? undefined : `${head} ${clock.today()}`;
}
