import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Body } from '../domain/body.ts';
import { firstOffices } from '../domain/first-offices.ts';
import { insertBodies, insertNames } from './bodies.ts';
import { insertOffices } from './offices.ts';

/** A body that is new to the register; `from` is its first day, undefined where it is not known. */
export type Founded = Readonly<{ body: Body; name: string; from: IsoDate | undefined }>;

/** A new body starts with its name and its first offices, so that somebody can act for it and add the others. */
export async function insertFounded(
  sql: Sql,
  founded: readonly Founded[],
  recordedOn: IsoDate,
): Promise<void> {
  await insertBodies(
    sql,
    founded.map(({ body }) => body),
    recordedOn,
  );
  await insertNames(
    sql,
    founded.map(({ body: { id, source, certainty }, name, from }) => ({
      bodyId: id,
      name,
      usage: 'official',
      from,
      until: undefined,
      source,
      certainty,
    })),
    recordedOn,
  );
  await insertOffices(
    sql,
    founded.flatMap(({ body: { id, kind, source, certainty }, from }) =>
      firstOffices(kind).map((office) => ({
        id: `${id}.${office.slug}`,
        bodyId: id,
        version: 1,
        title: office.title,
        role: office.role,
        voting: false,
        reason: '',
        from,
        until: undefined,
        source: office.source ?? source,
        certainty: office.source === undefined ? certainty : 'confident',
      })),
    ),
    recordedOn,
  );
}
