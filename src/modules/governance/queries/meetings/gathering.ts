import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { meetingsOfGathering } from '../../store/meetings.ts';
import { type MeetingPage, meetingPage } from './meeting-page.ts';

/** The meetings of several bodies in one room, each with its own agenda, votes and record; undefined where there is none. */
export async function gatheringPage(
  sql: Sql,
  key: string,
  on: IsoDate,
): Promise<readonly MeetingPage[] | undefined> {
  const meetings = await meetingsOfGathering(sql, key);
  const shown = await Promise.all(meetings.map(({ id }) => meetingPage(sql, id, on)));
  const known = shown.flatMap((each) => each ?? []);
  return known.length === 0 ? undefined : known;
}
