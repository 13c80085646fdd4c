import { z } from 'zod';

const count = (says: string) => z.int().describe(says);
const amount = (says: string) => z.int().describe(`${says}, in whole pence`);

/** What is answered when files were taken. */
export const begunShape = z.object({
  import: z.string().describe('Where its state and the report of its check can be asked for'),
  page: z.string().describe('Where officers of the body look at it, signed in'),
});

/** What is answered about an import: where it is, and what its check found. */
export const importShape = begunShape.extend({
  standing: z
    .enum([
      'reading',
      'quiet',
      'failed',
      'refused',
      'in-doubt',
      'read',
      'asked',
      'returned',
      'approved',
      'dropped',
    ])
    .describe(
      'in-doubt: an officer must say which column is which; read: an officer can ask for publication',
    ),
  release: z
    .string()
    .nullable()
    .describe(
      'Where it is public, once a second officer approved it; the first of its months where each is a release',
    ),
  releases: z.array(z.string()).describe('The same, all of them'),
  report: z
    .object({
      rowsIn: count('Rows below the headings that are not blank'),
      rowsUnderstood: count('Rows read as payments'),
      rowsSetAside: count('Rows that are not; together with those read, the rows in'),
      penceUnderstood: amount('What the payments come to'),
      penceSetAside: amount('What the rows set aside come to, where their amounts can be read'),
      rounding: z
        .object({
          rows: count('Payments with more than two decimals, rounded to the penny'),
          poundsAsWritten: z.string().describe('What all payments come to as written, exact'),
          poundsApart: z.string().describe('What is written beyond what is published, exact'),
        })
        .nullable(),
      periodFrom: z.iso.date().nullable(),
      periodTo: z.iso.date().nullable(),
      tables: z.array(
        z.object({
          filename: z.string(),
          sheet: z.string().nullable(),
          encoding: z.string(),
          rowsIn: count('Of this table'),
          rowsUnderstood: count('Of this table'),
          rowsSetAside: count('Of this table'),
          reasons: z.record(z.string(), z.int()).describe('How many rows were set aside for which reason'),
          inDoubt: z.string().nullable(),
          refused: z.string().nullable(),
        }),
      ),
      findings: z.array(
        z.object({ kind: z.string(), rows: count('How many payments'), pence: amount('What they come to') }),
      ),
    })
    .nullable()
    .describe('Null until its files are read'),
});
