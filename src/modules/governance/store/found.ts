import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { keepReleasedFound } from './found-papers.ts';
import type { GovernanceTables } from './tables.ts';

export const foundKinds = {
  decision: 'Decision',
  notice: 'Forthcoming decision',
  meeting: 'Meeting',
  item: 'Agenda item',
  paper: 'Paper',
  proposal: 'Joint proposal',
  recommendation: 'Scrutiny recommendation',
} as const;
export type FoundKind = keyof typeof foundKinds;

/** What can be found by its words. It holds nothing that the public may not read on `visibleFrom`. */
export type Found = Readonly<{
  /** Its page. */
  subject: string;
  kind: FoundKind;
  bodyId: string;
  title: string;
  text: string;
  on: IsoDate;
  places: readonly string[];
  topics: readonly string[];
  /** A record or a notice of a key decision. */
  isKey?: boolean;
  /**
   * From this day on, whatever its own: later for a paper that is exempt until then, earlier for the agenda of a meeting that is
   * still to come. Undefined: from its own day.
   */
  visibleFrom?: IsoDate;
}>;

/** Lets things be found, in the place of what was found at their pages before. Called in the act that publishes them. */
export async function keepFound(sql: Sql, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return;
  await sql
    .tables<GovernanceTables>()
    .insertInto('governance.found')
    .values(
      found.map(({ subject, kind, bodyId, title, text, on, places, topics, isKey = false, visibleFrom }) => ({
        subject,
        kind,
        body_id: bodyId,
        title,
        text,
        on_day: on,
        places,
        topics,
        is_key: isKey,
        visible_from: visibleFrom ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('subject').doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        body_id: eb.ref('excluded.body_id'),
        title: eb.ref('excluded.title'),
        text: eb.ref('excluded.text'),
        on_day: eb.ref('excluded.on_day'),
        places: eb.ref('excluded.places'),
        topics: eb.ref('excluded.topics'),
        is_key: eb.ref('excluded.is_key'),
        visible_from: eb.ref('excluded.visible_from'),
      })),
    )
    .execute();
  await keepReleasedFound(sql);
}
