import { z } from 'zod';
import { clauseEffects } from '../../../domain/decision/clause.ts';
import { accesses, makers } from '../../../domain/decision/decision.ts';
import { standingTags } from '../../call-in/words.ts';

// The shapes of decisions in the JSON API. What the record does not state is null; a list it says “none” of is empty.

const keysOf = <Key extends string>(words: Readonly<Record<Key, unknown>>) => Object.keys(words) as Key[];
const day = z.iso.date().describe('A day in London, 2008-07-09');
const stated = z
  .array(z.string())
  .nullable()
  .describe('Null: the record does not say; empty: it says there were none');

export const clauseShape = z.object({
  number: z.string(),
  effect: z.enum(keysOf(clauseEffects)),
  text: z.string(),
  amountPence: z.string().nullable().describe('Whole pence, as text'),
  delegatedTo: z.string().nullable(),
  limits: z.string().nullable(),
  function: z.string().nullable(),
  standing: z.enum(keysOf(standingTags)).describe('Where it stood on the day asked'),
  says: z.string().describe('The same in words, with its moment and why'),
});

export const decisionLineShape = z.object({
  id: z.string(),
  body: z.string(),
  reference: z.string(),
  title: z.string(),
  makerKind: z.enum(keysOf(makers)),
  decisionMaker: z.string(),
  takenOn: day,
  publishedOn: day,
  isExecutive: z.boolean(),
  isKey: z.boolean(),
  isHistoric: z.boolean().describe('Entered from a record of before Accord, with its gaps'),
  access: z.enum(keysOf(accesses)),
  places: z.array(z.string()),
  topics: z.array(z.string()),
  page: z.string(),
  clauses: z.array(clauseShape),
});

export const decisionShape = decisionLineShape.extend({
  on: day.describe('The day on which it stands as told here'),
  issue: z.string(),
  keyReasons: z.string(),
  reasons: z.string().nullable(),
  alternatives: stated,
  conflicts: z
    .array(
      z.object({
        member: z.string(),
        dispensation: z
          .enum(['standards-committee', 'head-of-paid-service', 'none-granted'])
          .nullable()
          .describe('Who granted one; null: the record does not say'),
      }),
    )
    .nullable(),
  reports: stated,
  backgroundPapers: stated,
  reliedOn: z.array(z.string()),
  notice: z.string().nullable().describe('The page of the notice it had'),
  timeliness: z.enum(['NOT_KEY', 'FORWARD_PLAN', 'REG9', 'REG10', 'REG11', 'NOT_LAWFUL', 'NOT_KNOWN']),
  timelinessSays: z.string(),
  shorterNotice: z
    .object({ regulation: z.union([z.literal(10), z.literal(11)]), reasons: z.string() })
    .nullable(),
  callInBy: day.nullable().describe('What the record itself says'),
  callInSentTo: z.string(),
  notOpenBecause: z.string(),
  callInDeadline: z
    .object({ date: day, time: z.string() })
    .nullable()
    .describe('Worked out from the body’s rules of the day it was taken'),
  publishedAt: z.string().nullable(),
  meeting: z.string().nullable(),
  reconsiders: z.string().nullable(),
  decidedAnewBy: z.array(z.string()),
  paragraphs: z.array(z.int()),
  publicInterest: z.string(),
  gaps: z
    .array(z.object({ item: z.string(), regulation: z.string(), says: z.string() }))
    .describe('What the law of its day asked of the record and it does not state'),
  corrections: z.array(z.object({ on: day, says: z.string(), reason: z.string(), by: z.string() })),
  source: z.string(),
  publishedBy: z.string(),
});
