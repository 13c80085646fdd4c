import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { never } from '#platform/kernel';
import type { Cookies } from './cookies.ts';
import { csv, datasetJson } from './csv.ts';
import { notAllowed, pageNotFound } from './error-pages.tsx';
import { embeddable } from './security-headers.ts';
import { contentDisposition } from './uploads/file-names.ts';
import { fromOutside } from './uploads/from-outside.ts';
import { entityTag } from './page-cache.ts';
import type { Page, Reply } from './reply.ts';

/** An answer in bytes. */
export type Answer = Readonly<{
  status: number;
  body: string | Buffer | Readable;
  headers: Readonly<Record<string, string>>;
}>;

/** Turns a handler's reply into bytes. `render` puts the frame around a page. */
export function answerOf(reply: Reply, path: string, render: (page: Page, status: number) => string): Answer {
  switch (reply.kind) {
    case 'page':
      return html(
        reply.status,
        render(reply.page, reply.status),
        reply.page.refreshAfterSeconds,
        reply.page.isEmbedded === true ? embeddable : {},
      );
    case 'not-found':
      return isApi(path)
        ? problem(404, 'Not found', reply.what)
        : html(404, render(pageNotFound(reply.what), 404));
    case 'forbidden':
      return isApi(path)
        ? problem(403, 'Not allowed', reply.why)
        : html(403, render(notAllowed(reply.why), 403));
    case 'redirect':
      return { status: 303, body: '', headers: { location: asHeader(reply.to) } };
    case 'json':
      return { status: reply.status, body: JSON.stringify(reply.value), headers: json(reply.mediaType) };
    case 'dataset':
      return reply.format === 'csv'
        ? { status: 200, body: csv(reply.dataset), headers: file('text/csv', `${reply.dataset.name}.csv`) }
        : { status: 200, body: datasetJson(reply.dataset), headers: json('application/json') };
    case 'text':
      return {
        status: 200,
        body: typeof reply.body === 'string' ? reply.body : Buffer.from(reply.body),
        headers:
          reply.filename === undefined ? typed(reply.mediaType) : file(reply.mediaType, reply.filename),
      };
    case 'file':
      return { status: 200, body: Buffer.from(reply.bytes), headers: fromOutside(reply) };
    case 'stream':
      return {
        status: 200,
        body: Readable.from(reply.lines),
        headers: file(reply.mediaType, reply.filename),
      };
    default:
      return never(reply);
  }
}

/** An address as a header can carry it: what is not plain ASCII, line breaks above all, is percent-encoded. */
const asHeader = (address: string): string =>
  address.toWellFormed().replaceAll(/[^\u0021-\u007E]+/gu, encodeURIComponent);

/** Whether a path is the JSON API’s, which gets problems (RFC 9457) where people get pages. */
export const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/');

/** RFC 9457. */
export const problem = (status: number, title: string, detail: string): Answer => ({
  status,
  body: JSON.stringify({ type: 'about:blank', title, status, detail }),
  headers: json('application/problem+json'),
});

const html = (
  status: number,
  body: string,
  refreshAfterSeconds?: number,
  headers: Answer['headers'] = {},
): Answer => ({
  status,
  body,
  headers: {
    ...typed('text/html'),
    ...headers,
    ...(refreshAfterSeconds === undefined ? {} : { refresh: String(refreshAfterSeconds) }),
  },
});
const typed = (mediaType: string) => ({
  'content-type': /^text\/|json$/.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType,
});
const file = (mediaType: string, name: string) => ({
  ...typed(mediaType),
  'content-disposition': contentDisposition('attachment', name),
});

/** Public JSON may be read by any page on the web: it holds only what anyone may see, and no cookie opens more. */
const json = (mediaType: string) => ({
  ...typed(mediaType),
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
});

/** Public answers may be stored but are asked about each time, so that one write is seen by the next reader. */
export const publicly = { 'cache-control': 'public, no-cache', vary: 'Cookie, Accept-Encoding' };
/** For what one reader alone may see: kept nowhere. */
export const privately = { 'cache-control': 'no-store' };

/** The headers that are set, and those that are left out though every other answer has them. */
export function setAndLeftOut(headers: Answer['headers']) {
  const [set, leftOut] = [true, false].map((isSet) =>
    Object.entries(headers).filter(([, value]) => (value !== '') === isSet),
  );
  return { set: Object.fromEntries(set ?? []), leftOut: (leftOut ?? []).map(([name]) => name) };
}

/** Sends it; whoever holds the same bytes already is told so instead (304). */
export function send(reply: FastifyReply, answer: Answer, request: FastifyRequest): FastifyReply {
  const open = answer.headers['cache-control'] !== privately['cache-control'];
  const { set, leftOut } = setAndLeftOut(answer.headers);
  for (const name of leftOut) void reply.removeHeader(name);
  if (answer.status === 200 && open && !(answer.body instanceof Readable)) {
    const tag = entityTag(answer.body);
    void reply.header('etag', tag);
    if (request.headers['if-none-match']?.includes(tag)) return reply.headers(set).code(304).send();
  }
  return reply.code(answer.status).headers(set).send(answer.body);
}

/** Carries out what a reply asks of the cookies: a session that begins or ends, a notice for the next page. */
export function changeCookies(reply: FastifyReply, cookies: Cookies, answer: Reply): void {
  if (answer.kind !== 'redirect') return;
  if (answer.notice !== undefined)
    cookies.set(reply, 'notice', Buffer.from(answer.notice).toString('base64url'));
  if (answer.session === undefined) return;
  cookies.clear(reply, 'visit');
  if (answer.session === 'end') {
    cookies.clear(reply, 'session');
    void reply.header('clear-site-data', '"cache", "storage"');
  } else {
    cookies.set(reply, 'session', answer.session.begin);
  }
}
