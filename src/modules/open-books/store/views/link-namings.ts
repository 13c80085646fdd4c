import { linkSync } from 'node:fs';
import { join } from 'node:path';
import { quoted, type Workshop } from '#platform/analytics';
import { type BodyNamings, resolveChanged } from '../../domain/suppliers/changed-names.ts';
import type { Choice } from '../../domain/suppliers/choice.ts';
import {
  gatherNamings,
  type KeptNames,
  type Naming,
  resolveAndKeep,
} from '../../domain/suppliers/kept-names.ts';
import type { Resolution } from '../../domain/suppliers/resolve.ts';
import type { Link } from '../../domain/suppliers/suppliers.ts';
import { type Beginning, keepLinking, readKept } from './kept-linking.ts';
import { type BodyView, fileOf } from './view-paths.ts';

/** A name of a payee at a body, as `namings` keep it. */
type NamingRow = Readonly<{
  local: number;
  name: string;
  company: string;
  charity: string;
  vat: string;
  payments: number;
}>;

/** Where names are read, and what was found is written. */
export type Linking = Pick<Workshop, 'run' | 'ask' | 'rows'> & Readonly<{ folder: string }>;

type Body = Pick<BodyView, 'bodyId' | 'folder'>;

/** So many are read at once: rows as they are handed over take several times the room of the records made of them. */
const readTogether = 50_000;

/** What is found: three files, of which `suggestions` is what officers are asked. */
export const found = { linked: 'linked', links: 'links', suggestions: 'suggestions' } as const;
const inFolder = (folder: string, file: string): string => join(folder, `${file}.parquet`);

/**
 * Finds which payees of all bodies are one supplier, and writes three files into the folder: `linked` (`body_id`, `local`, `supplier`, `payments`,
 * a row for each naming), the evidence (`links`) and what officers are asked (`suggestions`).
 *
 * @param begun what was found before of most of these names: the answer is the same without, and takes longer.
 * @param keep the folder in which it is kept what the next finding may begin with; nothing is where it is left out.
 */
export async function linkNamings(
  linking: Linking,
  bodies: readonly Body[],
  choices: readonly Choice[],
  { begun, keep }: Readonly<{ begun?: Beginning | undefined; keep?: string }> = {},
): Promise<void> {
  const anew = bodies.filter(({ bodyId }) => begun === undefined || begun.changed.has(bodyId));
  const changes =
    begun === undefined
      ? await fromNothing(linking, bodies, choices)
      : resolveChanged(readKept(begun), await changedSince(linking, anew, begun.gone), choices);
  const { kept, resolution } = changes;
  await writeLinked(linking, begun?.folder, changes, [
    ...(begun?.gone ?? []),
    ...anew.map(({ bodyId }) => bodyId),
  ]);
  await writeLinks(linking, found.links, resolution.links, begun?.folder, changes.decided);
  await writeLinks(linking, found.suggestions, resolution.suggestions, begun?.folder, changes.decided);
  if (keep !== undefined)
    keepLinking(keep, bodies, kept, (into) => {
      for (const file of Object.values(found)) linkSync(inFolder(linking.folder, file), inFolder(into, file));
    });
}

type Found = Readonly<{
  kept: KeptNames;
  resolution: Resolution;
  told: Iterable<number>;
  decided: ReadonlySet<string>;
}>;

async function fromNothing(
  linking: Linking,
  bodies: readonly Body[],
  choices: readonly Choice[],
): Promise<Found> {
  const counts = bodies.map((body) => `SELECT count(*) AS namings FROM ${fileOf(body, 'namings')}`);
  const [counted] =
    bodies.length === 0
      ? []
      : await linking.ask<{ namings: number }>(
          `SELECT sum(namings)::INTEGER AS namings FROM (${counts.join(' UNION ALL ')})`,
        );
  const gathering = gatherNamings(counted?.namings ?? 0);
  for (const body of bodies)
    for await (const some of namingsOf(linking, body))
      for (const { local: place, ...naming } of some) gathering.add({ ...naming, place, body: body.bodyId });
  const { kept, resolution } = resolveAndKeep(gathering.all(), choices);
  return { kept, resolution, told: kept.namings.body.keys(), decided: new Set() };
}

async function changedSince(
  linking: Linking,
  anew: readonly Body[],
  gone: readonly string[],
): Promise<readonly BodyNamings[]> {
  const read: BodyNamings[] = gone.map((body) => ({ body, namings: [] }));
  for (const body of anew) {
    const namings: Omit<Naming, 'body'>[] = [];
    for await (const some of namingsOf(linking, body))
      for (const { local: place, ...naming } of some) namings.push({ ...naming, place });
    read.push({ body: body.bodyId, namings });
  }
  return read;
}

/** The namings of a body in their order, read a part of them at a time. */
async function* namingsOf({ ask }: Linking, body: Body): AsyncGenerator<readonly NamingRow[]> {
  for (let from = 0; ; from += readTogether) {
    const part = await ask<NamingRow>(
      `SELECT rank AS local, name, coalesce(company_number, '') AS company, coalesce(charity_number, '') AS charity,
         coalesce(vat_number, '') AS vat, payments
       FROM ${fileOf(body, 'namings', { withPlaces: true })}
       WHERE file_row_number >= ${from} AND file_row_number < ${from + readTogether} ORDER BY file_row_number`,
    );
    yield part;
    if (part.length < readTogether) return;
  }
}

/** Of each naming the supplier: what was told before, but for bodies that are others now and for what is told again. */
async function writeLinked(
  { run, rows, folder }: Linking,
  before: string | undefined,
  { kept: { bodies, namings }, told }: Found,
  changed: readonly string[],
): Promise<void> {
  const linked = rows([
    { name: 'body_id', type: 'VARCHAR' },
    { name: 'local', type: 'INTEGER' },
    { name: 'supplier', type: 'VARCHAR' },
    { name: 'payments', type: 'INTEGER' },
  ]);
  for (const at of told) {
    const supplier = namings.supplier[at] ?? '';
    if (supplier !== '')
      linked.add([
        bodies[namings.body[at] ?? 0] ?? '',
        namings.place[at] ?? 0,
        supplier,
        namings.payments[at] ?? 0,
      ]);
  }
  linked.end();
  await run(`CREATE OR REPLACE TABLE linked_now AS SELECT * FROM ${linked.table}`);
  linked.remove();
  const stays =
    before === undefined
      ? ''
      : `UNION ALL SELECT * FROM read_parquet(${quoted(inFolder(before, found.linked))})
         ANTI JOIN linked_now USING (body_id, local) WHERE body_id NOT IN (${['', ...changed].map(quoted).join(', ')})`;
  await run(
    `COPY (SELECT * FROM linked_now ${stays}) TO ${quoted(inFolder(folder, found.linked))} (FORMAT parquet)`,
  );
  await run('DROP TABLE linked_now');
}

const linkColumns = [
  { name: 'sure', type: 'DOUBLE' },
  { name: 'low', type: 'BIGINT' },
  { name: 'high', type: 'BIGINT' },
  { name: 'one', type: 'VARCHAR' },
  { name: 'one_name', type: 'VARCHAR' },
  { name: 'one_body', type: 'VARCHAR' },
  { name: 'other', type: 'VARCHAR' },
  { name: 'other_name', type: 'VARCHAR' },
  { name: 'other_body', type: 'VARCHAR' },
  { name: 'evidence', type: 'VARCHAR' },
  { name: 'percent', type: 'INTEGER' },
] as const;

/** Files of links and of suggestions where there are none. */
export const noLinks = `SELECT NULL::INTEGER AS place, ${linkColumns
  .filter(({ name }) => !['sure', 'low', 'high'].includes(name))
  .map(({ name, type }) => `NULL::${type} AS ${name}`)
  .join(', ')} WHERE false`;

/** Links, the surest first: those that were told before, but for those of names that were decided anew. */
async function writeLinks(
  { run, rows, folder }: Linking,
  file: string,
  links: readonly Link[],
  before: string | undefined,
  decided: ReadonlySet<string>,
): Promise<void> {
  const table = rows(linkColumns);
  for (const { one, other, evidence, confidence, low, high } of links)
    table.add([
      confidence,
      low,
      high,
      one.key,
      one.name,
      one.body ?? '',
      other.key,
      other.name,
      other.body ?? '',
      evidence,
      Math.round(confidence * 100),
    ]);
  table.end();
  const again = rows([{ name: 'key', type: 'VARCHAR' }]);
  for (const key of decided) again.add([key]);
  again.end();
  const stays =
    before === undefined
      ? ''
      : `UNION ALL SELECT * EXCLUDE (place) FROM read_parquet(${quoted(inFolder(before, file))})
         ANTI JOIN ${again.table} AS again ON again.key = one`;
  await run(`COPY (SELECT (row_number() OVER (ORDER BY sure DESC, low, high, evidence))::INTEGER AS place, *
    FROM (SELECT * FROM ${table.table} ${stays})) TO ${quoted(inFolder(folder, file))} (FORMAT parquet)`);
  table.remove();
  again.remove();
}
