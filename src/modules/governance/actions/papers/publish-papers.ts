import type { Sql } from '#platform/db';
import { type IsoDate, londonDate } from '#platform/kernel';
import type { Json } from '#platform/record';
import { isReadable, type Paper } from '../../domain/papers/paper.ts';
import { keepFound } from '../../store/found.ts';
import { findPaperTexts, markPublished } from '../../store/papers.ts';
import { paperFound } from './paper-found.ts';

/** What the thing is that the papers are published with. */
export type PublishedWith = Readonly<{
  at: Date;
  /** The day the thing is of, by which its papers are found; those of a meeting to come by the day they are published. */
  on: IsoDate;
  places: readonly string[];
  topics: readonly string[];
}>;

/**
 * Publishes papers with the thing they belong to, inside its act: from then on everybody knows of them, and may read those
 * that are open. Answers what the record’s entry says of them: for what may be read, the hash of the file too, so that
 * anyone can tell later whether it is the same. Papers that stood published before are said again and stay as they are.
 */
export async function publishPapers(
  sql: Sql,
  papers: readonly Paper[],
  { at, on, places, topics }: PublishedWith,
): Promise<readonly Json[]> {
  const ids = papers.map(({ id }) => id);
  await markPublished(sql, ids, at);
  const texts = await findPaperTexts(sql, ids);
  const published = papers.map((paper) => ({ ...paper, publishedAt: paper.publishedAt ?? at }));
  const fresh = published.filter((_, place) => papers[place]?.publishedAt === undefined);
  const today = londonDate(at);
  const of = { on: on > today ? today : on, places, topics, today };
  await keepFound(
    sql,
    fresh.map((paper) => paperFound(paper, texts.get(paper.id)?.text ?? '', of)),
  );
  return published.map((paper) => paperFacts(paper, texts.get(paper.id)?.sha256, today));
}

/** What the public record says of a paper. The hash of what is exempt would let a guess at it be confirmed. */
export function paperFacts(paper: Paper, sha256: string | undefined, today: IsoDate): Json {
  const { id, title, kind, access, paragraphs, reviewOn, publicSummary, publicInterest } = paper;
  return {
    id,
    title,
    kind,
    access,
    ...(access === 'exempt' && {
      paragraphs: [...paragraphs],
      publicInterest,
      publicSummary,
      reviewOn: reviewOn ?? null,
    }),
    ...(isReadable(paper, today) && sha256 !== undefined && { sha256 }),
  };
}
