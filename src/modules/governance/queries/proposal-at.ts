import type { Sql } from '#platform/db';
import { groupBy, instantInLondon, lastMomentOf, londonDate, midnight } from '#platform/kernel';
import { type BodyLine, everyBody, successorsOf } from '#modules/register';
import { publishedAt } from '../domain/decision/known-by.ts';
import { type Matrix, matrixOf } from '../domain/proposal/matrix.ts';
import type { Adoption, Approval, Proposal, ProposalFacts } from '../domain/proposal/proposal.ts';
import {
  type ProposalVersion,
  type PutProposal,
  versionAt,
  type Withdrawal,
} from '../domain/proposal/put-proposal.ts';
import { type KeptAdoption, listAdoptions } from '../store/adoptions.ts';
import { findProposals, listWithdrawals } from '../store/proposals.ts';
import { momentOfSoonest, type Soonest, soonestOf } from './proposal-soonest.ts';
import { decisionsAt, rulesAndCalendars, type StoodDecision } from './standings.ts';

/** A joint proposal as it stood at a moment, with everything its page shows. */
export type StoodProposal = Readonly<{
  proposal: PutProposal;
  /** The version that stood. */
  version: ProposalVersion;
  judged: Proposal;
  matrix: Matrix;
  /** How soon each approval could have effect, by party. */
  soonest: ReadonlyMap<string, ReadonlyMap<Approval, Soonest>>;
  /** The decisions that answer it, by id. */
  decisions: ReadonlyMap<string, StoodDecision>;
  adoptions: readonly KeptAdoption[];
  withdrawals: readonly Withdrawal[];
  endings: ProposalFacts['endings'];
  /** Every body by id, under the name of that day. */
  bodies: ReadonlyMap<string, BodyLine>;
}>;

/** One proposal as it stood at a moment; undefined where there is none or it was not put by then. */
export async function proposalAt(sql: Sql, id: string, at: Date): Promise<StoodProposal | undefined> {
  return (await proposalsAt(sql, at, [id]))[0];
}

/** These proposals, or all, as they stood at a moment: those that had been put by then, the last put first. */
export async function proposalsAt(
  sql: Sql,
  at: Date,
  ids?: readonly string[],
): Promise<readonly StoodProposal[]> {
  const on = londonDate(at);
  const put = (await findProposals(sql, ids)).flatMap((proposal) => {
    const version = versionAt(proposal, at);
    return version === undefined ? [] : [{ proposal, version }];
  });
  const all = put.map(({ proposal }) => proposal.id);
  const parties = [...new Set(put.flatMap(({ version }) => version.parties.map(({ bodyId }) => bodyId)))];
  const drafters = put.map(({ proposal }) => proposal.draftedBy);
  const [adoptions, withdrawals, lines, rules] = await Promise.all([
    listAdoptions(sql, all),
    listWithdrawals(sql, all),
    everyBody(sql, { on }),
    rulesAndCalendars(sql, parties),
  ]);
  const bodies = new Map(lines.map((line) => [line.id, line]));
  const [decisions, endings] = await Promise.all([
    decisionsAt(sql, [...new Set(adoptions.map(({ decisionId }) => decisionId))], at),
    endingsOf(sql, [...new Set([...parties, ...drafters])], bodies, at),
  ]);
  const soonest = new Map(parties.map((bodyId) => [bodyId, soonestFor(bodyId, rules, at)] as const));
  const answersOf = groupBy(adoptions, ({ proposalId }) => proposalId);
  return put.map(({ proposal, version }) => {
    const judged = judgedBy(proposal, version, { bodies, soonest, endings }, at);
    const own = answersOf.get(proposal.id) ?? [];
    const left = withdrawals.get(proposal.id) ?? [];
    const facts = {
      adoptions: own.flatMap((kept) => answerFrom(kept, decisions)),
      withdrawals: left,
      endings,
    };
    return {
      proposal,
      version,
      judged,
      matrix: matrixOf(judged, facts, at),
      soonest,
      decisions,
      adoptions: own,
      withdrawals: left.filter((each) => each.at <= at),
      endings: endings.filter(({ bodyId }) => version.parties.some((party) => party.bodyId === bodyId)),
      bodies,
    };
  });
}

/** The proposal in the terms in which it is judged, with what each of its parties could do soonest. */
function judgedBy(
  proposal: PutProposal,
  { title, parties, needs, deadline, start }: ProposalVersion,
  { bodies, soonest, endings }: Pick<StoodProposal, 'bodies' | 'soonest' | 'endings'>,
  at: Date,
): Proposal {
  const [successor] = endings.find(({ bodyId }) => bodyId === proposal.draftedBy)?.successors ?? [];
  return {
    title,
    // Who stands in the drafter’s place may amend, and so is who can unblock it.
    draftedBy: successor ?? proposal.draftedBy,
    needs,
    deadline,
    start,
    versions: proposal.versions.filter((each) => each.at <= at),
    parties: parties.map(({ bodyId, approvals }) => ({
      bodyId,
      name: bodies.get(bodyId)?.name ?? bodyId,
      approvals,
      soonest: Object.fromEntries(
        [...(soonest.get(bodyId) ?? [])].flatMap(([approval, each]) => {
          const from = momentOfSoonest(each);
          return from === undefined ? [] : [[approval, from] as const];
        }),
      ),
    })),
  };
}

function soonestFor(
  bodyId: string,
  rules: Awaited<ReturnType<typeof rulesAndCalendars>>,
  at: Date,
): ReadonlyMap<Approval, Soonest> {
  const own = rules.get(bodyId);
  if (own === undefined) return new Map();
  return new Map(
    (['executive', 'council', 'committee'] as const).map((approval) => [
      approval,
      soonestOf(approval, own.rules, own.calendar, at),
    ]),
  );
}

/** Parties that have merged or ended by then, from the register, and who stands in their place. */
async function endingsOf(
  sql: Sql,
  parties: readonly string[],
  bodies: StoodProposal['bodies'],
  at: Date,
): Promise<ProposalFacts['endings']> {
  const on = londonDate(at);
  const found = await Promise.all(
    parties.map(async (bodyId) => {
      const ended = bodies.get(bodyId)?.ended;
      if (ended === undefined || ended > on) return [];
      const successors = await successorsOf(sql, bodyId, on);
      return [
        {
          bodyId,
          at: instantInLondon({ date: ended, time: midnight }),
          successors: successors.map(({ id }) => id),
        },
      ];
    }),
  );
  return found.flat();
}

/**
 * A party’s answer in the terms in which it is judged. It is decided when its decision was taken, on the day of publication
 * at the latest moment it can have been; a recommendation to the Council is decided when the Council resolves.
 */
function answerFrom(kept: KeptAdoption, decisions: StoodProposal['decisions']): readonly Adoption[] {
  const stood = decisions.get(kept.decisionId);
  const found = stood?.standing.clauses.find(({ clause }) => clause.number === kept.clause);
  if (stood === undefined || found === undefined) return [];
  const { facts } = stood;
  const endOfDay = lastMomentOf(facts.takenOn);
  const published = facts.published === undefined ? endOfDay : publishedAt(facts.published);
  const taken = published < endOfDay && londonDate(published) === facts.takenOn ? published : endOfDay;
  const resolved = isSettled(found.standing) ? resolvedAt(stood, kept.clause) : undefined;
  return [
    {
      bodyId: kept.bodyId,
      approval: kept.approval,
      version: kept.version,
      decidedAt: resolved !== undefined && resolved > taken ? resolved : taken,
      outcome: kept.outcome,
      standing: found.standing,
      evidence: { decisionId: kept.decisionId, clause: kept.clause },
    },
  ];
}

const isSettled = ({ standing }: Adoption['standing']): boolean =>
  standing === 'in-effect' || standing === 'ended';

/** When the Council first resolved on a clause that recommends to it. */
function resolvedAt({ steps }: StoodDecision, clause: string): Date | undefined {
  const moments = steps.flatMap((step) =>
    step.kind === 'resolution' && step.clause === clause ? [step.at] : [],
  );
  return moments.toSorted((a, b) => a.getTime() - b.getTime())[0];
}
