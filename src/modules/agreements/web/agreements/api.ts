import { json, notFound, type PublicRoute, type Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { momentOn } from '#modules/governance';
import { z } from 'zod';
import { standingOfAction } from '../../domain/agreement/action-standing.ts';
import {
  type AgreementKind,
  agreementKinds,
  agreementPath,
  capacities,
  type Capacity,
} from '../../domain/agreement/agreement.ts';
import type { StandingName } from '../../domain/agreement/agreement-standing.ts';
import { precisions } from '../../domain/agreement/rough-day.ts';
import { type Stage, stageTitles } from '../../domain/agreement/stage.ts';
import { type AgreementAt, agreementsAt } from '../../queries/agreements/agreement-at.ts';
import { type AgreementPage, agreementPageAt } from '../../queries/agreements/agreement-page.ts';
import { actionTitles, sayStanding, standingTitles } from './words.ts';

const keysOf = <Key extends string>(words: Readonly<Record<Key, unknown>>) =>
  Object.keys(words) as [Key, ...Key[]];
const day = z.iso.date().describe('A day in London, 2008-07-09');
const rough = z.object({ on: day, precision: z.enum(precisions) });

const lineShape = z.object({
  id: z.string(),
  page: z.string(),
  title: z.string(),
  kind: z.enum(keysOf<AgreementKind>(agreementKinds)),
  keptBy: z.string(),
  version: z.int(),
  standing: z.enum(keysOf<StandingName>(standingTitles)),
  says: z.string().describe('Where it stands, in words'),
  parties: z.array(z.object({ body: z.string(), capacity: z.enum(keysOf<Capacity>(capacities)) })),
  term: z.object({ from: day.nullable(), until: day.nullable().describe('Its last day') }),
  renews: z.string().nullable(),
  partOf: z.string().nullable().describe('The agreement of which it is the chapter of a place'),
  place: z.string().nullable(),
  framework: z.string().nullable(),
  isIllustrative: z.boolean(),
});

const sentence = z.object({ key: z.string(), text: z.string(), cites: z.string() });
const agreementShape = lineShape.extend({
  summary: z.string(),
  principles: z.array(z.object({ number: z.string(), text: z.string(), cites: z.string() })),
  sections: z.array(z.object({ key: z.string(), title: z.string(), sentences: z.array(sentence) })),
  outcomes: z.array(z.string()),
  targets: z.array(z.string()),
  chapters: z.array(z.string()),
  stages: z.array(
    z.object({
      stage: z.enum(keysOf<Stage>(stageTitles)),
      when: rough,
      says: z.string(),
      decision: z.string().nullable(),
      source: z.string(),
      certainty: z.string(),
    }),
  ),
  actions: z.array(
    z.object({
      number: z.int(),
      title: z.string(),
      ownerBody: z.string(),
      ownerOffice: z.string().nullable(),
      due: rough.nullable(),
      isQuickWin: z.boolean(),
      standing: z.enum(keysOf(actionTitles)),
    }),
  ),
  versions: z.array(
    z.object({
      number: z.int(),
      published: rough,
      changed: z.string(),
      reason: z.string(),
      proposal: z.string().nullable().describe('The joint proposal by which it is signed'),
    }),
  ),
  source: z.string(),
  certainty: z.string(),
});

const on = { says: 'The day it is asked about, as YYYY-MM-DD; today when left out', example: '2010-06-30' };

/** Agreements for programs. */
export function agreementApiRoutes({ database, clock }: Services): readonly PublicRoute[] {
  const momentFor = (visit: Visit) => ({ on: visit.on, at: momentOn({ ...visit, now: clock.now() }) });
  return [
    {
      method: 'GET',
      path: '/api/agreements',
      may: 'anyone',
      api: {
        summary: 'Every agreement on record and where it stands on a day',
        parameters: { on },
        answers: z.object({ on: day, agreements: z.array(lineShape) }),
      },
      handle: async (visit) => {
        const found = await agreementsAt(database, {}, momentFor(visit));
        return json({ on: visit.on, agreements: found.map(lineOf) });
      },
    },
    {
      method: 'GET',
      path: '/api/agreements/:agreement',
      may: 'anyone',
      api: {
        summary: 'One agreement: its text, parties, stages, targets, chapters and actions',
        parameters: {
          agreement: { says: 'The id of an agreement, from /api/agreements', example: 'kent-agreement-two' },
          on,
        },
        answers: agreementShape.extend({ on: day }),
      },
      handle: async (visit) => {
        const found = await agreementPageAt(database, visit.params['agreement'] ?? '', momentFor(visit));
        return found === undefined
          ? notFound('There is no agreement of this id, or it was not published by that day.')
          : json({ on: visit.on, ...answerOf(found, visit) });
      },
    },
  ];
}

const lineOf = ({ agreement, version, standing }: AgreementAt): z.infer<typeof lineShape> => ({
  id: agreement.id,
  page: agreementPath(agreement),
  title: version.title,
  kind: agreement.kind,
  keptBy: agreement.bodyId,
  version: version.number,
  standing: standing.standing,
  says: sayStanding(standing),
  parties: version.parties.map(({ bodyId, capacity }) => ({ body: bodyId, capacity })),
  term: { from: version.term.from ?? null, until: version.term.until ?? null },
  renews: agreement.renews ?? null,
  partOf: agreement.partOf ?? null,
  place: agreement.placeId ?? null,
  framework: version.frameworkId ?? null,
  isIllustrative: agreement.isIllustrative,
});

function answerOf(found: AgreementPage, visit: Visit): z.infer<typeof agreementShape> {
  const { agreement, version } = found;
  return {
    ...lineOf(found),
    summary: version.summary,
    principles: [...version.principles],
    sections: version.sections.map((section) => ({ ...section, sentences: [...section.sentences] })),
    outcomes: found.outcomes.map(({ id }) => id),
    targets: found.targets.map(({ target }) => target.id),
    chapters: found.chapters.map(({ chapter }) => chapter.id),
    stages: found.stages.map(({ stage, when, says, decisionId, source, certainty }) => ({
      stage,
      when,
      says,
      decision: decisionId === undefined ? null : `/decisions/${decisionId}`,
      source,
      certainty,
    })),
    actions: found.actions.map((action) => ({
      number: action.number,
      title: action.title,
      ownerBody: action.ownerBody,
      ownerOffice: action.ownerOffice ?? null,
      due: standingOfAction(action, visit.on).due ?? null,
      isQuickWin: action.isQuickWin,
      standing: standingOfAction(action, visit.on).standing,
    })),
    versions: agreement.versions
      .filter(({ published }) => published.on <= visit.on)
      .map(({ number, published, changed, reason, proposalId }) => ({
        number,
        published,
        changed,
        reason,
        proposal: proposalId === undefined ? null : `/proposals/${proposalId}`,
      })),
    source: version.source,
    certainty: version.certainty,
  };
}
