/** A feed of what happened in time, newest first. Addresses are whole, for readers that come from elsewhere. */
export type Feed = Readonly<{
  /** The page the feed follows; also what the feed is known by, for good. */
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
}>;

/** Before anything was done there is still a feed, and it must say a time. */
const never = '1970-01-01T00:00:00.000Z';

/** The feed as Atom (RFC 4287). */
export const atom = ({ page, self, title, subtitle, entries }: Feed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<id>${text(page)}</id>`,
    `<title>${text(title)}</title>`,
    `<subtitle>${text(subtitle)}</subtitle>`,
    `<updated>${entries[0]?.at ?? never}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${text(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${text(page)}"/>`,
    '<rights>Open Government Licence v3.0</rights>',
    ...entries.map(entry),
    '</feed>',
    '',
  ].join('\n');

const entry = ({ page, at, title, author, about }: FeedEntry): string =>
  [
    '<entry>',
    `<id>${text(page)}</id>`,
    `<title>${text(title)}</title>`,
    `<updated>${at}</updated>`,
    `<published>${at}</published>`,
    `<author><name>${text(author)}</name></author>`,
    `<link rel="alternate" type="text/html" href="${text(page)}"/>`,
    `<link rel="related" type="text/html" href="${text(about)}"/>`,
    `<summary>${text(`${title}. By: ${author}.`)}</summary>`,
    '</entry>',
  ].join('');

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** What somebody typed, as XML can hold it: control characters, which no escape makes lawful, are left out. */
const text = (words: string): string =>
  words
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
    .replaceAll(/[&<>"]/gu, (character) => escapes[character] ?? '');
