import type { z } from 'zod';
import type { CallInRule } from '../../../domain/call-in/rules.ts';
import type { DecidedClause, Decision } from '../../../domain/decision/decision.ts';
import { decisionPath } from '../../../domain/decision/decision.ts';
import type { Standing } from '../../../domain/decision/clause-standing.ts';
import { noticePath } from '../../../domain/notice/notice.ts';
import type { Conflict } from '../../../domain/record/record.ts';
import type { DecisionPage } from '../../../queries/decision-page.ts';
import type { StoodDecision } from '../../../queries/standings.ts';
import { standingInWords } from '../../call-in/words.ts';
import { gapInWords, gapsOf } from '../page/gaps-part.tsx';
import { timelinessInWords } from '../page/notice-part.tsx';
import type { clauseShape, decisionLineShape, decisionShape } from './shapes.ts';

// From what the pages show to the shapes of the API.

export const decisionLineAnswer = ({
  decision,
  standing,
}: Pick<StoodDecision, 'decision' | 'standing'>): z.infer<typeof decisionLineShape> => ({
  id: decision.id,
  body: decision.bodyId,
  reference: decision.reference,
  title: decision.title,
  makerKind: decision.makerKind,
  decisionMaker: decision.decisionMaker,
  takenOn: decision.takenOn,
  publishedOn: decision.publishedOn,
  isExecutive: decision.isExecutive,
  isKey: decision.isKey,
  isHistoric: decision.isHistoric,
  access: decision.access,
  places: [...decision.places],
  topics: [...decision.topics],
  page: decisionPath(decision),
  clauses: decision.clauses.flatMap((clause, position) => {
    const stood = standing.clauses[position];
    return stood === undefined ? [] : [clauseAnswer(clause, stood.standing, standing.assumed)];
  }),
});

const clauseAnswer = (
  clause: DecidedClause,
  standing: Standing,
  assumed: readonly CallInRule[],
): z.infer<typeof clauseShape> => ({
  number: clause.number,
  effect: clause.effect,
  text: clause.text,
  amountPence: clause.amount === undefined ? null : String(clause.amount),
  delegatedTo: clause.delegatedTo ?? null,
  limits: clause.limits ?? null,
  function: clause.function ?? null,
  standing: standing.standing,
  says: standingInWords(standing, assumed),
});

export function decisionAnswer(shown: DecisionPage, on: string): z.infer<typeof decisionShape> {
  const { decision, callIn } = shown;
  const { window } = callIn.standing.callIn ?? {};
  return {
    ...decisionLineAnswer(callIn),
    on,
    issue: decision.issue,
    keyReasons: decision.keyReasons,
    reasons: decision.reasons === '' ? null : decision.reasons,
    alternatives: listed(decision.alternatives),
    conflicts: decision.conflicts?.map(conflictAnswer) ?? null,
    reports: listed(decision.reports),
    backgroundPapers: listed(decision.backgroundPapers),
    reliedOn: [...decision.reliedOn],
    notice: shown.notice === undefined ? null : noticePath(shown.notice.notice),
    timeliness: shown.timeliness.timeliness,
    timelinessSays: timelinessInWords(shown.timeliness),
    shorterNotice: decision.shorterNotice ?? null,
    callInBy: decision.callInBy ?? null,
    callInSentTo: decision.callInSentTo,
    notOpenBecause: decision.notOpenBecause,
    callInDeadline:
      window?.standing === 'known' ? { date: window.deadline.date, time: window.deadline.time } : null,
    publishedAt: decision.publishedAt ?? null,
    meeting: decision.meetingId ?? null,
    reconsiders: decision.reconsiders ?? null,
    decidedAnewBy: shown.tookItsPlace.map(decisionPath),
    paragraphs: [...decision.paragraphs],
    publicInterest: decision.publicInterest,
    gaps: gapsOf(shown.complete).map((gap) => ({
      item: gap.item,
      regulation: gap.regulation,
      says: gapInWords(gap),
    })),
    corrections: shown.corrections.map(({ on: day, says, reason, byOffice }) => ({
      on: day,
      says,
      reason,
      by: byOffice,
    })),
    source: decision.source,
    publishedBy: decision.publishedBy,
  };
}

const listed = (items: Decision['reports']) => (items === undefined ? null : [...items]);

const conflictAnswer = ({ member, dispensation }: Conflict) => ({
  member,
  dispensation:
    dispensation === undefined
      ? null
      : dispensation === 'none-granted'
        ? dispensation
        : dispensation.grantedBy,
});
