import type { Visit } from '#platform/http';
import { instantInLondon, isoDate, midnight, ok, refuse, type Result } from '#platform/kernel';
import { z } from 'zod';
import type { PageAsked, Place } from '../../queries/oparl/paging.ts';

const elementsPerPage = 100;

/** Reads what a list is asked for; refuses with a sentence for each parameter that is wrong. */
export function readAsked({ params, query }: Pick<Visit, 'params' | 'query'>): Result<PageAsked, string> {
  const since = query['modified_since'] ?? '';
  const modifiedSince = since === '' ? undefined : momentIn(since);
  if (since !== '' && modifiedSince === undefined)
    return refuse('modified_since must be a moment like 2026-07-15T00:00:00Z, or a day like 2026-07-15.');
  const cursor = query['cursor'] ?? '';
  const after = cursor === '' ? undefined : placeIn(cursor);
  if (cursor !== '' && after === undefined)
    return refuse('cursor must be as an earlier page gave it, in its link to the next.');
  return ok({
    bodyId: params['body'] ?? '',
    id: query['id'] || undefined,
    modifiedSince,
    after,
    limit: elementsPerPage,
  });
}

const moment = z.iso.datetime({ offset: true }).pipe(z.coerce.date());

/** A moment with its offset, or the beginning of a day in London. */
function momentIn(text: string): Date | undefined {
  const day = isoDate(text);
  if (day.ok) return instantInLondon({ date: day.value, time: midnight });
  // A plus sign that was not encoded arrives as a space.
  const read = moment.safeParse(text.replace(' ', '+'));
  return read.success ? read.data : undefined;
}

/** A cursor says where the next page begins, and nothing that anyone should rely on. */
export const cursorOf = ({ modified, id }: Place): string =>
  Buffer.from(`${modified.toISOString()} ${id}`).toString('base64url');

function placeIn(cursor: string): Place | undefined {
  const text = Buffer.from(cursor, 'base64url').toString();
  const at = text.indexOf(' ');
  const modified = momentIn(text.slice(0, at));
  const id = text.slice(at + 1);
  return at < 0 || modified === undefined || id === '' || id.includes('\0') ? undefined : { modified, id };
}
