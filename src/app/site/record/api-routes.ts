import { json, notFound, type PublicRoute } from '#platform/http';
import { consistencyProof, entriesPage, inclusionProof, type RecordedEntry } from '#platform/record';
import { z } from 'zod';
import type { SiteServices } from '../site.ts';
import { count, entriesAsked, entriesPerPage } from './entries.ts';

const entryShape = z.object({
  number: z.int().describe('Counted from 0'),
  leaf: z.string().describe('The text that is hashed, as canonical JSON'),
  leafHash: z.string().describe('SHA-256 of a zero byte and the leaf (RFC 6962)'),
});
const hashes = z.array(z.string().describe('SHA-256, in hexadecimal'));

/** The same for programs: entries and the proofs of RFC 6962. */
export function recordApiRoutes({ database }: SiteServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/api/record/entries',
      may: 'anyone',
      api: {
        summary: 'Entries of the record, newest first, 30 at a time',
        parameters: { before: { says: 'Only entries below this number', example: '20' } },
        answers: z.object({ entries: z.array(entryShape), next: z.int().nullable() }),
      },
      handle: async ({ query }) => {
        const found = await entriesPage(database, entriesAsked(query, entriesPerPage));
        return json({ entries: found.entries.map(asShape), next: found.next ?? null });
      },
    },
    {
      method: 'GET',
      path: '/api/record/proofs/inclusion/:number/:size',
      may: 'anyone',
      api: {
        summary: 'The proof that an entry is in the record of a size',
        parameters: {
          number: { says: 'The entry, counted from 0', example: '0' },
          size: { says: 'How many entries the record has, as a checkpoint says', example: '2' },
        },
        answers: z.object({ hashes }),
      },
      handle: async ({ params }) => {
        const proof = await inclusionProof(database, count(params['number']), count(params['size']));
        return proof.ok
          ? json({ hashes: proof.value })
          : notFound('The record has no such entry at that size.');
      },
    },
    {
      method: 'GET',
      path: '/api/record/proofs/consistency/:from/:to',
      may: 'anyone',
      api: {
        summary: 'The proof that the longer record begins with the shorter',
        parameters: {
          from: { says: 'The size of the record before', example: '1' },
          to: { says: 'The size of the record after', example: '2' },
        },
        answers: z.object({ hashes }),
      },
      handle: async ({ params }) => {
        const proof = await consistencyProof(database, count(params['from']), count(params['to']));
        return proof.ok ? json({ hashes: proof.value }) : notFound('The record has not had these sizes.');
      },
    },
  ];
}

const asShape = ({ seq, leaf, leafHash }: RecordedEntry) => ({ number: seq, leaf, leafHash });
