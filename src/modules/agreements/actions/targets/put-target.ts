import { lockThing, type Sql } from '#platform/db';
import { removeDraft } from '#platform/drafts';
import { may } from '#platform/identity';
import { type Actor, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, type Entry } from '#platform/record';
import { everyBody, placesOn } from '#modules/register';
import { agreementPath, versionOn } from '../../domain/agreement/agreement.ts';
import type { Target, TargetVersion } from '../../domain/target/target.ts';
import { type NewVersion, type VersionFault, versionFaults } from '../../domain/target/version-faults.ts';
import { mayDraftAgreements } from '../../permissions.ts';
import { findAgreement } from '../../store/agreements.ts';
import { findOutcome } from '../../store/frameworks.ts';
import { findSeries } from '../../store/series.ts';
import { insertTarget, insertTargetVersion, listTargets } from '../../store/targets.ts';
import { versionEntry } from './target-entries.ts';

/** A target about to be put, with its first version. */
export type NewTarget = Readonly<{
  agreementId: string;
  outcomeId: string | undefined;
  seriesId: string;
  areaId: string;
  standing: Target['standing'];
  partOf: string | undefined;
  version: NewVersion;
}>;

export type PutTargetFault =
  | 'no-such-agreement'
  | 'not-a-party'
  | 'no-such-series'
  | 'no-such-outcome'
  | 'no-such-area'
  | 'target-twice'
  | 'not-designating'
  | 'too-many-designated'
  | 'no-such-county-target'
  | 'county-target-measured-otherwise'
  | Readonly<{ faults: readonly VersionFault[] }>;
export type PutTargetRefusal = CommonRefusal | PutTargetFault;

/** Who puts, and when. */
export type Putter = Readonly<{ bodyId: string; office: string; now: Date; today: IsoDate }>;

/**
 * Puts a target to the partners it binds. It binds nobody before each of them has consented. Of designated ones there are at most
 * as many as the agreement says (`mostDesignated`); statutory ones do not count towards them.
 */
export async function putTarget(
  services: ActServices,
  actor: Actor | undefined,
  given: NewTarget,
  { draftId, ...options }: ActOptions & Readonly<{ draftId?: string | undefined }> = {},
): Promise<Result<Readonly<{ id: string; number: number }>, PutTargetRefusal>> {
  const allowed = actor === undefined ? undefined : may(actor, mayDraftAgreements, actor.bodyId);
  if (allowed === undefined) return refuse('signed-out');
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  const putter = { bodyId, office: officeTitle, now: services.clock.now(), today: services.clock.today() };
  return act<Readonly<{ id: string; number: number }>, PutTargetRefusal>(
    services,
    allowed.value,
    options,
    async (sql) => {
      const entered = await enterTarget(sql, given, putter);
      if (!entered.ok) return entered;
      if (draftId !== undefined) await removeDraft(sql, draftId);
      const { target, entry } = entered.value;
      return ok({ value: { id: target.id, number: target.number }, entry });
    },
  );
}

/** The same within an act of the caller’s, which keeps the entry. */
export async function enterTarget(
  sql: Sql,
  given: NewTarget,
  { bodyId, office, now, today }: Putter,
): Promise<Result<Readonly<{ target: Target; entry: Entry }>, PutTargetFault>> {
  await lockThing(sql, `${agreementPath({ id: given.agreementId })}/targets`);
  const agreement = await findAgreement(sql, given.agreementId);
  if (agreement === undefined) return refuse('no-such-agreement');
  const stands = versionOn(agreement, today) ?? agreement.versions[0];
  if (agreement.bodyId !== bodyId && !stands.parties.some((party) => party.bodyId === bodyId))
    return refuse('not-a-party');
  const [series, bodies, places, others] = await Promise.all([
    findSeries(sql, given.seriesId),
    everyBody(sql, { on: today }),
    placesOn(sql, { on: today }, [given.areaId]),
    listTargets(sql, { agreementIds: [agreement.id] }),
  ]);
  if (series === undefined) return refuse('no-such-series');
  if (places.length === 0 && !bodies.some(({ id }) => id === given.areaId)) return refuse('no-such-area');
  if (given.outcomeId !== undefined && (await findOutcome(sql, given.outcomeId)) === undefined)
    return refuse('no-such-outcome');
  if (given.partOf !== undefined) {
    const [whole] = await listTargets(sql, { ids: [given.partOf] });
    if (whole === undefined || whole.agreementId !== agreement.partOf) return refuse('no-such-county-target');
    if (whole.seriesId !== given.seriesId) return refuse('county-target-measured-otherwise');
  }
  if (others.some((other) => other.seriesId === given.seriesId && other.areaId === given.areaId))
    return refuse('target-twice');
  const designated = others.filter(({ standing }) => standing === 'designated').length;
  if (given.standing === 'designated') {
    if (agreement.mostDesignated === undefined) return refuse('not-designating');
    if (designated >= agreement.mostDesignated) return refuse('too-many-designated');
  }
  const ended = bodies.filter(({ exists }) => !exists).map(({ id }) => id);
  const faults = versionFaults(given.version, series, { today, before: undefined, ended });
  if (faults.length > 0) return refuse({ faults });

  const number = Math.max(0, ...others.map((other) => other.number)) + 1;
  const version: TargetVersion = { ...given.version, number: 1, putOn: today, putBy: office, byBody: bodyId };
  const target: Target = {
    id: `${agreement.id}/${number}`,
    agreementId: agreement.id,
    outcomeId: given.outcomeId,
    seriesId: given.seriesId,
    areaId: given.areaId,
    standing: given.standing,
    number,
    partOf: given.partOf,
    isIllustrative: agreement.isIllustrative,
    versions: [version],
    answers: [],
  };
  await insertTarget(sql, target, now);
  await insertTargetVersion(sql, target.id, version, now);
  return ok({ target, entry: versionEntry(target, version, series) });
}
