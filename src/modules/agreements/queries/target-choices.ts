import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { versionOn } from '../domain/agreement/agreement.ts';
import type { Agreement, AgreementVersion } from '../domain/agreement/agreement.ts';
import type { Outcome } from '../domain/framework/framework.ts';
import type { Series } from '../domain/series/series.ts';
import { findAgreement, findAgreements } from '../store/agreements.ts';
import { listOutcomes } from '../store/frameworks.ts';
import { listSeries } from '../store/series.ts';
import { listTargets } from '../store/targets.ts';
import type { Target } from '../domain/target/target.ts';
import { type Names, namesOn } from './progress/names.ts';

type Option = Readonly<{ id: string; name: string }>;

/** What a target of an agreement can be chosen from. */
export type TargetChoices = Readonly<{
  agreement: Agreement;
  version: AgreementVersion;
  outcomes: readonly Outcome[];
  /** Those that no other has replaced. */
  series: readonly Series[];
  areas: readonly Option[];
  /** Of a chapter of a district: the targets of the whole agreement, of which its own can be part. */
  wholes: readonly Target[];
  /** Who can be bound: every body that exists on the day, the parties of the agreement first. */
  bodies: readonly Option[];
  names: Names;
}>;

/** The choices for an agreement; undefined where there is none. */
export async function targetChoices(
  sql: Sql,
  agreementId: string,
  on: IsoDate,
): Promise<TargetChoices | undefined> {
  const agreement = await findAgreement(sql, agreementId);
  if (agreement === undefined) return undefined;
  const version = versionOn(agreement, on) ?? agreement.versions[0];
  const [outcomes, series, names, wholes] = await Promise.all([
    version.frameworkId === undefined ? [] : listOutcomes(sql, { frameworkIds: [version.frameworkId] }),
    listSeries(sql),
    namesOn(sql, on),
    agreement.partOf === undefined ? [] : listTargets(sql, { agreementIds: [agreement.partOf] }),
  ]);
  const replaced = new Set(series.map(({ replaces }) => replaces));
  const parties = new Set([agreement.bodyId, ...version.parties.map(({ bodyId }) => bodyId)]);
  const living = names.bodies.filter(({ exists }) => exists);
  const placeIds = new Set(names.places.map(({ id }) => id));
  return {
    agreement,
    version,
    outcomes:
      version.outcomeIds.length === 0
        ? outcomes
        : outcomes.filter(({ id }) => version.outcomeIds.includes(id)),
    series: series.filter(({ id }) => !replaced.has(id)),
    areas: [
      ...names.places.map(({ id, name }) => ({ id, name })),
      ...living.filter(({ id }) => !placeIds.has(id)).map(({ id, name }) => ({ id, name })),
    ],
    bodies: [...living.filter(({ id }) => parties.has(id)), ...living.filter(({ id }) => !parties.has(id))],
    wholes,
    names,
  };
}

/** The agreements to which a body may put a target: those it keeps or is party to. */
export async function agreementsOf(
  sql: Sql,
  bodyId: string,
  on: IsoDate,
): Promise<readonly Readonly<{ agreement: Agreement; title: string }>[]> {
  const found = await findAgreements(sql, { bodyId });
  return found.map((agreement) => ({
    agreement,
    title: (versionOn(agreement, on) ?? agreement.versions[0]).title,
  }));
}
