import { z } from 'zod';
import { accesses, makers } from '../../../domain/decision/decision.ts';
import { noticeChanges, routes } from '../../../domain/notice/notice.ts';

export const day = z.iso.date().describe('A day in London, 2026-12-09');
const oneOf = (words: Readonly<Record<string, unknown>>) =>
  z.enum(Object.keys(words) as [string, ...string[]]);
const pence = z
  .string()
  .nullable()
  .describe('Whole pence, as text so that no reader rounds it; null where no amount is stated');

/** A notice in the plan. */
export const noticeLineShape = z.object({
  body: z.string(),
  reference: z.string(),
  version: z.int(),
  title: z.string(),
  isKey: z.boolean(),
  decisionMaker: z.string(),
  makerKind: oneOf(makers),
  dueFrom: day,
  dueUntil: day.describe('The same as dueFrom where the decision is due on one day'),
  access: oneOf(accesses),
  isPrivate: z.boolean().describe('Whether a meeting in private is announced'),
  route: oneOf(routes).describe('Which notice is given'),
  change: oneOf(noticeChanges).describe('What the latest version does'),
  firstPublishedOn: day,
  publishedOn: day.describe('Of the latest version'),
  places: z.array(z.string()),
  topics: z.array(z.string()),
  page: z.string(),
});

const urgencyShape = z
  .object({
    agreedOn: day,
    agreedBy: z.enum(['scrutiny-chairman', 'council-chairman', 'council-vice-chairman']),
    insteadBecause: z.string(),
    reasons: z.string(),
  })
  .nullable();

export const noticeContentShape = z.object({
  title: z.string(),
  matter: z.string(),
  isKey: z.boolean(),
  keyReasons: z.object({
    spendPence: pence,
    savingPence: pence,
    wards: z.int().nullable(),
    says: z.string(),
  }),
  makerKind: oneOf(makers),
  decisionMaker: z.string(),
  members: z.array(z.string()),
  dueFrom: day,
  dueUntil: day,
  documents: z
    .array(z.string())
    .nullable()
    .describe('Null where the notice does not say; empty where it says none'),
  availableAt: z.string(),
  othersMayFollow: z.boolean(),
  howToAsk: z.string(),
  consultation: z.string(),
  access: oneOf(accesses),
  paragraphs: z.array(z.int()).describe('Of schedule 12A to the Local Government Act 1972'),
  publicInterest: z.string(),
  privateMeeting: z
    .object({
      reasons: z.string(),
      representations: z.string().nullable(),
      response: z.string().nullable(),
      agreement: urgencyShape,
    })
    .nullable(),
  route: oneOf(routes),
  exception: z
    .object({
      scrutinyToldOn: day.nullable(),
      toldWhom: z.enum(['chairman', 'each-member']),
      reasons: z.string(),
    })
    .nullable(),
  urgency: urgencyShape,
  forwardPlanFrom: day.nullable(),
  leadOffice: z.string(),
  places: z.array(z.string()),
  topics: z.array(z.string()),
});

export const noticeVersionShape = z.object({
  version: z.int(),
  change: oneOf(noticeChanges),
  reason: z.string(),
  countsAnew: z.boolean().describe('Whether the clear days count from this version'),
  publishedOn: day,
  publishedElsewhere: z.string(),
  publishedBy: z.string(),
  content: noticeContentShape,
});

export const waySchema = z.object({
  route: oneOf(routes),
  regulation: z.string(),
  standing: z.enum(['open', 'needs', 'too-early', 'check-locally']),
  earliest: day.nullable(),
  why: z.string().nullable().describe('How the earliest day was counted, in words'),
  latestNotice: day.nullable(),
  needs: z.array(z.string()),
});

export const noticeShape = z.object({
  on: day,
  body: z.object({ id: z.string(), name: z.string() }),
  reference: z.string(),
  externalReference: z.string().nullable(),
  standing: z.enum(['open', 'late', 'decided', 'withdrawn']),
  timeliness: z
    .string()
    .describe(
      'NOT_KEY, FORWARD_PLAN, REG9, REG10, REG11, NOT_LAWFUL or NOT_KNOWN, for the first day it is due',
    ),
  ways: z.array(waySchema),
  lacks: z.array(z.object({ says: z.string(), regulation: z.string() })),
  versions: z.array(noticeVersionShape),
  decisions: z.array(z.object({ title: z.string(), takenOn: day, page: z.string() })),
  page: z.string(),
});
