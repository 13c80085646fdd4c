import { z } from 'zod';
import { readingColumns } from '../../../domain/reading/reading-columns.ts';

const text = (says: string) => z.union([z.string(), z.number(), z.null()]).optional().describe(says);

/** A reading as a program sends it: the columns of a file of readings, by their names in JSON. */
export const sentShape = z
  .array(z.object(Object.fromEntries(readingColumns.map(({ key, says }) => [key, text(says)]))))
  .describe('Figures are best sent as text, like "61.9", so that every digit stays');

const count = (says: string) => z.int().describe(says);

/** What is answered when readings wait for approval. */
export const putShape = z.object({
  batch: z.string().describe('Where its state can be asked for'),
  page: z.string().describe('Where somebody else of the body approves it, signed in'),
  standing: z.literal('waiting'),
  rows: count('How many were sent'),
  accepted: count('How many of them wait for approval'),
  revisions: count('How many of those take the place of a published reading'),
  known: count('How many say what is published or waits already, and were passed over'),
  empty: count('How many were not filled in, and were passed over'),
});

/** What is answered about a batch. */
export const batchShape = z.object({
  batch: z.string(),
  page: z.string().describe('Where somebody else of the body approves it, signed in'),
  standing: z.enum(['waiting', 'approved', 'returned', 'withdrawn']),
  readings: count('How many it holds'),
  enteredBy: z.string().describe('The office, and by which key'),
  enteredAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  says: z.string().nullable().describe('Why it was given back'),
  published: z.string().nullable().describe('Where its readings are public, once they are approved'),
});
