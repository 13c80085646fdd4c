import type { Money, WallTime } from '#platform/kernel';
import { callInRules } from './call-in.ts';
import type { Period, RuleDefinition } from './definition.ts';
import { governanceRules } from './governance.ts';
import { keyDecisionRules } from './key-decisions.ts';
import { meetingRules } from './meetings.ts';
import { publishingRules } from './publishing.ts';

/** Every rule a body may have, in the order its page shows them. */
export const ruleCatalogue = {
  ...governanceRules,
  ...keyDecisionRules,
  ...callInRules,
  ...meetingRules,
  ...publishingRules,
} as const;
export type RuleKey = keyof typeof ruleCatalogue;
/** Every key, in the order of the page. */
export const ruleKeys = Object.keys(ruleCatalogue) as readonly RuleKey[];

/** The rules under the headings of the page. */
export const ruleGroups: readonly Readonly<{ title: string; keys: readonly RuleKey[] }>[] = [
  { title: 'How it is run', keys: Object.keys(governanceRules) as RuleKey[] },
  { title: 'Key decisions and notice', keys: Object.keys(keyDecisionRules) as RuleKey[] },
  { title: 'Call-in', keys: Object.keys(callInRules) as RuleKey[] },
  { title: 'Meetings, records and scrutiny', keys: Object.keys(meetingRules) as RuleKey[] },
  { title: 'What it publishes', keys: Object.keys(publishingRules) as RuleKey[] },
];

type ValueOf<Type> = Type extends { type: 'choice'; options: infer Options }
  ? keyof Options
  : Type extends { type: 'money' }
    ? Money
    : Type extends { type: 'count' }
      ? number
      : Type extends { type: 'period' }
        ? Period
        : Type extends { type: 'yes-no' }
          ? boolean
          : Type extends { type: 'time' }
            ? WallTime
            : string;

/** What the value of a rule is: `RuleValue<'callIn.signatories'>` is a number, `RuleValue<'regime'>` one of two words. */
export type RuleValue<Key extends RuleKey = RuleKey> = ValueOf<(typeof ruleCatalogue)[Key]['value']>;

/** Whether a text from an address, a file or an older database names a rule of this catalogue. */
export function isRuleKey(text: string): text is RuleKey {
  return Object.hasOwn(ruleCatalogue, text);
}

/** What the rule is about and which kind of value it takes. */
export function ruleDefinition(key: RuleKey): RuleDefinition {
  return ruleCatalogue[key];
}
