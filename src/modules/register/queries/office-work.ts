import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Closure } from '../domain/closure.ts';
import { closuresToManage } from './closures-to-manage.ts';
import { draftsKept, type RuleDraft } from './drafts-kept.ts';
import { officesPage } from './offices.ts';
import { rulesPage } from './rules-page.ts';

/** What of a body's register may need somebody now. Ask as the body: its drafts are its own. */
export type OfficeWork = Readonly<{
  drafts: readonly RuleDraft[];
  /** Rules that readers are told to check with the body. */
  rulesToCheck: number;
  /** Offices of which it is not recorded who holds them. */
  officesNotHeld: number;
  closures: readonly Closure[];
}>;

/** Counts what may need somebody of the body on the day. */
export async function officeWork(sql: Sql, bodyId: string, today: IsoDate): Promise<OfficeWork> {
  const offices = (await officesPage(sql, bodyId, { on: today }))?.offices ?? [];
  return {
    drafts: await draftsKept(sql, bodyId),
    rulesToCheck: (await rulesPage(sql, bodyId, { on: today }))?.toCheck ?? 0,
    officesNotHeld: offices.filter(({ heldBy }) => heldBy === undefined).length,
    closures: await closuresToManage(sql, bodyId),
  };
}
