import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { Certainty } from './certainty.ts';
import { covers, versionOn } from './dated.ts';
import type { RuleKey, RuleValue } from './rule-catalogue/index.ts';
import type { RulePack, RuleVersion } from './rules.ts';

export type RuleCorrection = Readonly<{
  key: RuleKey;
  /** Undefined: not known from that day on. */
  value: RuleValue | undefined;
  from: IsoDate | undefined;
  until: IsoDate | undefined;
  source: string;
  certainty: Certainty;
  reason: string;
  /** The version it puts right; undefined when it is a new rule from its own day. */
  replaces: number | undefined;
}>;

export type RuleCorrectionRefusal =
  | 'source-missing'
  | 'source-too-long'
  | 'reason-missing'
  | 'reason-too-long'
  | 'ends-before-it-begins'
  | 'no-such-version'
  | 'version-already-replaced'
  | 'nothing-changed';

const words = { source: 300, reason: 1000 } as const;

/**
 * Whether a correction may be published: it says where it is known from and why it was made, it puts right a version
 * that still counts, and it changes something.
 */
export function acceptRuleCorrection(
  correction: RuleCorrection,
  history: readonly RuleVersion[],
): Result<RuleCorrection, RuleCorrectionRefusal> {
  const source = correction.source.trim();
  const reason = correction.reason.trim();
  if (source === '') return refuse('source-missing');
  if (source.length > words.source) return refuse('source-too-long');
  if (reason === '') return refuse('reason-missing');
  if (reason.length > words.reason) return refuse('reason-too-long');
  const { from, until, replaces } = correction;
  if (from !== undefined && until !== undefined && until <= from) return refuse('ends-before-it-begins');
  const replaced = history.find(({ version }) => version === replaces);
  if (replaces !== undefined && replaced === undefined) return refuse('no-such-version');
  if (replaced?.replacedOn !== undefined) return refuse('version-already-replaced');
  const standing = replaced ?? standingAt(history, from);
  if (standing !== undefined && sameRule(standing, { ...correction, source }))
    return refuse('nothing-changed');
  return ok({ ...correction, source, reason });
}

function standingAt(history: readonly RuleVersion[], from: IsoDate | undefined): RuleVersion | undefined {
  const current = history.filter(({ replacedOn }) => replacedOn === undefined);
  if (from === undefined) return current.find((version) => version.from === undefined);
  return versionOn(
    current.filter((version) => covers(version, from)),
    { on: from },
  );
}

function sameRule(version: RuleVersion, next: RuleCorrection): boolean {
  const text = (value: RuleValue | undefined): string =>
    JSON.stringify(typeof value === 'bigint' ? String(value) : (value ?? null));
  return (
    text(version.value) === text(next.value) &&
    version.from === next.from &&
    version.until === next.until &&
    version.source === next.source &&
    version.certainty === next.certainty
  );
}

/** A body's rules as they will stand once the correction, recorded on `today`, is published. */
export function corrected(pack: RulePack, correction: RuleCorrection, today: IsoDate): RulePack {
  const { replaces, ...next } = correction;
  const history = pack.own.filter(({ key }) => key === next.key);
  const kept = pack.own.filter(({ key, version }) => key !== next.key || version !== replaces);
  const version = Math.max(0, ...history.map((each) => each.version)) + 1;
  const added: RuleVersion = {
    ...next,
    bodyId: pack.bodyId,
    version,
    note: undefined,
    recordedOn: today,
    replacedOn: undefined,
  };
  return { ...pack, own: [...kept, added] };
}
