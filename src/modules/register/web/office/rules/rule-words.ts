import type { Breadcrumb } from '#platform/http';
import type { Actor, IsoDate } from '#platform/kernel';
import type { Certainty } from '../../../domain/certainty.ts';
import { sayRuleValue } from '../../../domain/rule-value.ts';
import type { RuleKey, RuleValue } from '../../../domain/rule-catalogue/index.ts';
import type { RuleToCorrect } from '../../../queries/rule-to-correct.ts';
import { dayOr } from '../offices/office-words.ts';
import { sayCertainty } from './rule-form.ts';

export const rulePath = (bodyId: string, key: RuleKey): string => `/bodies/${bodyId}/rules/${key}`;

export const ruleSteps = ({ bodyId }: Actor, { key, definition }: RuleToCorrect): readonly Breadcrumb[] => [
  { text: 'Rules', href: `/bodies/${bodyId}/rules` },
  { text: definition.title, href: rulePath(bodyId, key) },
];

export const sayValue = (key: RuleKey, value: RuleValue | undefined): string =>
  value === undefined ? 'Not known: check locally' : sayRuleValue(key, value);

type Dated = Readonly<{
  value: RuleValue | undefined;
  from: IsoDate | undefined;
  until: IsoDate | undefined;
  source: string;
  certainty: Certainty;
}>;

/** A version of a rule, or a correction that will become one, in rows. */
export const versionRows = (key: RuleKey, version: Dated): readonly (readonly [string, string])[] => [
  ['Value', sayValue(key, version.value)],
  ['First day it applies', dayOr(version.from, 'As far back as anything is known')],
  ['First day it no longer applies', dayOr(version.until, 'No end known')],
  ['Where it is written', version.source],
  ['How sure', sayCertainty(version.certainty)],
];
