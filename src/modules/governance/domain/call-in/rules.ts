import type { EffectiveRule, WallTime } from '#platform/kernel';

/**
 * A body’s rules of call-in on the day of a decision, from the register. Undefined: not known. Then the reading holds under
 * which the decision waits longest, and the standing names the rule, so that nobody acts too early on a guess.
 */
export type CallInRules = Readonly<{
  appliesTo: 'key' | 'all-executive' | 'key-and-member' | undefined;
  windowWorkingDays: number | undefined;
  closeTime: WallTime | undefined;
  effective: EffectiveRule | undefined;
  signatories: number | undefined;
  eligible: 'non-executive' | 'scrutiny-member' | 'any-non-cabinet' | undefined;
  groups: number | undefined;
  reasonsRequired: boolean | undefined;
  hearingWorkingDays: number | undefined;
  notHeard: 'effective' | 'frozen' | undefined;
  oncePerDecision: boolean | undefined;
  /** Published after this time, a record counts as published on the next working day. */
  cutOff: WallTime | undefined;
}>;
export type CallInRule = keyof CallInRules;

/** The rules among these that are not known, in their order. */
export function unknownAmong(rules: CallInRules, needed: readonly CallInRule[]): readonly CallInRule[] {
  return needed.filter((name) => rules[name] === undefined);
}
