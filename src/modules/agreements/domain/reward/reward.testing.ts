import { fraction } from '#platform/kernel';
import type { Outturn, RewardTarget } from './achievement.ts';
import type { Run } from './earn.ts';
import { findScheme, type RewardTerms } from './reward-rule.ts';

export function termsOf(key: 'lpsa' | 'laa-average'): RewardTerms {
  const scheme = findScheme(key);
  if (scheme === undefined) throw new Error(`No scheme ${key}`);
  return scheme.terms;
}

/** £5,940,691.375: two and a half hundredths of a net budget requirement, in pence. */
export const pot = fraction(5_940_691_375n, 10n);

export const outturnOf = (value: string, isFirm = true): Outturn => ({ value, isFirm });

/** A target from 59 without the agreement to 64 with it, unless the test says otherwise. */
export const targetOf = (targetId: string, said: Partial<RewardTarget> = {}): RewardTarget => ({
  targetId,
  heading: targetId,
  weight: '1',
  polarity: { better: 'higher' },
  without: '59',
  baseline: '55',
  target: '64',
  error: undefined,
  ...said,
});

/** Twelve targets that share the pot, of which the first has run so. */
export const twelve = (outturn: Outturn | undefined, said: Partial<RewardTarget> = {}): readonly Run[] =>
  Array.from({ length: 12 }, (_, index) => ({
    target: targetOf(`t${index + 1}`, index === 0 ? said : {}),
    outturn: index === 0 ? outturn : undefined,
    isAgreed: true,
  }));
