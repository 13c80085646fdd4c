import { lockThing, type Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, type Entry } from '#platform/record';
import { groundDecisions } from '#modules/governance';
import { everyBody } from '#modules/register';
import { versionOn } from '../../domain/agreement/agreement.ts';
import { type NotYet, whyNotYet } from '../../domain/target/may-change.ts';
import { type Target, targetPath, type TargetVersion } from '../../domain/target/target.ts';
import { type NewVersion, type VersionFault, versionFaults } from '../../domain/target/version-faults.ts';
import { mayDraftAgreements } from '../../permissions.ts';
import { changeRules } from '../../queries/change-rules.ts';
import { findAgreement } from '../../store/agreements.ts';
import { findSeries } from '../../store/series.ts';
import { findTarget, insertTargetVersion } from '../../store/targets.ts';
import type { Putter } from './put-target.ts';
import { versionEntry } from './target-entries.ts';

export type Amendment = Readonly<{
  targetId: string;
  version: NewVersion;
  /** By which a designated target is changed: a decision, by its address, or the day of a refresh; empty for others. */
  revision: string;
  /** How many versions the officer saw. */
  seen: number;
}>;

export type AmendFault =
  | 'no-such-target'
  | 'not-a-party'
  | NotYet
  | Readonly<{ faults: readonly VersionFault[] }>
  | Stale<Target>;
export type AmendTargetRefusal = CommonRefusal | AmendFault;

/** Puts another version of a target, with its reason. It takes the place of the one in force once every partner it binds consents afresh. */
export async function amendTarget(
  services: ActServices,
  actor: Actor | undefined,
  given: Amendment,
  options: ActOptions = {},
): Promise<Result<Readonly<{ version: number }>, AmendTargetRefusal>> {
  if (actor === undefined) return refuse('signed-out');
  const allowed = may(actor, mayDraftAgreements, actor.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  const putter = { bodyId, office: officeTitle, now: services.clock.now(), today: services.clock.today() };
  return act<Readonly<{ version: number }>, AmendTargetRefusal>(
    services,
    allowed.value,
    options,
    async (sql) => {
      const entered = await enterAmendment(sql, given, putter);
      if (!entered.ok) return entered;
      return ok({ value: { version: entered.value.version.number }, entry: entered.value.entry });
    },
  );
}

/** The same within an act of the caller’s, which keeps the entry. */
export async function enterAmendment(
  sql: Sql,
  { targetId, version: given, revision, seen }: Amendment,
  { bodyId, office, now, today }: Putter,
): Promise<Result<Readonly<{ version: TargetVersion; entry: Entry }>, AmendFault>> {
  const before = await findTarget(sql, targetId);
  if (before === undefined) return refuse('no-such-target');
  await lockThing(sql, targetPath(before));
  const decisionId = revision.replace(/^.*\/decisions\//, '');
  const [target, agreement, series, bodies, decisions] = await Promise.all([
    findTarget(sql, targetId),
    findAgreement(sql, before.agreementId),
    findSeries(sql, before.seriesId),
    everyBody(sql, { on: today }),
    revision === '' ? undefined : groundDecisions(sql, [decisionId], now),
  ]);
  const last = target?.versions.at(-1);
  if (target === undefined || agreement === undefined || series === undefined || last === undefined)
    return refuse('no-such-target');
  const stands = versionOn(agreement, today) ?? agreement.versions[0];
  const isParty = agreement.bodyId === bodyId || stands.parties.some((party) => party.bodyId === bodyId);
  if (!isParty && !last.partners.includes(bodyId)) return refuse('not-a-party');
  if (target.versions.length !== seen) return refuse({ stale: target });
  const notYet = whyNotYet(agreement, target, {
    on: today,
    revision: { name: revision, decision: decisions?.get(decisionId) },
    rules: changeRules(),
  });
  if (notYet !== undefined) return refuse(notYet);
  const ended = bodies.filter(({ exists }) => !exists).map(({ id }) => id);
  const faults = versionFaults(given, series, { today, before: last, ended });
  if (faults.length > 0) return refuse({ faults });

  const version: TargetVersion = {
    ...given,
    source: revision === '' ? given.source : `${given.source}. Revision proposal: ${revision}`,
    number: last.number + 1,
    putOn: today,
    putBy: office,
    byBody: bodyId,
  };
  await insertTargetVersion(sql, target.id, version, now);
  return ok({ version, entry: versionEntry(target, version, series) });
}
