import { json, notFound, type PublicRoute } from '#platform/http';
import type { Services } from '#platform/module';
import { z } from 'zod';
import { commitmentPath, measures } from '../../domain/commitment/commitment.ts';
import { factKinds, statuses } from '../../domain/commitment/fact.ts';
import { type CommitmentAt, listCommitmentsAt } from '../../queries/commitments/list.ts';
import { commitmentShown } from '../../queries/commitments/page.ts';
import { namedBy, noSuchCommitment } from './commitment-page.tsx';
import { readFilter } from './read-filter.ts';

const keysOf = <Key extends string>(words: Readonly<Record<Key, unknown>>) => Object.keys(words) as Key[];
const day = z.iso.date().describe('A day in London, 2010-12-01');
const due = z.object({ by: day, precision: z.string(), said: z.string() }).nullable();

const shape = z.object({
  collection: z.string(),
  number: z.string(),
  page: z.string(),
  promise: z.string().describe('Retold in our own words'),
  owners: z.array(z.string()),
  measure: z.enum(keysOf(measures)),
  measuredBy: z.string().describe('By what it can be told, or why it cannot'),
  topics: z.array(z.string()),
  places: z.array(z.string()),
  from: day,
  sources: z.array(
    z.object({
      number: z.string(),
      document: z.string(),
      chapter: z.string(),
      cites: z.string(),
      says: z.string(),
    }),
  ),
  status: z.enum([...keysOf(statuses), 'no-evidence', 'differs', 'joined']),
  joinedWith: z.string().nullable(),
  milestones: z.array(
    z.object({
      number: z.int(),
      what: z.string(),
      first: due,
      expected: due,
      standing: z.enum(['met', 'slipped', 'ahead', 'ended', 'no-date']),
    }),
  ),
  facts: z.array(
    z.object({
      number: z.int(),
      on: day,
      kind: z.enum(keysOf(factKinds)),
      says: z.string(),
      source: z.string(),
      body: z.string(),
      office: z.string(),
    }),
  ),
});

const onParameter = {
  on: { says: 'The day it is asked about, as YYYY-MM-DD; today when left out', example: '2010-12-01' },
};

/** What was promised, for programs. */
export const commitmentApiRoutes = ({ database }: Pick<Services, 'database'>): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/api/commitments',
    may: 'anyone',
    api: {
      summary: 'What public bodies promised in words, and where each promise stands on a day',
      parameters: {
        collection: { says: 'Only those of this document', example: 'bold-steps' },
        body: { says: 'Only those of this body, by its id from /api/bodies', example: 'kent-county-council' },
        topic: { says: 'Only those on this topic', example: 'transport' },
        standing: {
          says: 'Only those that stand so; slipped: with a milestone past its day',
          example: 'slipped',
        },
        measure: { says: 'Only those that can be told so', example: 'figure' },
        text: { says: 'Only those with these words', example: 'apprentices' },
        ...onParameter,
      },
      answers: z.object({ on: day, commitments: z.array(shape) }),
    },
    handle: async ({ query, on }) => {
      const { commitments } = await listCommitmentsAt(database, readFilter(query), on);
      return json({ on, commitments: commitments.map(answer) });
    },
  },
  {
    method: 'GET',
    path: '/api/commitments/:collection/:commitment',
    may: 'anyone',
    api: {
      summary: 'One promise, as it stands on a day',
      parameters: {
        collection: { says: 'The document', example: 'bold-steps' },
        commitment: { says: 'Its number there', example: 'ES-27' },
        ...onParameter,
      },
      answers: z.object({ on: day, commitment: shape }),
    },
    handle: async ({ params, on }) => {
      const found = await commitmentShown(database, namedBy(params), on);
      return found === undefined
        ? notFound(noSuchCommitment(params))
        : json({ on, commitment: answer(found) });
    },
  },
];

const answer = ({ commitment, facts, standing }: CommitmentAt): z.infer<typeof shape> => ({
  collection: commitment.collectionId,
  number: commitment.number,
  page: commitmentPath(commitment),
  promise: commitment.promise,
  owners: [...commitment.owners],
  measure: commitment.measure,
  measuredBy: commitment.measuredBy,
  topics: [...commitment.topics],
  places: [...commitment.places],
  from: commitment.from,
  sources: [...commitment.sources],
  status: standing.status,
  joinedWith: standing.joinedWith ?? null,
  milestones: standing.milestones.map(({ number, what, first, expected, standing: stands }) => ({
    number,
    what,
    first: first ?? null,
    expected: expected ?? null,
    standing: stands.standing,
  })),
  facts: facts.map(({ number, on, kind, says, source, bodyId, byOffice }) => ({
    number,
    on,
    kind,
    says,
    source,
    body: bodyId,
    office: byOffice,
  })),
});
