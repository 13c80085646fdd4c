import type { Sql } from '#platform/db';
import { ruleDefinition, type RuleKey, sayRuleValue } from '#modules/register';
import { type CallInRule, unknownAmong } from '../../domain/call-in/rules.ts';
import { changesAt } from '../../domain/decision/changes-at.ts';
import type { StoodDecision } from '../standings.ts';
import { valueOn } from '../rules-on.ts';
import { type CallInBasis, withRules } from './call-in-basis.ts';

/** What a page shows of the call-in of a decision: what has happened, and by which rules it is judged. */
export type CallInShown = CallInBasis &
  Readonly<{
    /** To whom a call-in is sent: what the record says, else what the rules of the day do. */
    sentTo: string | undefined;
    /** Who else may call in, and who must stand aside, in the words of the constitution. */
    instead: string | undefined;
    excluded: string | undefined;
    /** The grounds that the constitution allows; undefined where it lists none. */
    grounds: readonly string[] | undefined;
    /** The rules of the day, each with its value in words and where it is known from. */
    ruled: readonly RuleShown[];
    /** Rules that are not known, and how they are read. */
    notKnown: readonly CallInRule[];
    /** When the page will say something else though nobody acts. */
    changesAt: Date | undefined;
  }>;

export type RuleShown = Readonly<{ key: RuleKey; title: string; says: string; source: string }>;

/** Prepares a decision, as it stood at a moment, for `CallInPart`. */
export async function callInShown(sql: Sql, stood: StoodDecision, at: Date): Promise<CallInShown> {
  return shown(await withRules(sql, stood, at));
}

/** The same for what has been read with its rules already. */
export function shown(basis: CallInBasis): CallInShown {
  const { decision, body, rules, standing, at } = basis;
  const on = decision.takenOn;
  const grounds = valueOn(body, 'callIn.grounds', on)
    ?.split('\n')
    .map((ground) => ground.trim())
    .filter((ground) => ground !== '');
  const isOpen = standing.callIn?.window?.standing === 'known';
  return {
    ...basis,
    sentTo: decision.callInSentTo === '' ? valueOn(body, 'callIn.sendTo', on) : decision.callInSentTo,
    instead: valueOn(body, 'callIn.instead', on),
    excluded: valueOn(body, 'callIn.excluded', on),
    grounds: grounds === undefined || grounds.length === 0 ? undefined : grounds,
    ruled: shownRules.flatMap((key) => {
      const ruling = body.rule(key, { on });
      if (ruling.standing !== 'known') return [];
      const says = sayRuleValue(key, ruling.value);
      return [{ key, title: ruleDefinition(key).title, says, source: ruling.source }];
    }),
    notKnown: isOpen ? unknownAmong(rules, readCautiously) : [],
    changesAt: changesAt(standing, at),
  };
}

const shownRules: readonly RuleKey[] = [
  'callIn.appliesTo',
  'callIn.window',
  'callIn.closeTime',
  'callIn.signatories',
  'callIn.groups',
  'callIn.eligible',
  'callIn.reasonsRequired',
  'callIn.hearing',
  'callIn.notHeard',
  'callIn.effective',
  'callIn.oncePerDecision',
];

/** The rules under which a decision waits longer when they are not known, in the order in which a reader meets them. */
const readCautiously: readonly CallInRule[] = [
  'appliesTo',
  'eligible',
  'signatories',
  'groups',
  'hearingWorkingDays',
  'notHeard',
  'effective',
];
