import type { ComputedDate, ComputedTime, EffectiveFrom } from '#platform/kernel';
import type { CallInRule } from '../call-in/rules.ts';

/** Where a clause, or the executive part of a decision, is at a moment. Derived from dated facts; never stored. */
export type Standing =
  /** Taken, its record not published yet: nothing of it has effect. */
  | Readonly<{ standing: 'not-published' }>
  | Readonly<{ standing: 'open-to-call-in'; deadline: ComputedTime; effective: EffectiveFrom }>
  /** The window has closed without a call-in, and its moment has not come yet. */
  | Readonly<{ standing: 'about-to-take-effect'; effective: EffectiveFrom }>
  | Readonly<{ standing: 'called-in'; since: Date; hearBy: ComputedDate | undefined; isOverdue: boolean }>
  | Readonly<{ standing: 'referred-back'; since: Date }>
  | Readonly<{ standing: 'before-council'; since: Date }>
  /** It recommends, and the Council has not resolved. */
  | Readonly<{ standing: 'waits-for-council' }>
  | Readonly<{ standing: 'in-effect'; from: Date; because: InEffectBecause }>
  | Readonly<{ standing: 'ended'; since: Date; because: EndedBecause }>
  /** The body’s rules do not say, so nobody can: the rules that are missing. */
  | Readonly<{ standing: 'not-known'; missing: readonly CallInRule[] }>;

export type InEffectBecause =
  | 'published'
  | 'not-open-to-call-in'
  | 'call-in-waived'
  | 'not-called-in'
  | 'released'
  | 'not-heard-in-time'
  | 'confirmed'
  | 'amended'
  | 'council-did-not-object'
  | 'council-resolved'
  | 'council-resolved-with-changes';
export type EndedBecause = 'withdrawn' | 'decided-by-council-instead' | 'refused-by-council';
