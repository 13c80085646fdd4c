import type { Sql } from '#platform/db';
import type { Dataset } from '#platform/http';
import type { IsoDate } from '#platform/kernel';
import type { Marked } from '../../domain/find/marked.ts';
import { type FindAsked, foundKinds } from './find-asked.ts';
import { findThings, orderedAtMost } from './find-things.ts';

/** A text without its marks. */
export const plain = (runs: Marked): string => runs.map(({ text }) => text).join('');

/** What was found as a file: all that was put in order. */
export async function foundDataset(sql: Sql, asked: FindAsked, on: IsoDate): Promise<Dataset> {
  const { lines, isMore } = await findThings(sql, asked, { on, limit: orderedAtMost, withExcerpts: false });
  return {
    name: `found-${on}`,
    source: `What councils published and is recorded here, as at ${on}.${isMore ? ` Of more than ${orderedAtMost}, the newest: narrow the search for others.` : ''}`,
    columns: [
      { key: 'kind', title: 'Kind' },
      { key: 'title', title: 'Title' },
      { key: 'body', title: 'Body' },
      { key: 'on', title: 'Day' },
      { key: 'places', title: 'Places' },
      { key: 'topics', title: 'Topics' },
      { key: 'page', title: 'Page' },
    ],
    rows: lines.map(({ kind, title, bodyId, on: day, places, topics, subject }) => ({
      kind: foundKinds[kind],
      title: plain(title),
      body: bodyId,
      on: day,
      places: places.join('; '),
      topics: topics.join('; '),
      page: subject,
    })),
  };
}
