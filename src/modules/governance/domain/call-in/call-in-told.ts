import type { Calendar, ComputedTime, EffectiveFrom } from '#platform/kernel';
import type { DecisionFacts } from '../decision/facts.ts';
import { publishedAt } from '../decision/known-by.ts';
import { callInOf } from './call-in.ts';
import type { CallInRule, CallInRules } from './rules.ts';

/** What a record must tell its readers of call-in, worked out from the rules of the day it was taken. */
export type CallInTold =
  | Readonly<{
      told: 'open';
      deadline: ComputedTime;
      effective: EffectiveFrom;
      assumed: readonly CallInRule[];
    }>
  | Readonly<{ told: 'not-open'; because: string }>
  /** No clause of it is executive, so there is nothing to call in. */
  | Readonly<{ told: 'nothing-executive' }>
  | Readonly<{ told: 'not-known'; missing: readonly CallInRule[] }>;

/** Works out the call-in of a decision published as the facts say; a waiver that does not hold is no waiver. */
export function callInTold(facts: DecisionFacts, rules: CallInRules, calendar: Calendar): CallInTold {
  if (!facts.clauses.some(({ effect }) => effect === 'executive')) return { told: 'nothing-executive' };
  const { published } = facts;
  const callIn = published && callInOf(facts, rules, calendar, publishedAt(published));
  if (callIn === undefined) return { told: 'not-known', missing: [] };
  const { standing, window } = callIn;
  if (window?.standing === 'known')
    return { told: 'open', deadline: window.deadline, effective: window.effective, assumed: window.assumed };
  if (window !== undefined) return { told: 'not-known', missing: window.missing };
  if (standing.standing === 'in-effect' && standing.because === 'call-in-waived')
    return { told: 'not-open', because: waivedBy(facts.waiver?.agreedBy) };
  return { told: 'not-open', because: whyNotOpen(facts, rules) };
}

const waivedBy = (agreedBy: string | undefined): string =>
  `Call-in was waived because the decision is urgent, as agreed by ${agreedBy ?? 'the office named'}`;

function whyNotOpen({ reconsideredBefore }: DecisionFacts, { appliesTo }: CallInRules): string {
  if (reconsideredBefore) return 'It was called in before and reconsidered, and can be called in only once';
  return appliesTo === 'key'
    ? 'Only key decisions can be called in under the council’s rules'
    : 'Only key decisions and those of single members can be called in under the council’s rules';
}
