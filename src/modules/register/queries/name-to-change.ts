import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Body, BodyName } from '../domain/body.ts';
import { endOf } from '../domain/succession.ts';
import { findBody, listNames } from '../store/bodies.ts';
import { listSuccessions } from '../store/successions.ts';

/** What is needed to record a new name of a body and to say what follows from it. */
export type NameToChange = Readonly<{
  body: Body;
  /** The first day on which it no longer exists, where one is recorded. */
  ended: IsoDate | undefined;
  /** Every name of every body: a new one must not be taken. */
  names: readonly BodyName[];
}>;

/** Reads what the form that renames a body works on; undefined where the register never had it. */
export async function nameToChange(sql: Sql, bodyId: string): Promise<NameToChange | undefined> {
  const body = await findBody(sql, bodyId);
  if (body === undefined) return undefined;
  return { body, ended: endOf(bodyId, await listSuccessions(sql)), names: await listNames(sql) };
}
