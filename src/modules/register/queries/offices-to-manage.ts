import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Lifespan, Office } from '../domain/office.ts';
import { everyBody, type BodyLine } from './bodies.ts';
import { activeOffices, type OfficeLine, officesPage } from './offices.ts';

/** What an officer who keeps a body's offices chooses from and is judged by. */
export type OfficesToManage = Readonly<{
  /** Every office the body has, had or will have, those that exist on the day first, by title. */
  lines: readonly OfficeLine[];
  /** The versions that count now. */
  offices: readonly Office[];
  life: Lifespan;
  /** Offices of any body that may hold a seat in another, and the bodies it may be held for. */
  holders: readonly Readonly<{ officeId: string; title: string }>[];
  bodies: readonly BodyLine[];
}>;

/** Reads the room in which a body’s offices are kept; undefined where the register never had the body. */
export async function officesToManage(
  sql: Sql,
  bodyId: string,
  on: IsoDate,
): Promise<OfficesToManage | undefined> {
  const found = await officesPage(sql, bodyId, { on });
  if (found === undefined) return undefined;
  const lines = [...found.offices, ...found.otherOffices];
  const { founded, ended } = found.body;
  const active = await activeOffices(sql, on);
  return {
    lines,
    offices: lines.map(({ office }) => office),
    life: { founded, ended },
    holders: active
      .map(({ office, body }) => ({ officeId: office.id, title: `${body.name}: ${office.title}` }))
      .sort((a, b) => a.title.localeCompare(b.title, 'en')),
    bodies: (await everyBody(sql, { on })).filter(({ exists }) => exists),
  };
}
