import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { type BodyLine, bodiesOn } from '#modules/register';
import type { PossibleParty } from '../domain/proposal/accept-proposal.ts';
import type { Approval } from '../domain/proposal/proposal.ts';
import { soonestOf } from './proposal-soonest.ts';
import { valueOn } from './rules-on.ts';
import { rulesAndCalendars } from './standings.ts';

/** A body that a proposal might be put to, with what its own rules say of how it could adopt. */
export type Candidate = PossibleParty &
  Readonly<{
    body: BodyLine;
    /** The approvals its form of government suggests; undefined where that is not known. */
    suggested: readonly [Approval, ...Approval[]] | undefined;
    /** False: no rules of call-in are recorded, so nobody can compute when an executive decision takes effect. */
    isDatable: boolean;
  }>;

/** Every living body as a possible party. What may not decide by vote, such as a forum, cannot bind anybody. */
export async function candidateParties(sql: Sql, on: IsoDate, at: Date): Promise<readonly Candidate[]> {
  const bodies = await bodiesOn(sql, { on });
  const known = await rulesAndCalendars(
    sql,
    bodies.map(({ id }) => id),
  );
  return bodies.map((body) => {
    const own = known.get(body.id);
    const regime = own && valueOn(own.rules, 'regime', on);
    const mayVote = own && valueOn(own.rules, 'voting.enabled', on);
    const soonest = own && soonestOf('executive', own.rules, own.calendar, at);
    return {
      body,
      exists: true,
      canBind: mayVote !== false && body.kind !== 'forum' && body.kind !== 'partnership',
      suggested: suggestedFor(body, regime),
      isDatable: soonest !== undefined && soonest.soonest !== 'not-known',
    };
  });
}

function suggestedFor(
  { kind }: BodyLine,
  regime: 'executive' | 'committee' | undefined,
): Candidate['suggested'] {
  if (regime === 'executive') return ['executive'];
  if (regime === 'committee') return ['committee'];
  return kind === 'parish-council' ? ['council'] : undefined;
}
