import type { Sql } from '#platform/db';
import type { IsoDate, Role } from '#platform/kernel';
import { covers } from '../domain/dated.ts';
import type { Office } from '../domain/office.ts';
import { listOffices, type OfficesOf } from '../store/offices.ts';

/** An office by its title, for lists of another module. */
export type OfficeNamed = Readonly<{
  id: string;
  bodyId: string;
  title: string;
  role: Role | undefined;
}>;

/** These offices by their titles, those that have ended too; an office the register never had is left out. */
export async function officesNamed(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OfficeNamed>> {
  return new Map((await counting(sql, { ids })).map((office) => [office.id, named(office)]));
}

/** The offices that a body has on a day, by title. */
export async function officesOnDay(sql: Sql, bodyId: string, on: IsoDate): Promise<readonly OfficeNamed[]> {
  const offices = (await counting(sql, { bodyId })).filter((office) => covers(office, on));
  return offices.map(named).toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
}

async function counting(sql: Sql, of: OfficesOf): Promise<readonly Office[]> {
  return (await listOffices(sql, of)).filter(({ replacedOn }) => replacedOn === undefined);
}

const named = ({ id, bodyId, title, role }: Office): OfficeNamed => ({ id, bodyId, title, role });
