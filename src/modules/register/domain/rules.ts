import type { IsoDate } from '#platform/kernel';
import { type BodyKind, isPrincipalCouncil } from './body.ts';
import { type Certainty, mustCheckLocally, type Provenance } from './certainty.ts';
import { type AsOf, type Dated, versionOn } from './dated.ts';
import { executiveRegulations } from './rule-catalogue/definition.ts';
import { type RuleKey, ruleDefinition, type RuleValue } from './rule-catalogue/index.ts';

/**
 * One dated version of one rule. `bodyId` undefined: the law, the same for every council. `value` undefined: recorded as
 * not known, so that an older value stops counting.
 */
export type RuleVersion = Dated &
  Provenance &
  Readonly<{
    bodyId: string | undefined;
    key: RuleKey;
    version: number;
    value: RuleValue | undefined;
    note: string | undefined;
    /** Why it was corrected; undefined for what was there at the start. */
    reason: string | undefined;
  }>;

/** What is needed to say what a body's rules were on any day: its own versions and the law's. */
export type RulePack = Readonly<{
  bodyId: string;
  kind: BodyKind;
  own: readonly RuleVersion[];
  law: readonly RuleVersion[];
}>;

/** The answer to "what is this body's rule on that day?" */
export type Ruling<Value> =
  | Readonly<{
      standing: 'known';
      value: Value;
      since: IsoDate | undefined;
      source: string;
      certainty: Certainty;
      note: string | undefined;
      /** Whether the body set it or the law did. */
      setBy: 'body' | 'law';
      /** True where the value is unsure or only assumed, and a reader must be told so. */
      checkLocally: boolean;
    }>
  | Readonly<{ standing: 'check-locally' }>
  | Readonly<{ standing: 'does-not-apply'; because: string }>;

/**
 * The rule on the day of an act: the body's own version, otherwise the law's, otherwise check locally. A 2008 decision
 * is judged by 2008's rules; with `knownOn`, by what was recorded of them on that day.
 */
export function ruleOn<Key extends RuleKey>(pack: RulePack, key: Key, asOf: AsOf): Ruling<RuleValue<Key>> {
  const because = whyNot(pack, key, asOf);
  if (because !== undefined) return { standing: 'does-not-apply', because };
  const recorded = recordedRule(pack, key, asOf);
  if (recorded.standing === 'known') return recorded;
  const notThen = whyNotThen(pack, key, asOf);
  return notThen === undefined ? recorded : { standing: 'does-not-apply', because: notThen };
}

function recordedRule<Key extends RuleKey>(pack: RulePack, key: Key, asOf: AsOf): Ruling<RuleValue<Key>> {
  const own = versionOn(historyOf(pack.own, key), asOf);
  const law = isPrincipalCouncil(pack.kind) ? versionOn(historyOf(pack.law, key), asOf) : undefined;
  const found = own ?? law;
  if (found?.value === undefined) return { standing: 'check-locally' };
  return {
    standing: 'known',
    // A version's value was read by its key's own definition, so it has its key's own type.
    value: found.value as RuleValue<Key>,
    since: found.from,
    source: found.source,
    certainty: found.certainty,
    note: found.note,
    setBy: own === undefined ? 'law' : 'body',
    checkLocally: mustCheckLocally(found.certainty),
  };
}

/** Every version of one rule, the one recorded last first, replaced ones too. */
export function historyOf(versions: readonly RuleVersion[], key: RuleKey): readonly RuleVersion[] {
  return versions.filter((version) => version.key === key).sort((a, b) => b.version - a.version);
}

// A rule that cannot bind the body is not "unknown": the page says why there is none.
function whyNot(pack: RulePack, key: RuleKey, asOf: AsOf): string | undefined {
  const { concerns } = ruleDefinition(key);
  if (concerns === 'any') return undefined;
  if (!isPrincipalCouncil(pack.kind)) return 'Only councils have this rule.';
  if (concerns === 'councils') return undefined;
  const regime = recordedRule(pack, 'regime', asOf);
  if (regime.standing !== 'known' || regime.value !== 'committee') return undefined;
  return 'The council is run by committees on this day, so it takes no executive decisions.';
}

// What one set of regulations asks for, the other does not: that is known, and not a thing to ask the council. A body
// that keeps such a rule of its own all the same is shown with it.
function whyNotThen(pack: RulePack, key: RuleKey, asOf: AsOf): string | undefined {
  const { onlyUnder } = ruleDefinition(key);
  if (onlyUnder === undefined) return undefined;
  const regulations = recordedRule(pack, 'law.executiveDecisions', asOf);
  if (regulations.standing !== 'known' || regulations.value === onlyUnder) return undefined;
  const [asks, inForce] = [executiveRegulations[onlyUnder], executiveRegulations[regulations.value]];
  return `Only ${asks} asks for it. On this day ${inForce} governs executive decisions.`;
}

/** Whether readers are told to ask the body itself: no value is known, or the one that is known is not sure. */
export function isToCheck(ruling: Ruling<unknown>): boolean {
  return ruling.standing === 'check-locally' || (ruling.standing === 'known' && ruling.checkLocally);
}
