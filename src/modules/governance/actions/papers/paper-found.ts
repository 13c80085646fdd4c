import type { IsoDate } from '#platform/kernel';
import { isReadable, type Paper, paperKinds, paperPath } from '../../domain/papers/paper.ts';
import type { Found } from '../../store/found.ts';

/**
 * What a published paper can be found by: its text only once anyone may read it, before that what the public may know of
 * it. What can be found is kept where everybody can read it, so nothing exempt may stand there before its day.
 */
export function paperFound(
  paper: Paper,
  text: string,
  { on, places, topics, today }: Pick<Found, 'on' | 'places' | 'topics'> & Readonly<{ today: IsoDate }>,
): Found {
  return {
    subject: paperPath(paper),
    kind: 'paper',
    bodyId: paper.bodyId,
    title: paper.title,
    text: [paperKinds[paper.kind], paper.publicSummary, isReadable(paper, today) ? searched(text) : '']
      .filter((part) => part !== '')
      .join('\n'),
    on,
    places,
    topics,
  };
}

/** So much of a text is searched: some 120 pages. More would be more than an index takes, and says little more. */
const searchedBytes = 400_000;
const searched = (text: string): string =>
  Buffer.byteLength(text) <= searchedBytes
    ? text
    : Buffer.from(text).subarray(0, searchedBytes).toString('utf8').toWellFormed();
