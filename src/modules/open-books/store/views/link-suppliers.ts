import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { quoted } from '#platform/analytics';
import type { Choice } from '../../domain/suppliers/choice.ts';
import { nowAt } from './steps-told.ts';
import type { Writer } from './writer.ts';
import { linkAside } from './link-aside.ts';
import { found, linkNamings } from './link-namings.ts';
import { type AllView, fileOf, keptLinkingOf } from './view-paths.ts';

/** So few names are done before anybody notices. */
const atOnce = 5000;

/**
 * Finds which payees of all bodies are one supplier: fills the table `linked` (`body`, `local`, `supplier`), and writes the evidence
 * (`links`) and what officers are asked (`suggestions`). Many names are gone through in a process of their own, which reads and
 * writes files: none of them comes into this one.
 */
export async function linkSuppliers(
  { run, ask, rows, write }: Writer,
  view: AllView,
  choices: readonly Choice[],
): Promise<void> {
  nowAt('suppliers');
  const bodies = view.bodies.map(({ bodyId, folder }) => ({ bodyId, folder: resolve(folder) }));
  const counts = bodies.map((body) => `SELECT count(*) AS names FROM ${fileOf(body, 'namings')}`);
  const [counted] = await ask<{ names: number }>(
    `SELECT sum(names)::INTEGER AS names FROM (${counts.join(' UNION ALL ')})`,
  );
  const folder = `${resolve(view.folder)}.${randomBytes(4).toString('hex')}.linking`;
  mkdirSync(folder, { recursive: true });
  try {
    if ((counted?.names ?? 0) <= atOnce) await linkNamings({ run, ask, rows, folder }, bodies, choices);
    else await linkAside({ folder, bodies, choices, keep: keptLinkingOf(view) });
    const file = (name: string) => `read_parquet(${quoted(join(folder, `${name}.parquet`))})`;
    const places = bodies.map(({ bodyId }, place) => `(${quoted(bodyId)}, ${place})`).join(', ');
    // A payee may be named in several ways: it is the supplier’s of most payments.
    await run(`CREATE OR REPLACE TABLE linked AS
      SELECT body.place AS body, local, arg_max(supplier, 1000 * payments::BIGINT - length(supplier)) AS supplier
      FROM ${file(found.linked)} AS linked JOIN (VALUES ${places}) AS body (id, place) ON body.id = linked.body_id
      GROUP BY ALL`);
    for (const name of [found.links, found.suggestions])
      await write(name, `SELECT * EXCLUDE (sure, low, high) FROM ${file(name)} ORDER BY place`, 20_000);
    nowAt('together');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
