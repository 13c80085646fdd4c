import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { BodyDetails } from '../domain/body-details.ts';
import { versionOn } from '../domain/dated.ts';
import { listDetails } from '../store/body-details.ts';

/** A body's details on a day, for the form that edits them. */
export type DetailsToEdit = Readonly<{
  current: BodyDetails | undefined;
  /** What was published last, whatever day it is true from. */
  latest: BodyDetails | undefined;
  /** The latest version there is; 0 where there is none. The form hands it back, so that a stale edit is noticed. */
  seen: number;
}>;

/** Reads what the form that edits a body’s details begins with. */
export async function detailsToEdit(sql: Sql, bodyId: string, on: IsoDate): Promise<DetailsToEdit> {
  const history = await listDetails(sql, [bodyId]);
  const [latest] = history;
  return { current: versionOn(history, { on }), latest, seen: latest?.version ?? 0 };
}
