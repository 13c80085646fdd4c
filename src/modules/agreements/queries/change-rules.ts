import { readData } from '#platform/config';
import { date, type IsoDate } from '#platform/kernel';
import type { ChangeRule } from '../domain/target/may-change.ts';

/** A rule as the file has it: days as text, and left out where they are not known. */
type Written = Omit<ChangeRule, 'from' | 'until'> & Readonly<{ from?: string; until?: string }>;

let read: readonly ChangeRule[] | undefined;

/** How long targets stay as they are after approval, by the law of each time. Read once. */
export const changeRules = (): readonly ChangeRule[] =>
  (read ??= (
    readData('reference/local-area-agreements.json') as Readonly<{ changes: readonly Written[] }>
  ).changes.map((rule) => ({ ...rule, from: dayOf(rule.from), until: dayOf(rule.until) })));

/** A day that is none throws: the file is ours. */
const dayOf = (text: string | undefined): IsoDate | undefined =>
  text === undefined ? undefined : date(text);
