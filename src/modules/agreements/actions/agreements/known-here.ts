import type { Sql } from '#platform/db';
import { findDraft, isOf, removeDraft } from '#platform/drafts';
import { londonDate, ok, refuse, type Result } from '#platform/kernel';
import { everyBody, placesOn, successorsOf } from '#modules/register';
import type { Known, NewBelonging, NewVersion } from '../../domain/agreement/accept-agreement.ts';
import type { Agreement } from '../../domain/agreement/agreement.ts';
import { agreementDraftKind } from '../../domain/agreement/draft-kind.ts';
import { findAgreement } from '../../store/agreements.ts';
import { findFramework, listOutcomes } from '../../store/frameworks.ts';

/** The draft that was looked over: it must still stand as it was. */
export type DraftSeen = Readonly<{ id: string; version: number }>;

/** What a version names, as the register and this module know it today. */
export type KnownHere = Known & Readonly<{ places: readonly string[]; nameOf: (id: string) => string }>;

export async function knownTo(
  sql: Sql,
  version: NewVersion,
  belongs: NewBelonging,
  now: Date,
): Promise<KnownHere> {
  const on = londonDate(now);
  const { frameworkId } = version;
  const [lines, places, framework, outcomes, renews, partOf] = await Promise.all([
    everyBody(sql, { on }),
    placesOn(sql, { on }),
    frameworkId === undefined ? undefined : findFramework(sql, frameworkId),
    frameworkId === undefined ? [] : listOutcomes(sql, { frameworkIds: [frameworkId] }),
    belongs.renews === undefined ? undefined : findAgreement(sql, belongs.renews),
    belongs.partOf === undefined ? undefined : findAgreement(sql, belongs.partOf),
  ]);
  const bodies = new Map(lines.map((line) => [line.id, line]));
  const ids = places.map(({ id }) => id);
  return {
    bodies,
    outcomes: framework === undefined ? undefined : new Set(outcomes.map(({ id }) => id)),
    renews,
    partOf,
    isPlace: belongs.placeId !== undefined && ids.includes(belongs.placeId),
    places: ids,
    nameOf: (id) => bodies.get(id)?.name ?? id,
  };
}

/** Whether a body keeps the agreement, or stands in the place of the one that did. */
export async function keeps(
  sql: Sql,
  { bodyId: keeper }: Pick<Agreement, 'bodyId'>,
  bodyId: string,
  now: Date,
): Promise<boolean> {
  if (keeper === bodyId) return true;
  return (await successorsOf(sql, keeper, londonDate(now))).some(({ id }) => id === bodyId);
}

/** The draft goes with the version it has become, unless somebody has changed it since it was looked over. */
export async function useDraft(
  sql: Sql,
  bodyId: string,
  seen: DraftSeen | undefined,
): Promise<Result<void, 'draft-gone' | 'draft-changed'>> {
  if (seen === undefined) return ok();
  const draft = await findDraft(sql, seen.id, { lock: true });
  if (!isOf(draft, { kind: agreementDraftKind, bodyId })) return refuse('draft-gone');
  if (draft.version !== seen.version) return refuse('draft-changed');
  await removeDraft(sql, seen.id);
  return ok();
}
