import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { type BodyRules, rulesFor } from '#modules/register';
import type { Committee } from '../../domain/committee.ts';
import { type CommitteeTerms, termsOn } from '../../domain/committee-terms.ts';
import type { VotingRules } from '../../domain/meeting/judge-motion.ts';
import { listTerms } from '../../store/committees.ts';

/** Kinds in which a body itself meets, so that its own quorum is theirs. */
const ofTheBody: ReadonlySet<Committee['kind']> = new Set(['council', 'forum', 'board']);

export type Working = Readonly<{
  rules: VotingRules;
  terms: CommitteeTerms;
  /** All rules of its body, for what else is asked of them. */
  body: BodyRules | undefined;
}>;

/** How a committee decides on the day it sits: by its body’s rules and its own. */
export const workingOn = async (sql: Sql, committee: Committee, on: IsoDate): Promise<Working> =>
  (await workingOf(sql, committee))(on);

/** The same for any day, once it is read. */
export async function workingOf(sql: Sql, committee: Committee): Promise<(on: IsoDate) => Working> {
  const [body, versions] = await Promise.all([
    rulesFor(sql, committee.bodyId),
    listTerms(sql, [committee.id]),
  ]);
  return (on) => {
    const terms = termsOn(committee, versions.get(committee.id) ?? [], on);
    const voting = body?.rule('voting.enabled', { on });
    const quorum = ofTheBody.has(committee.kind) ? body?.rule('meeting.quorum', { on }) : undefined;
    return {
      body,
      terms,
      rules: {
        mayVote: voting?.standing === 'known' ? voting.value : undefined,
        mayVoteSource: voting?.standing === 'known' ? voting.source : '',
        quorum: terms.quorum ?? (quorum?.standing === 'known' ? quorum.value : undefined),
        castingVote: terms.castingVote,
        proxies: terms.proxies,
        weighted: terms.weighted,
      },
    };
  };
}
