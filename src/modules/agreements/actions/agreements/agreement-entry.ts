import { clip, listInWords } from '#platform/kernel';
import { type Entry, publicEntry } from '#platform/record';
import { proposalPath } from '#modules/governance';
import { actionPath, type ActionFact, type PlannedAction } from '../../domain/agreement/action.ts';
import { type Agreement, agreementPath, type AgreementVersion } from '../../domain/agreement/agreement.ts';
import { type ReachedStage, stageTitles } from '../../domain/agreement/stage.ts';

type Of = Omit<Agreement, 'versions' | 'stages'>;
type NameOf = (bodyId: string) => string;

/** What the record keeps of a version: all of it, so that the page could be rebuilt from it. */
export function versionEntry(agreement: Of, version: AgreementVersion, nameOf: NameOf): Entry {
  const isFirst = version.number === 1;
  const title = clip(version.title, 120);
  const parties = version.parties.map(({ bodyId }) => bodyId);
  return publicEntry({
    act: isFirst ? 'agreements.agreement.published' : 'agreements.agreement.amended',
    subject: agreementPath(agreement),
    summary: isFirst
      ? `Agreement of ${clip(listInWords(parties.map(nameOf)), 200)}: ${title}`
      : `Agreement amended, version ${version.number}: ${title}`,
    facts: {
      id: agreement.id,
      kind: agreement.kind,
      bodyId: agreement.bodyId,
      renews: agreement.renews ?? null,
      partOf: agreement.partOf ?? null,
      placeId: agreement.placeId ?? null,
      mostDesignated: agreement.mostDesignated ?? null,
      isIllustrative: agreement.isIllustrative,
      number: version.number,
      title: version.title,
      summary: version.summary,
      framework: version.frameworkId ?? null,
      outcomes: [...version.outcomeIds],
      term: { from: version.term.from ?? null, until: version.term.until ?? null },
      principles: version.principles.map((each) => ({ ...each })),
      sections: version.sections.map(({ key, title: heading, sentences }) => ({
        key,
        title: heading,
        sentences: sentences.map((each) => ({ ...each })),
      })),
      parties: version.parties.map((each) => ({ ...each })),
      proposal: version.proposalId ?? null,
      changed: version.changed,
      reason: version.reason,
      published: { ...version.published },
      source: version.source,
      certainty: version.certainty,
    },
    about: {
      bodies: [...new Set([agreement.bodyId, ...parties])],
      places: agreement.placeId === undefined ? [] : [agreement.placeId],
      things: [
        ...(version.proposalId === undefined ? [] : [proposalPath({ id: version.proposalId })]),
        ...[agreement.partOf, agreement.renews].flatMap((id) =>
          id === undefined ? [] : [agreementPath({ id })],
        ),
      ],
    },
  });
}

/** What the record keeps of a stage. */
export const stageEntry = (
  agreement: Of,
  title: string,
  parties: readonly string[],
  stage: ReachedStage,
): Entry =>
  publicEntry({
    act: 'agreements.stage.reached',
    subject: agreementPath(agreement),
    summary: `${stageTitles[stage.stage]}: ${clip(title, 120)}`,
    ...(stage.decisionId === undefined ? {} : { decision: `/decisions/${stage.decisionId}` }),
    facts: {
      id: agreement.id,
      position: stage.position,
      stage: stage.stage,
      on: stage.when.on,
      precision: stage.when.precision,
      says: stage.says,
      source: stage.source,
      certainty: stage.certainty,
    },
    about: { bodies: [...new Set([agreement.bodyId, ...parties])] },
  });

/** What the record keeps of an action. */
export const actionEntry = (agreement: Of, action: PlannedAction): Entry =>
  publicEntry({
    act: 'agreements.action.entered',
    subject: actionPath(action),
    summary: `Action ${action.number}: ${clip(action.title, 140)}`,
    facts: {
      agreement: action.agreementId,
      number: action.number,
      title: action.title,
      says: action.says,
      outcome: action.outcomeId ?? null,
      target: action.targetId ?? null,
      isQuickWin: action.isQuickWin,
      ownerBody: action.ownerBody,
      ownerOffice: action.ownerOffice ?? null,
      due: action.due === undefined ? null : { ...action.due },
      milestones: action.milestones.map(({ number, title, due }) => ({ number, title, due: { ...due } })),
      cites: action.cites,
      source: action.source,
      certainty: action.certainty,
    },
    about: {
      bodies: [...new Set([agreement.bodyId, action.ownerBody])],
      places: agreement.placeId === undefined ? [] : [agreement.placeId],
      things: [agreementPath(agreement)],
    },
  });

const done = {
  started: 'Begun',
  done: 'Done',
  moved: 'Moved to a later day',
  dropped: 'Given up',
} as const;

/** What the record keeps of what became of an action. */
export const factEntry = (agreement: Of, action: PlannedAction, fact: ActionFact): Entry =>
  publicEntry({
    act: 'agreements.action.followed',
    subject: actionPath(action),
    summary: `${done[fact.fact]}: ${clip(action.title, 140)}`,
    facts: {
      agreement: action.agreementId,
      number: action.number,
      position: fact.position,
      milestone: fact.milestone ?? null,
      fact: fact.fact,
      on: fact.on,
      says: fact.says,
      evidence: fact.evidence ?? null,
      due: fact.due ?? null,
    },
    about: { bodies: [...new Set([agreement.bodyId, action.ownerBody])], things: [agreementPath(agreement)] },
  });
