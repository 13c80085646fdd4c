import { join } from 'node:path';
import { quoted, type Workshop } from '#platform/analytics';
import type { Choice } from '../../domain/suppliers/choices.ts';
import type { PayeeRecord } from '../../domain/suppliers/records.ts';
import { resolveSuppliers } from '../../domain/suppliers/resolve.ts';
import type { Link } from '../../domain/suppliers/suppliers.ts';
import { type BodyView, fileOf } from './view-paths.ts';

/** A name of a payee at a body, as `namings` keep it. */
type Naming = Readonly<{
  local: number;
  name: string;
  company: string | null;
  charity: string | null;
  vat: string | null;
  payments: number;
}>;

/** Where names are read, and what was found is written. */
type Linking = Pick<Workshop, 'run' | 'ask' | 'rows'> & Readonly<{ folder: string }>;

/** So many are read at once: rows as they are handed over take several times the room of the records made of them. */
const readTogether = 50_000;

/**
 * Finds which payees of all bodies are one supplier, and writes three files into the folder: `linked` (`body`, `local`, `supplier`, `payments`, a row
 * for each naming), the evidence (`links`) and what officers are asked (`suggestions`).
 */
export async function linkNamings(
  linking: Linking,
  bodies: readonly Pick<BodyView, 'bodyId' | 'folder'>[],
  choices: readonly Choice[],
): Promise<void> {
  const records: PayeeRecord[] = [];
  const bodyOf: number[] = [];
  const localOf: number[] = [];
  for (const [body, view] of bodies.entries())
    for await (const { local, name, company, charity, vat, payments } of namingsOf(linking, view)) {
      records.push({
        body: view.bodyId,
        name,
        payments,
        company: company ?? undefined,
        charity: charity ?? undefined,
        vat: vat ?? undefined,
      });
      bodyOf.push(body);
      localOf.push(local);
    }
  const { suppliers, supplierOf, links, suggestions } = resolveSuppliers(records, choices);

  const linked = linking.rows([
    { name: 'body', type: 'INTEGER' },
    { name: 'local', type: 'INTEGER' },
    { name: 'supplier', type: 'VARCHAR' },
    { name: 'payments', type: 'INTEGER' },
  ]);
  for (const [at, { payments }] of records.entries()) {
    const supplier = suppliers[supplierOf[at] ?? -1];
    if (supplier !== undefined) linked.add([bodyOf[at] ?? 0, localOf[at] ?? 0, supplier.id, payments]);
  }
  linked.end();
  await write(linking, 'linked', linked.table);
  linked.remove();
  await writeLinks(linking, 'links', links);
  await writeLinks(linking, 'suggestions', suggestions);
}

/** The namings of a body in their order, a part of them at a time. */
async function* namingsOf({ ask }: Linking, body: Pick<BodyView, 'folder'>): AsyncGenerator<Naming> {
  for (let from = 0; ; from += readTogether) {
    const part = await ask<Naming>(
      `SELECT rank AS local, name, company_number AS company, charity_number AS charity, vat_number AS vat, payments
       FROM ${fileOf(body, 'namings', { withPlaces: true })}
       WHERE file_row_number >= ${from} AND file_row_number < ${from + readTogether} ORDER BY file_row_number`,
    );
    yield* part;
    if (part.length < readTogether) return;
  }
}

async function writeLinks(linking: Linking, file: string, links: readonly Link[]): Promise<void> {
  const table = linking.rows([
    { name: 'place', type: 'INTEGER' },
    { name: 'one', type: 'VARCHAR' },
    { name: 'one_name', type: 'VARCHAR' },
    { name: 'one_body', type: 'VARCHAR' },
    { name: 'other', type: 'VARCHAR' },
    { name: 'other_name', type: 'VARCHAR' },
    { name: 'other_body', type: 'VARCHAR' },
    { name: 'evidence', type: 'VARCHAR' },
    { name: 'percent', type: 'INTEGER' },
  ]);
  for (const [place, { one, other, evidence, confidence }] of links.entries())
    table.add([
      place,
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
  await write(linking, file, table.table);
  table.remove();
}

const write = ({ run, folder }: Linking, file: string, table: string): Promise<void> =>
  run(`COPY (SELECT * FROM ${table}) TO ${quoted(join(folder, `${file}.parquet`))} (FORMAT parquet)`);
