import type { Sql } from '#platform/db';
import { type IsoDate, londonDate } from '#platform/kernel';
import { proposalsAt, type StoodProposal } from '#modules/governance';
import { type BodyLine, everyBody } from '#modules/register';
import type { Agreement, AgreementVersion } from '../../domain/agreement/agreement.ts';
import {
  type AgreementStanding,
  type Signing,
  stoodOn,
  type StoodVersions,
} from '../../domain/agreement/agreement-standing.ts';
import type { ReachedStage } from '../../domain/agreement/stage.ts';
import { type AgreementsAsked, findAgreements } from '../../store/agreements.ts';

export type { AgreementsAsked } from '../../store/agreements.ts';

/** An agreement as it stood on a day. */
export type AgreementAt = StoodVersions &
  Readonly<{
    agreement: Agreement;
    /** What it said: the version that bound, or was on the table. */
    version: AgreementVersion;
    /** The stages reached by then, the first first. */
    stages: readonly ReachedStage[];
    /** The proposals by which its versions are signed, by id. */
    proposals: ReadonlyMap<string, StoodProposal>;
    /** Every body by id, under the name of that day. */
    bodies: ReadonlyMap<string, BodyLine>;
  }>;

/** The day a page shows, and the moment of it at which the proposals are asked. */
export type MomentAsked = Readonly<{ on: IsoDate; at: Date }>;

/** Agreements as they stood: those that had been published by then, the last recorded first. */
export async function agreementsAt(
  sql: Sql,
  asked: AgreementsAsked,
  { on, at }: MomentAsked,
): Promise<readonly AgreementAt[]> {
  const found = await findAgreements(sql, asked);
  const proposalIds = [
    ...new Set(found.flatMap(({ versions }) => versions.flatMap(({ proposalId }) => proposalId ?? []))),
  ];
  const [stood, lines] = await Promise.all([proposalsAt(sql, at, proposalIds), everyBody(sql, { on })]);
  const proposals = new Map(stood.map((each) => [each.proposal.id, each]));
  const signings = new Map(stood.map((each) => [each.proposal.id, signingOf(each)]));
  const bodies = new Map(lines.map((line) => [line.id, line]));
  return found.flatMap((agreement) => {
    const versions = stoodOn(agreement, signings, on);
    if (versions === undefined) return [];
    const own = new Set(agreement.versions.map(({ proposalId }) => proposalId));
    return [
      {
        ...versions,
        agreement,
        version: versions.current.version,
        stages: agreement.stages.filter(({ when }) => when.on <= on),
        proposals: new Map([...proposals].filter(([id]) => own.has(id))),
        bodies,
      },
    ];
  });
}

/** One agreement as it stood; undefined where there is none or it was not published by then. */
export async function agreementAt(
  sql: Sql,
  id: string,
  moment: MomentAsked,
): Promise<AgreementAt | undefined> {
  return (await agreementsAt(sql, { ids: [id] }, moment))[0];
}

/** Where the same signatures had it on another day; undefined before its first version. */
export const standingOn = (
  { agreement, proposals }: Pick<AgreementAt, 'agreement' | 'proposals'>,
  on: IsoDate,
): AgreementStanding | undefined =>
  stoodOn(agreement, new Map([...proposals].map(([id, each]) => [id, signingOf(each)])), on)?.standing;

function signingOf({ proposal, matrix: { outcome } }: StoodProposal): Signing {
  const day = outcome.outcome === 'waiting' ? outcome.earliest : 'from' in outcome ? outcome.from : undefined;
  return {
    proposalId: proposal.id,
    outcome: outcome.outcome,
    from: day === undefined ? undefined : londonDate(day),
  };
}
