import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { may, newToken, type SignedIn, whoHolds } from '#platform/identity';
import type { Cookies } from './cookies.ts';
import { csrfToken, forgery } from './csrf.ts';
import { formFromElsewhere, keyElsewhere, notADate, signedOut, whyNotAllowed } from './error-pages.tsx';
import { answerByKey, bearerOf } from './keyed.ts';
import type { PageCache } from './page-cache.ts';
import { forbidden, type Page, page, redirect, type Reply } from './reply.ts';
import type { KeyRoute, Route, Visit } from './route.ts';
import { answerOf, changeCookies, isApi, privately, problem, publicly, send, setAndLeftOut } from './send.ts';
import type { ServerParts, Surroundings } from './server-parts.ts';
import { readMultipart, UnreadableForm } from './uploads/read-multipart.ts';
import { answersOf, visitOf } from './visit.ts';

const bringsFiles = ({ method, headers }: FastifyRequest): boolean =>
  method === 'POST' && headers['content-type']?.startsWith('multipart/form-data') === true;

/** Every route but those for programs, which are answered apart. */
type PageRoute = Exclude<Route, KeyRoute>;

export type Answering = Readonly<{
  /** From a request for a route to its answer. */
  answer(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  /** A page that stands in for what could not be shown. */
  sendPage(request: FastifyRequest, reply: FastifyReply, content: Page, status: number): FastifyReply;
}>;

/** How requests are answered: who is there, may they, does the form come from us, what does the handler say, send it. */
export function answering(
  parts: ServerParts,
  {
    cookies,
    cache,
    headers,
  }: Readonly<{ cookies: Cookies; cache: PageCache; headers: Readonly<Record<string, string>> }>,
): Answering {
  const origins = [parts.address];

  async function answer(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if ('by' in route) return answerByKey(parts, route, request, reply);
    if (route.may !== 'anyone' && bearerOf(request) !== undefined)
      return sendPage(request, reply, keyElsewhere(), 403);
    // Taken before the page is made: a page made while the record moves on is kept under the old version, and never served.
    const version = cache.version();
    const token = cookies.get(request, 'session');
    const signedIn = token === undefined ? undefined : await whoHolds(parts.identity, token);
    if (token !== undefined && signedIn === undefined) cookies.clear(reply, 'session');

    const asked = visitOf(request, parts, signedIn);
    if (!asked.ok) return badDate(request, reply);
    const visit =
      bringsFiles(request) && !needsLinkAlone(route)
        ? await withFiles(route, asked.value, request)
        : asked.value;

    const decided = await decide(route, visit, request);
    changeCookies(reply, cookies, decided);
    const around = surroundings(route, visit, request, reply);
    const finished = answerOf(decided, visit.path, (content) => parts.render(content, around));

    const isPublic = route.may === 'anyone' && !cookies.changePages(request.headers.cookie);
    const out = { ...finished, headers: { ...finished.headers, ...(isPublic ? publicly : privately) } };
    // Files stay out of memory: one large paper would turn a thousand pages out.
    if (!isPublic || out.status !== 200 || decided.kind === 'file' || out.body instanceof Readable)
      return send(reply, out, request);
    // The same bytes are kept, sent and told apart by their tag: a long page is put into bytes once.
    const body = Buffer.from(out.body);
    const kept = { body, headers: setAndLeftOut({ ...headers, ...out.headers }).set };
    cache.keep(request.url, version, kept, decided.changesAt);
    return send(reply, { ...out, body }, request);
  }

  /** The origin of a form, then the permission, then the handler: in this order, so that nothing leaks to the wrong reader. */
  async function decide(route: PageRoute, visit: Visit, request: FastifyRequest): Promise<Reply> {
    if (isForged(route, visit, request)) {
      const sessionEnded = typeof route.may === 'object' && visit.signedIn === undefined;
      return sessionEnded ? page(signedOut(), 401) : page(formFromElsewhere(), 403);
    }
    if (typeof route.may === 'string') return route.handle(visit);

    const allowed = may(visit.actor, route.may, visit.params['body']);
    if (allowed.ok) return route.handle({ ...visit, actor: allowed.value });
    if (allowed.error !== 'signed-out')
      return forbidden(whyNotAllowed(allowed.error, route.may, visit.actor));
    if (visit.signedIn !== undefined) return redirect('/office');
    return route.method === 'GET'
      ? redirect(`/sign-in?next=${encodeURIComponent(visit.path)}`)
      : page(signedOut(), 401);
  }

  function isForged(
    route: PageRoute,
    { signedIn, answers }: Pick<Visit, 'signedIn' | 'answers'>,
    request: FastifyRequest,
  ): boolean {
    if (route.method === 'GET' || needsLinkAlone(route)) return false;
    const secret = cookies.get(request, signedIn === undefined ? 'visit' : 'session');
    return forgery(request.headers, { token: answers['csrf'], secret, origins }) !== undefined;
  }

  /** Posted to by mail programs, as either kind of form (RFC 8058): nothing but the address counts, and nothing else is read. */
  const needsLinkAlone = ({ may: whoMay }: Pick<Route, 'may'>): boolean => whoMay === 'whoever-has-the-link';

  /** A form with files: they are taken only once what came before them shows that the form is ours and may be sent. */
  async function withFiles(route: PageRoute, visit: Visit, request: FastifyRequest): Promise<Visit> {
    if (!('uploads' in route) || route.uploads === undefined)
      throw new UnreadableForm(415, 'this route takes no files');
    const { most, bytesEach = visit.uploadBytes } = route.uploads;
    const limits = { most, bytesEach: Math.min(bytesEach, visit.uploadBytes) };
    const read = await readMultipart(request.raw, limits, (fields) => {
      const isOurs = !isForged(route, { ...visit, ...answersOf(fields) }, request);
      return isOurs && may(visit.actor, route.may, visit.params['body']).ok;
    });
    return { ...visit, ...answersOf(read.fields), files: read.files, unread: read.unread };
  }

  function surroundings(
    route: Pick<Route, 'may'>,
    visit: Pick<Visit, 'path' | 'signedIn'>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Surroundings {
    const secret = formSecret(route, visit.signedIn, request, reply);
    return {
      path: visit.path,
      signedIn: visit.signedIn,
      notice: noticeOf(request, reply),
      csrf: secret === undefined ? undefined : csrfToken(secret),
      submission: randomUUID(),
    };
  }

  /** A signed-in visitor's forms hang on the session; a signed-out one's on a cookie that is set when a form is shown. */
  function formSecret(
    route: Pick<Route, 'may'>,
    signedIn: SignedIn | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): string | undefined {
    if (signedIn !== undefined) return cookies.get(request, 'session');
    if (route.may !== 'anyone-uncached') return undefined;
    const secret = cookies.get(request, 'visit') ?? newToken();
    cookies.set(reply, 'visit', secret);
    return secret;
  }

  /** What was just done, said once, on the page the reader lands on. */
  function noticeOf(request: FastifyRequest, reply: FastifyReply): string | undefined {
    const kept = cookies.get(request, 'notice');
    if (kept === undefined || request.method !== 'GET') return undefined;
    cookies.clear(reply, 'notice');
    return Buffer.from(kept, 'base64url').toString('utf8').slice(0, 300);
  }

  function badDate(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const why = 'on must be a date of the years 1000 to 2999 written year-month-day, such as 2008-07-15.';
    return isApi(request.url)
      ? send(reply, problem(400, 'Not a date', why), request)
      : sendPage(request, reply, notADate(), 400);
  }

  function sendPage(
    request: FastifyRequest,
    reply: FastifyReply,
    content: Page,
    status: number,
  ): FastifyReply {
    const nobody = {
      path: request.url,
      signedIn: undefined,
      notice: undefined,
      csrf: undefined,
      submission: '',
    };
    const finished = answerOf(page(content, status), request.url, (shown) => parts.render(shown, nobody));
    return send(reply, { ...finished, headers: { ...finished.headers, ...privately } }, request);
  }

  return { answer, sendPage };
}
