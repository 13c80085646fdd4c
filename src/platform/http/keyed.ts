import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type KeyRefusal, may, whoHoldsKey } from '#platform/identity';
import { never } from '#platform/kernel';
import { whyNotAllowed } from './error-pages.tsx';
import { readSent } from './read-sent.ts';
import type { KeyRoute } from './route.ts';
import { type Answer, answerOf, problem, privately, send } from './send.ts';
import type { ServerParts } from './server-parts.ts';
import { visitOf } from './visit.ts';

/** How long a program is asked to wait after too many failures; the window in which they are counted. */
const waitSeconds = 15 * 60;
/** More than any program needs to tell its requests apart. */
const idempotencyCharacters = 200;

/** The key a request carries (RFC 6750); undefined where it carries none, or another kind of credentials. */
export const bearerOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined =>
  /^bearer +(.*)$/i.exec(headers.authorization ?? '')?.[1]?.trim();

/**
 * Answers an address for programs: by the key in its header alone, whatever cookies come with it. Nobody else's page can make a
 * browser send that header, so no form of ours has to be shown first. What is sent is read once it is known that this office
 * may send it.
 */
export async function answerByKey(
  parts: ServerParts,
  route: KeyRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const say = ({ headers, ...answer }: Answer): FastifyReply => {
    // Public JSON may be read by pages of other sites. This is for whoever holds the key.
    const { 'access-control-allow-origin': _, 'cross-origin-resource-policy': __, ...own } = headers;
    return send(reply, { ...answer, headers: { ...own, ...privately } }, request);
  };
  const key = bearerOf(request);
  if (key === undefined) return say(unauthorised(noKey));
  const held = await whoHoldsKey(parts.identity, { key, address: request.ip });
  if (!held.ok) return say(refusedKey(held.error));
  const { actor, keyId } = held.value;
  const asked = visitOf(request, parts, undefined);
  if (!asked.ok) return say(problem(400, 'Not a date', 'on must be a date written year-month-day.'));
  const allowed = may(actor, route.may, asked.value.params['body']);
  if (!allowed.ok) return say(problem(403, 'Not allowed', whyNotAllowed(allowed.error, route.may, actor)));

  const visit = { ...asked.value, actor };
  if (route.method === 'GET') return say(answered(await route.handle(visit), visit.path));
  const given = request.headers['idempotency-key'];
  if (typeof given !== 'string' || given.trim() === '' || given.length > idempotencyCharacters)
    return say(problem(400, 'No Idempotency-Key', noIdempotencyKey));
  const sent = await readSent(request, route.takes);
  if (!sent.ok) return say(sent.error);
  const submission = createHash('sha256').update(`${keyId} ${given}`).digest('base64url');
  return say(answered(await route.handle({ ...visit, files: [sent.value], submission }), visit.path));
}

const answered = (decided: Parameters<typeof answerOf>[0], path: string): Answer =>
  answerOf(decided, path, () => {
    throw new Error('An address for programs answers with no page');
  });

const noKey =
  'This address is for programs: send a key as “Authorization: Bearer accord_…”. Being signed in does not count here. Keys are made under /account/keys.';
const noIdempotencyKey = `Send the header Idempotency-Key with a text of your own, new for each thing to be done, of at most ${idempotencyCharacters} characters. The same one sent again is answered as the first time, and nothing is done twice.`;

function refusedKey(refusal: KeyRefusal): Answer {
  switch (refusal) {
    case 'not-a-key':
      return unauthorised(
        'What was sent is not written as a key is: it begins with accord_ and ends with a checksum that must fit. It may have been cut short.',
      );
    case 'unknown':
      return unauthorised('This key is not known here. Make one under /account/keys.');
    case 'revoked':
      return unauthorised('This key was revoked. Make another under /account/keys.');
    case 'expired':
      return unauthorised('This key has expired. Make another under /account/keys.');
    case 'office-ended':
      return unauthorised('The office this key acted in has ended, or its holder has left it.');
    case 'account-closed':
      return unauthorised('The account of this key is closed.');
    case 'too-many-tries': {
      const wait = problem(
        429,
        'Too many tries',
        'There were too many requests with keys that do not work. Wait 15 minutes and try again.',
      );
      return { ...wait, headers: { ...wait.headers, 'retry-after': String(waitSeconds) } };
    }
    default:
      return never(refusal);
  }
}

/** RFC 9110: whoever is told 401 is told what to come with. */
function unauthorised(why: string): Answer {
  const answer = problem(401, 'No key that works', why);
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer realm="Accord"' } };
}
