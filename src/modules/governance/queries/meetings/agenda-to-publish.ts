import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Committee } from '../../domain/committee.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { type KeptItem, listItems } from '../../store/meetings-agenda.ts';
import { proposedItems } from './proposed-items.ts';
import type { ProposedItem } from './proposed-item.ts';

/** An agenda as it stands before it, or a supplement to it, is published. */
export type AgendaToPublish = Readonly<{
  published: readonly KeptItem[];
  /** What its body has put on it since, in its order. */
  drafted: readonly KeptItem[];
  /** What belongs on it without anybody’s acting. */
  proposed: readonly ProposedItem[];
  /** Give this back with the publication, so that an agenda that changed meanwhile is noticed. */
  seen: string;
}>;

type Asked = Readonly<{ meeting: Meeting; committee: Committee; on: IsoDate; at: Date }>;

/** Reads an agenda as its own body sees it. */
export async function agendaToPublish(
  sql: Sql,
  { meeting, committee, on, at }: Asked,
): Promise<AgendaToPublish> {
  const items = (await listItems(sql, [meeting.id])).get(meeting.id) ?? [];
  const taken = new Set(items.flatMap(({ proposedBy }) => proposedBy ?? []));
  const proposed = await proposedItems(sql, { meeting, committee, taken, on, at });
  return {
    published: items.filter(({ number }) => number !== undefined),
    drafted: items.filter(({ number }) => number === undefined),
    proposed,
    seen: [...items.map(({ id, version }) => `${id}.${version}`), ...proposed.map(({ key }) => key)].join(
      ' ',
    ),
  };
}
