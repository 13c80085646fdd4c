import { readNumbers } from '../../domain/suppliers/numbers.ts';
import { readNumberedPayee } from '../../domain/suppliers/payee.ts';
import type { Writer } from './writer.ts';

/** The numbers of a row as one text. */
export const numbersOf = (row: string): string =>
  `concat_ws(chr(31), coalesce(${row}.company_number, ''), coalesce(${row}.charity_number, ''), coalesce(${row}.vat_number, ''))`;

type Unnamed = Readonly<{
  supplier: string;
  company: string | null;
  charity: string | null;
  vat: string | null;
  numbers: string;
}>;

/**
 * Payees with the name of a person whom a number in the row tells to be in business, in a table `freed` (`supplier`, `numbers`, `payee`): they are
 * suppliers like others. What was redacted stays so. Whether there is any such payee.
 */
export async function findFreed(
  { run, ask, rows }: Pick<Writer, 'run' | 'ask' | 'rows'>,
  source: string,
): Promise<boolean> {
  const unnamed = await ask<Unnamed>(
    `SELECT DISTINCT supplier, company_number AS company, charity_number AS charity, vat_number AS vat, ${numbersOf('source')} AS numbers
     FROM ${source} AS source
     WHERE payee IS NULL AND redaction IS NULL AND supplier <> '' AND coalesce(company_number, charity_number, vat_number, '') <> ''`,
  );
  const freed = unnamed.flatMap(({ supplier, numbers, ...beside }) => {
    const { company, charity, vat } = beside;
    const read = readNumbers({
      company: company ?? undefined,
      charity: charity ?? undefined,
      vat: vat ?? undefined,
    });
    const { key } = readNumberedPayee(supplier, read);
    return key === '' ? [] : [{ supplier, numbers, key }];
  });
  if (freed.length === 0) return false;
  const table = rows([
    { name: 'supplier', type: 'VARCHAR' },
    { name: 'numbers', type: 'VARCHAR' },
    { name: 'payee', type: 'VARCHAR' },
  ]);
  for (const { supplier, numbers, key } of freed) table.add([supplier, numbers, key]);
  table.end();
  await run(`CREATE OR REPLACE TABLE freed AS SELECT * FROM ${table.table}`);
  table.remove();
  return true;
}
