import type { FastifyRequest } from 'fastify';
import { isoDate, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { SignedIn } from '#platform/identity';
import type { Answers } from './form.ts';
import type { Visit } from './route.ts';
import type { ServerParts } from './server-parts.ts';

/** More than the keys we hand out have. A longer one is cut: the index that keeps keys apart holds no long texts. */
const submissionCharacters = 100;

/** Wide enough for any record, and far enough from where the calendar ends to count days from each. */
const askable = { from: '1000-01-01', to: '2999-12-31' };

export type VisitRefusal = 'not-a-date';

/** One request as a handler sees it, without the files it may bring. Refused only for an `?on=` that is no date, or not of the years 1000 to 2999. */
export function visitOf(
  request: FastifyRequest,
  { clock, uploadBytes }: Pick<ServerParts, 'clock' | 'uploadBytes'>,
  signedIn: SignedIn | undefined,
): Result<Visit, VisitRefusal> {
  const today = clock.today();
  const query = strings(request.query);
  const on = dayAsked(query['on'], today);
  if (!on.ok) return on;

  return ok({
    params: strings(request.params),
    query,
    ...answersOf(request.body),
    files: [],
    unread: {},
    uploadBytes,
    actor: signedIn?.actor,
    signedIn,
    client: { address: request.ip, device: deviceOf(request.headers['user-agent']) },
    today,
    on: on.value,
    path: request.url,
  });
}

/** What was typed into a form, and the key it was handed out with. */
export function answersOf(fields: unknown): Pick<Visit, 'answers' | 'submission'> {
  const answers = strings(fields);
  return { answers, submission: (answers['submission'] ?? '').slice(0, submissionCharacters) };
}

function dayAsked(on: string | undefined, today: IsoDate): Result<IsoDate, 'not-a-date'> {
  if (on === undefined || on === '') return ok(today);
  const asked = isoDate(on);
  return asked.ok && on >= askable.from && on <= askable.to ? asked : refuse('not-a-date');
}

/**
 * Fields as text. A field sent several times (ticked boxes) is joined by new lines. Text is made well formed and loses
 * its null characters, which no form of ours sends and PostgreSQL cannot keep.
 */
function strings(fields: unknown): Answers {
  const texts: Record<string, string> = Object.create(null);
  if (typeof fields !== 'object' || fields === null) return texts;
  for (const [name, value] of Object.entries(fields)) {
    const text = Array.isArray(value) ? value.join('\n') : String(value);
    texts[name] = text.toWellFormed().replaceAll('\0', '');
  }
  return texts;
}

/** Enough of the browser's name to tell one's own devices apart, and no more. */
function deviceOf(userAgent: string | undefined): string {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\//.exec(userAgent ?? '')?.[1] ?? 'Another browser';
  const system =
    /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent ?? '')?.[1] ?? 'another system';
  return `${browser.replace('Edg', 'Edge').replace('OPR', 'Opera')} on ${system.replace('Mac OS X', 'macOS')}`;
}
