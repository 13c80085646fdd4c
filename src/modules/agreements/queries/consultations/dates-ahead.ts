import type { Sql } from '#platform/db';
import type { CalendarEvent } from '#platform/feeds';
import { type AboutKind, aboutKinds, londonDate, londonTime } from '#platform/kernel';
import { consultationPath } from '../../domain/consultation/consultation.ts';
import { consultationsAt } from './consultation-at.ts';

/**
 * When consultations close and when their results are promised, from a moment on: those about any of the bodies, places and
 * things asked for.
 */
export async function consultationDatesAhead(
  sql: Sql,
  { now, ...asked }: Readonly<{ now: Date } & Partial<Record<AboutKind, readonly string[]>>>,
): Promise<readonly CalendarEvent[]> {
  const kinds = aboutKinds.filter((kind) => asked[kind] !== undefined);
  const found = await consultationsAt(sql, {}, now);
  return found.flatMap(({ consultation, standing }) => {
    const href = consultationPath(consultation);
    const about: Readonly<Record<AboutKind, readonly string[]>> = {
      bodies: [consultation.bodyId],
      places: consultation.places,
      topics: [],
      things: [href],
    };
    if (!kinds.some((kind) => asked[kind]?.some((id) => about[kind].includes(id)))) return [];
    const { title, publishedAt: changedAt, resultsBy } = consultation;
    const closes =
      standing.standing === 'open'
        ? [
            {
              uid: `closes${href}`,
              title: `Consultation closes: ${title}`,
              href,
              starts: londonTime(standing.closesAt),
              changedAt,
            },
          ]
        : [];
    if (resultsBy === undefined || standing.standing === 'answered' || resultsBy < londonDate(now))
      return closes;
    return [
      ...closes,
      { uid: `results${href}`, title: `Results promised: ${title}`, href, starts: resultsBy, changedAt },
    ];
  });
}
