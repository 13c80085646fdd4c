import type { Dataset, Visit } from '#platform/http';
import type { EntriesPage, EntriesQuery, RecordedEntry } from '#platform/record';

export const entriesPerPage = 30;
/** A list as a file holds the newest ten thousand; the whole record has a download of its own. */
export const entriesPerFile = 10_000;

/** What a reader asks of the list, from the address. */
export function entriesAsked(query: Visit['query'], limit: number): EntriesQuery {
  const before = wholeNumber(query['before']);
  const body = query['body'];
  return {
    limit,
    ...(before !== undefined && { before }),
    ...(body !== undefined && body !== '' && { body }),
  };
}

/** The list as rows to take away. */
export const entriesAsData = ({ entries }: EntriesPage): Dataset => ({
  name: 'record',
  source: 'The record of this site. Open Government Licence v3.0.',
  columns: [
    { key: 'number', title: 'Number' },
    { key: 'at', title: 'When (UTC)' },
    { key: 'summary', title: 'What was done' },
    { key: 'office', title: 'By' },
    { key: 'about', title: 'About' },
    { key: 'decision', title: 'Authorised by' },
    { key: 'hash', title: 'Leaf hash' },
  ],
  rows: entries.map((shown) => ({
    number: shown.seq,
    at: shown.at,
    summary: whatWasDone(shown),
    office: shown.visibility === 'public' ? shown.office : null,
    about: shown.visibility === 'public' ? shown.subject : null,
    decision: shown.visibility === 'public' ? (shown.decision ?? null) : null,
    hash: shown.leafHash,
  })),
});

/** In a sentence, also when it may not be told. */
export const whatWasDone = (shown: RecordedEntry): string =>
  shown.visibility === 'public' ? shown.summary : 'A private act, sealed';

/** A number in an address, undefined when it is not one. */
export function wholeNumber(typed: string | undefined): number | undefined {
  return typed !== undefined && /^\d{1,15}$/.test(typed) ? Number(typed) : undefined;
}
/** A count that is not one is no size the record ever had. */
export const count = (typed: Visit['params'][string] | undefined): number => wholeNumber(typed) ?? -1;
