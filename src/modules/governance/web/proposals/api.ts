import { json, notFound, type PublicRoute, until } from '#platform/http';
import type { Services } from '#platform/module';
import { z } from 'zod';
import { clauseEffects, type ClauseEffect } from '../../domain/decision/clause.ts';
import { type Approval, approvalKinds } from '../../domain/proposal/proposal.ts';
import { proposalPath } from '../../domain/proposal/put-proposal.ts';
import { whatBlocks } from '../../domain/proposal/what-blocks.ts';
import { proposalAt, proposalsAt, type StoodProposal } from '../../queries/proposal-at.ts';
import { proposalChangesAt } from '../../queries/proposal-changes-at.ts';
import { momentOn } from '../../queries/standings.ts';
import { approvalRow } from './datasets.ts';
import { blockedBy, effectDay } from './list-page.tsx';
import { soonestInWords } from './verdict.tsx';
import { standingOf, standingTitles } from './words.ts';

const day = z.iso.date().describe('A day in London, 2008-07-09');
const moment = z.iso.datetime();
const standings = z.enum(Object.keys(standingTitles) as [keyof typeof standingTitles]);

const lineShape = z.object({
  id: z.string(),
  href: z.string(),
  title: z.string(),
  draftedBy: z.string(),
  version: z.int(),
  standing: standings,
  blockedBy: z.string().nullable().describe('What blocks it, in one sentence'),
  effect: day
    .nullable()
    .describe('When it took effect, takes effect, or could at the earliest; null: not known'),
  deadline: day.nullable(),
});

const proposalShape = lineShape.extend({
  on: day,
  summary: z.string(),
  text: z.string(),
  clauses: z.array(
    z.object({
      number: z.string(),
      text: z.string(),
      effect: z.enum(Object.keys(clauseEffects) as [ClauseEffect]),
    }),
  ),
  needs: z.union([z.literal('all'), z.object({ atLeast: z.int() })]),
  start: z.enum(['each-when-ready', 'all-together']),
  approvals: z.array(
    z.object({
      party: z.string(),
      name: z.string(),
      approval: z.enum(approvalKinds as [Approval, ...Approval[]]),
      standing: z.string(),
      from: moment.nullable(),
      decision: z.string().nullable().describe('The page of the decision that proves it'),
      clause: z.string().nullable(),
    }),
  ),
  mayStart: z.array(z.object({ party: z.string(), from: moment })),
  needed: z.array(z.object({ what: z.string(), who: z.string() })),
  computed: z
    .array(z.string())
    .describe('For each approval that is missing, how soon it could have effect and how that was counted'),
  versions: z.array(
    z.object({
      number: z.int(),
      at: moment,
      changed: z.string(),
      reason: z.string(),
      reopens: z.array(z.string()),
    }),
  ),
  source: z.string(),
  certainty: z.enum(['stated', 'confirmed', 'illustrative']),
});

const on = { says: 'The day it is asked about, as YYYY-MM-DD; today when left out', example: '2008-07-24' };

/** Joint proposals for programs. */
export const proposalApiRoutes = ({ database, clock }: Services): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/api/proposals',
    may: 'anyone',
    api: {
      summary: 'Every joint proposal, where it stands and what blocks it',
      parameters: { on },
      answers: z.object({ on: day, proposals: z.array(lineShape) }),
    },
    handle: async (visit) => {
      const at = momentOn({ ...visit, now: clock.now() });
      const found = await proposalsAt(database, at);
      const changes = found.flatMap((stood) => proposalChangesAt(stood, at) ?? []);
      return until(
        changes.toSorted((a, b) => a.getTime() - b.getTime())[0],
        json({ on: visit.on, proposals: found.map(lineOf) }),
      );
    },
  },
  {
    method: 'GET',
    path: '/api/proposals/:proposal',
    may: 'anyone',
    api: {
      summary: 'One joint proposal: its text, and where each approval of each party stands',
      parameters: {
        proposal: {
          says: 'The id of a proposal, from /api/proposals',
          example: 'mid-kent-improvement-partnership',
        },
        on,
      },
      answers: proposalShape,
    },
    handle: async (visit) => {
      const at = momentOn({ ...visit, now: clock.now() });
      const stood = await proposalAt(database, visit.params['proposal'] ?? '', at);
      if (stood === undefined)
        return notFound('There is no joint proposal of this id, or it was not put by that day.');
      return until(proposalChangesAt(stood, at), json({ on: visit.on, ...answerOf(stood) }));
    },
  },
];

const lineOf = (stood: StoodProposal): z.infer<typeof lineShape> => ({
  id: stood.proposal.id,
  href: proposalPath(stood.proposal),
  title: stood.version.title,
  draftedBy: stood.proposal.draftedBy,
  version: stood.version.number,
  standing: standingOf(stood.matrix.outcome),
  blockedBy: blockedBy(stood) ?? null,
  effect: effectDay(stood) ?? null,
  deadline: stood.version.deadline ?? null,
});

function answerOf(stood: StoodProposal): Omit<z.infer<typeof proposalShape>, 'on'> {
  const { version, matrix, proposal } = stood;
  const blocks = whatBlocks(matrix, stood.judged, (id) => stood.bodies.get(id)?.name ?? id);
  return {
    ...lineOf(stood),
    summary: version.summary,
    text: version.text,
    clauses: [...version.clauses],
    needs: version.needs,
    start: version.start,
    approvals: matrix.cells.map((cell) => approvalRow(cell, stood)),
    mayStart: [...matrix.mayStart].map(([party, from]) => ({ party, from: from.toISOString() })),
    needed: [...(blocks?.all ?? [])],
    computed:
      matrix.outcome.outcome === 'waiting'
        ? matrix.outcome.blockers.map((blocker) => soonestInWords(blocker, stood))
        : [],
    versions: proposal.versions
      .filter(({ number }) => number <= version.number)
      .map(({ number, at, changed, reason, reopens }) => ({
        number,
        at: at.toISOString(),
        changed,
        reason,
        reopens: [...reopens],
      })),
    source: version.source,
    certainty: version.certainty,
  };
}
