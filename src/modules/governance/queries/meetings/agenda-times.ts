import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { calendarFor } from '#modules/register';
import type { AccessJudged } from '../../domain/meeting/access.ts';
import { judgeBy } from './access-rules.ts';
import type { MeetingPage } from './meeting-page.ts';

/** Whether an agenda or a supplement was published in time, by each rule that bound it. */
export type AgendaTime = Readonly<{
  publishedOn: IsoDate;
  supplement: boolean;
  judged: readonly AccessJudged[];
}>;

/** Judges each publication of a meeting’s agenda by the rules of the meeting’s day. */
export async function agendaTimes(sql: Sql, shown: MeetingPage): Promise<readonly AgendaTime[]> {
  const { meeting, committee, events, standing, working } = shown;
  const published = events.filter(
    ({ kind }) => kind === 'agenda-published' || kind === 'supplement-published',
  );
  const first = standing.sittings[0];
  if (published.length === 0 || first === undefined) return [];
  const rules = working.body;
  if (rules === undefined) return [];
  const calendar = await calendarFor(sql, meeting.bodyId);
  return published.map(({ kind, on }) => ({
    publishedOn: on,
    supplement: kind === 'supplement-published',
    judged: judgeBy(rules, calendar, {
      bodyId: meeting.bodyId,
      kind: committee.kind,
      publishedOn: on,
      sitsOn: standing.sittings.find((sitting) => sitting.on >= on)?.on ?? first.on,
    }),
  }));
}
