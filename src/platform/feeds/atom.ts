import { xmlText } from './xml-text.ts';

/** A feed of what happened in time, newest first. Addresses are whole, for readers that come from elsewhere. */
export type Feed = Readonly<{
  /** What the feed is known by, for good. */
  id: string;
  /** The page the feed follows. */
  page: string;
  /** Where the feed itself is. */
  self: string;
  title: string;
  subtitle: string;
  entries: readonly FeedEntry[];
}>;

export type FeedEntry = Readonly<{
  /** The entry's own page; also what it is known by. */
  page: string;
  /** An instant in UTC, as the record writes it. */
  at: string;
  title: string;
  author: string;
  /** The page of the thing it was done to. */
  about: string;
  /** What it is about, for readers that sort by it: a term, and the address below which such terms are followed. */
  categories?: readonly Readonly<{ term: string; scheme: string }>[];
}>;

/** The media type of a feed. */
export const atomType = 'application/atom+xml';

/** Before anything was done there is still a feed, and it must say a time. */
const never = '1970-01-01T00:00:00.000Z';

/** The feed as Atom (RFC 4287). */
export const atom = ({ id, page, self, title, subtitle, entries }: Feed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<id>${xmlText(id)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<subtitle>${xmlText(subtitle)}</subtitle>`,
    `<updated>${entries[0]?.at ?? never}</updated>`,
    `<link rel="self" type="${atomType}" href="${xmlText(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(page)}"/>`,
    '<rights>Open Government Licence v3.0</rights>',
    ...entries.map(entry),
    '</feed>',
    '',
  ].join('\n');

const entry = ({ page, at, title, author, about, categories = [] }: FeedEntry): string =>
  [
    '<entry>',
    `<id>${xmlText(page)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<updated>${at}</updated>`,
    `<published>${at}</published>`,
    `<author><name>${xmlText(author)}</name></author>`,
    ...categories.map(
      ({ term, scheme }) => `<category term="${xmlText(term)}" scheme="${xmlText(scheme)}"/>`,
    ),
    `<link rel="alternate" type="text/html" href="${xmlText(page)}"/>`,
    `<link rel="related" type="text/html" href="${xmlText(about)}"/>`,
    `<summary>${xmlText(`${title}. By: ${author}.`)}</summary>`,
    '</entry>',
  ].join('');
