import type { Choice } from '../../domain/suppliers/choices.ts';
import type { PayeeRecord } from '../../domain/suppliers/records.ts';
import type { Link } from '../../domain/suppliers/suppliers.ts';
import type { Writer } from './build-body.ts';
import { resolveAside } from './resolve-aside.ts';
import { type AllView, fileOf } from './view-paths.ts';

/** A name of a payee at a body, as `namings` keep it. */
type Naming = Readonly<{
  body: number;
  local: number;
  name: string;
  company_number: string | null;
  charity_number: string | null;
  vat_number: string | null;
  payments: number;
  pence: bigint;
}>;

/**
 * Finds which payees of all bodies are one supplier: fills the table `linked` (`body`, `local`, `supplier`), and writes the evidence
 * (`links`) and what officers are asked (`suggestions`).
 */
export async function linkSuppliers(
  { run, ask, rows, write }: Writer,
  { bodies }: AllView,
  choices: readonly Choice[],
): Promise<void> {
  const namings = bodies.map(
    (
      body,
      at,
    ) => `SELECT ${at}::INTEGER AS body, rank AS local, name, company_number, charity_number, vat_number, payments, pence
      FROM ${fileOf(body, 'namings')}`,
  );
  const named = await ask<Naming>(
    `SELECT * FROM (${namings.join(' UNION ALL ')}) ORDER BY body, local, name`,
  );
  const records = named.map((naming): PayeeRecord => ({
    body: bodies[naming.body]?.bodyId ?? '',
    name: naming.name,
    payments: naming.payments,
    pence: naming.pence,
    company: naming.company_number ?? undefined,
    charity: naming.charity_number ?? undefined,
    vat: naming.vat_number ?? undefined,
  }));
  const { suppliers, supplierOf, links, suggestions } = await resolveAside(records, choices);

  const linked = rows([
    { name: 'body', type: 'INTEGER' },
    { name: 'local', type: 'INTEGER' },
    { name: 'supplier', type: 'VARCHAR' },
    { name: 'payments', type: 'INTEGER' },
  ]);
  for (const [at, { body, local, payments }] of named.entries()) {
    const supplier = suppliers[supplierOf[at] ?? -1];
    if (supplier !== undefined) linked.add([body, local, supplier.id, payments]);
  }
  linked.end();
  await run(`CREATE OR REPLACE TABLE linked AS
    SELECT body, local, arg_max(supplier, 1000 * payments::BIGINT - length(supplier)) AS supplier FROM ${linked.table} GROUP BY body, local`);
  linked.remove();

  await writeLinks('links', links);
  await writeLinks('suggestions', suggestions);

  async function writeLinks(file: string, of: readonly Link[]): Promise<void> {
    const table = rows([
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
    for (const [place, { one, other, evidence, confidence }] of of.entries())
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
    await write(file, `SELECT * FROM ${table.table} ORDER BY place`, 20_000);
    table.remove();
  }
}
