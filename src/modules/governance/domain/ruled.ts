import type { IsoDate } from '#platform/kernel';

/**
 * A body's rule on a day, as this module uses it: its value in the terms of the calendars, in words, and where it is known
 * from. `reader` is who asked the calculator “what if the rule were this?”.
 */
export type Ruled<Value> =
  | (KnownRule & Readonly<{ standing: 'known'; value: Value }>)
  | Readonly<{ standing: 'check-locally'; key: string; title: string }>
  | Readonly<{ standing: 'does-not-apply'; key: string; title: string; because: string }>;

export type KnownRule = Readonly<{
  /** The rule's name in the register, and its title there. */
  key: string;
  title: string;
  /** The value in words: “28 clear days, counted in calendar days”. */
  says: string;
  source: string;
  /** How sure the register is of it; undefined where the reader gave the value. */
  certainty: string | undefined;
  since: IsoDate | undefined;
  setBy: 'body' | 'law' | 'reader';
  /** True where the value is unsure or only assumed, and a reader must be told so. */
  checkLocally: boolean;
}>;

/** What a rule is, or undefined where it is not known or does not apply. */
export function valueOf<Value>(ruled: Ruled<Value>): Value | undefined {
  return ruled.standing === 'known' ? ruled.value : undefined;
}
