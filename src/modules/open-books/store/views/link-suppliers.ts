import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { quoted } from '#platform/analytics';
import type { Choice } from '../../domain/suppliers/choice.ts';
import { nowAt } from './steps-told.ts';
import type { Writer } from './writer.ts';
import { linkAside, Stopped } from './link-aside.ts';
import { found, linkNamings, noLinks } from './link-namings.ts';
import { type AllView, type BodyView, fileOf, keptLinkingOf } from './view-paths.ts';

/** So few names are done before anybody notices. */
const atOnce = 5000;

/**
 * Finds which payees of all bodies are one supplier: fills the table `linked` (`body`, `local`, `supplier`), and writes the evidence
 * (`links`) and what officers are asked (`suggestions`). Many names are gone through in a process of their own, which reads and
 * writes files: none of them comes into this one. Where that fails nothing is linked: hands back the fault.
 */
export async function linkSuppliers(
  { run, ask, rows, write }: Writer,
  view: AllView,
  choices: readonly Choice[],
): Promise<Error | undefined> {
  nowAt('suppliers');
  const bodies = view.bodies.map(({ bodyId, folder }) => ({ bodyId, folder: resolve(folder) }));
  const folder = `${resolve(view.folder)}.${randomBytes(4).toString('hex')}.linking`;
  mkdirSync(folder, { recursive: true });
  try {
    const fault = await faultOf(async () =>
      (await namesOf({ ask }, bodies)) <= atOnce
        ? linkNamings({ run, ask, rows, folder }, bodies, choices)
        : linkAside({ folder, bodies, choices, keep: keptLinkingOf(view) }),
    );
    if (fault !== undefined) {
      // What else pages open does not hang on it: each payee then stands by itself, and it is said that it does.
      await run('CREATE OR REPLACE TABLE linked (body INTEGER, local INTEGER, supplier VARCHAR)');
      for (const name of [found.links, found.suggestions]) await write(name, noLinks);
      return fault;
    }
    const file = (name: string) => `read_parquet(${quoted(join(folder, `${name}.parquet`))})`;
    const places = bodies.map(({ bodyId }, place) => `(${quoted(bodyId)}, ${place})`).join(', ');
    // A payee may be named in several ways: it is the supplier’s of most payments.
    await run(`CREATE OR REPLACE TABLE linked AS
      SELECT body.place AS body, local, arg_max(supplier, 1000 * payments::BIGINT - length(supplier)) AS supplier
      FROM ${file(found.linked)} AS linked JOIN (VALUES ${places}) AS body (id, place) ON body.id = linked.body_id
      GROUP BY ALL`);
    for (const name of [found.links, found.suggestions])
      await write(name, `SELECT * EXCLUDE (sure, low, high) FROM ${file(name)} ORDER BY place`, 20_000);
    return undefined;
  } finally {
    nowAt('together');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function namesOf(
  { ask }: Pick<Writer, 'ask'>,
  bodies: readonly Pick<BodyView, 'folder'>[],
): Promise<number> {
  const counts = bodies.map((body) => `SELECT count(*) AS names FROM ${fileOf(body, 'namings')}`);
  const [counted] = await ask<{ names: number }>(
    `SELECT sum(names)::INTEGER AS names FROM (${counts.join(' UNION ALL ')})`,
  );
  return counted?.names ?? 0;
}

async function faultOf(work: () => Promise<void>): Promise<Error | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof Stopped) throw error;
    return error instanceof Error ? error : new Error('Suppliers were not found', { cause: error });
  }
}
