import type { Sql } from '#platform/db';
import { addDays, type IsoDate } from '#platform/kernel';
import { type RawBuilder, sql as raw } from 'kysely';
import { placesOn } from '#modules/register';
import { marked, type Marked, marks } from '../../domain/find/marked.ts';
import type { GovernanceTables } from '../../store/tables.ts';
import type { FindAsked, FoundKind } from './find-asked.ts';
import { justReleased } from './just-released.ts';

/** One thing that was found, as a page lists it. */
export type FoundLine = Readonly<{
  subject: string;
  kind: FoundKind;
  bodyId: string;
  title: Marked;
  /** What stands around the words in its text. */
  excerpt: Marked;
  on: IsoDate;
  places: readonly string[];
  topics: readonly string[];
}>;

export type FoundPage = Readonly<{
  lines: readonly FoundLine[];
  /** How many were found; where there are `isMore`, so many of the newest were put in order and no others. */
  count: number;
  isMore: boolean;
}>;

/** So many of the newest that match are put in order by how well they match. */
export const orderedAtMost = 1000;
export const linesOnAPage = 20;

/** No meeting is called longer ahead: what is later need not be read to know that it was not published yet. */
const aheadAtMostDays = 731;

type Asked = Readonly<{
  /** Nothing that was published later is found. */
  on: IsoDate;
  /** From 1. */
  page?: number;
  limit?: number;
  /** Looking for them in a thousand texts takes seconds: a file does without. */
  withExcerpts?: boolean;
}>;

/**
 * Finds what is published by its words (English, as people type into a search box), the best first; without words, the
 * newest first. A word that stands in a hundred thousand rows must not make the reader wait: of those that match, the
 * newest thousand are ranked.
 */
export async function findThings(
  sql: Sql,
  asked: FindAsked,
  { on, page = 1, limit = linesOnAPage, withExcerpts = true }: Asked,
): Promise<FoundPage> {
  const offset = (page - 1) * limit;
  if (offset >= orderedAtMost) return { lines: [], count: 0, isMore: false };
  const around = asked.place === undefined ? [] : await placesAround(sql, asked.place, on);
  const released = asked.words === '' ? [] : await justReleased(sql, queryOf(asked), on);
  const { rows } = await raw<Row>`
    WITH matched AS MATERIALIZED (
      SELECT subject, kind, body_id, title, on_day, places, topics, words
      FROM governance.found
      WHERE ${conditions(asked, { around, released }, on)}
      ORDER BY on_day DESC, subject LIMIT ${orderedAtMost + 1}
    ),
    ordered AS (
      SELECT *, ${queryOf(asked)} AS query, count(*) OVER ()::int AS count,
        row_number() OVER (ORDER BY ${order(asked)}, on_day DESC, subject) AS place
      FROM matched
    )
    SELECT ordered.subject, ordered.kind, ordered.body_id, ordered.on_day, ordered.places, ordered.topics, ordered.count,
      ${headline(asText('ordered.title'), 'HighlightAll=true')} AS title,
      ${withExcerpts ? excerpt : raw`''`} AS excerpt
    FROM ordered
    JOIN governance.found ON found.subject = ordered.subject
    ${withExcerpts ? raw`CROSS JOIN LATERAL (${nearTheWords}) AS beginning` : raw``}
    WHERE place > ${offset} AND place <= ${offset + limit}
    ORDER BY place`.execute(sql.tables<GovernanceTables>());
  const count = rows[0]?.count ?? 0;
  return { lines: rows.map(lineFrom), count: Math.min(count, orderedAtMost), isMore: count > orderedAtMost };
}

type Row = Readonly<{
  subject: string;
  kind: FoundKind;
  body_id: string;
  title: string;
  excerpt: string;
  on_day: IsoDate;
  places: readonly string[];
  topics: readonly string[];
  count: number;
}>;

const lineFrom = (row: Row): FoundLine => ({
  subject: row.subject,
  kind: row.kind,
  bodyId: row.body_id,
  title: marked(row.title),
  excerpt: marked(row.excerpt),
  on: row.on_day,
  places: row.places,
  topics: row.topics,
});

type Besides = Readonly<{ around: readonly string[]; released: readonly string[] }>;

function conditions(asked: FindAsked, { around, released }: Besides, on: IsoDate): RawBuilder<unknown> {
  const { words, kind, bodyId, place, topic, from, to, isKey } = asked;
  const parts = [
    raw`on_day <= ${addDays(on, aheadAtMostDays)} AND coalesce(visible_from, on_day) <= ${on}`,
    ...(words === '' ? [] : [hasWords(asked, released)]),
    ...(kind === undefined ? [] : [raw`kind = ${kind}`]),
    ...(bodyId === undefined ? [] : [raw`body_id = ${bodyId}`]),
    ...(place === undefined ? [] : [raw`places && ${around}::text[]`]),
    ...(topic === undefined ? [] : [raw`topics @> ${[topic]}::text[]`]),
    ...(from === undefined ? [] : [raw`on_day >= ${from}`]),
    ...(to === undefined ? [] : [raw`on_day <= ${to}`]),
    ...(isKey === true ? [raw`is_key`] : []),
  ];
  return raw.join(parts, raw` AND `);
}

const hasWords = (asked: FindAsked, released: readonly string[]): RawBuilder<unknown> =>
  released.length === 0
    ? raw`words @@ ${queryOf(asked)}`
    : raw`(words @@ ${queryOf(asked)} OR subject = ANY(${[...released]}::text[]))`;

/** A place and those it lies in: what concerns Kent concerns Maidstone too. */
async function placesAround(sql: Sql, place: string, on: IsoDate): Promise<readonly string[]> {
  const places = new Map((await placesOn(sql, { on })).map((each) => [each.id, each.parent]));
  const around: string[] = [];
  for (let at: string | undefined = place; at !== undefined && !around.includes(at); at = places.get(at))
    around.push(at);
  return around;
}

/** How well it matches: a word in the title counts most. The longer the text, the less one word in it says. */
const order = (asked: FindAsked): RawBuilder<unknown> =>
  asked.words === '' ? raw`on_day DESC` : raw`ts_rank(words, ${queryOf(asked)}, 1) DESC`;

/** Said where it is used, not joined: PostgreSQL then knows how common the words are, and goes by day when they are. */
const queryOf = ({ words }: FindAsked): RawBuilder<unknown> =>
  raw`websearch_to_tsquery('english', ${words.replaceAll(minusOfNothing, ' ')})`;

/** A minus leaves out the word behind it. PostgreSQL reads one before anything else as a "not" of a "not", and fails at forty. */
const minusOfNothing = /-(?![\p{L}\p{N}"])/gu;

const headline = (text: RawBuilder<unknown>, options: string): RawBuilder<string> =>
  raw`ts_headline('english', ${text}, ordered.query, ${`StartSel=${marks.start}, StopSel=${marks.stop}, ${options}`})`;

/** What looks like an element would be left out of a headline: apart from what follows it, a `<` is a character. */
const asText = (column: string): RawBuilder<string> => raw`replace(${raw.ref(column)}, '<', '< ')`;

/** Looking through a whole report for its excerpt would take longer than all the rest: only what is near the first word. */
const nearTheWords = raw`
  SELECT CASE WHEN length(found.text) <= 12000 THEN found.text
    ELSE substr(found.text, greatest(1, coalesce(
      (SELECT min(nullif(position(lexeme IN lower(found.text)), 0))
       FROM unnest(tsvector_to_array(to_tsvector('english', ordered.query::text))) AS lexeme), 1) - 200), 6000)
  END AS text`;

const excerpt = headline(
  asText('beginning.text'),
  'MaxFragments=2, MaxWords=28, MinWords=12, FragmentDelimiter=" … "',
);
