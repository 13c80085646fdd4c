import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Published } from '#platform/analytics';
import { csvLine } from '#platform/http';
import type { Release } from '../../domain/release/release.ts';
import { releasesFolder } from '../../store/folders.ts';

/**
 * The fields of the national schema of spending (LG Inform’s “spend” schema, version for the Transparency Code), in its order, and the
 * column of our rows that fills each. What a body’s files do not say stays empty.
 */
const fields = {
  OrganisationLabel: '$3',
  OrganisationURI: `''`,
  OrganisationalUnit: 'department',
  ServiceCategoryLabel: 'service',
  ServiceCategoryURI: `''`,
  BeneficiaryName: 'supplier',
  BeneficiaryOtherID: 'supplier_id',
  CompaniesHouseRegistrationNumber: 'company_number',
  CharityCommissionNumber: 'charity_number',
  VCSEGrant: `''`,
  // A period stands as ISO 8601 has it: a whole month as the month, any other as its first and last day.
  PaymentDate: `CASE WHEN paid_to IS NULL OR paid_to = paid THEN strftime(paid, '%Y-%m-%d')
    WHEN day(paid) = 1 AND paid_to = last_day(paid) THEN strftime(paid, '%Y-%m')
    ELSE strftime(paid, '%Y-%m-%d') || '/' || strftime(paid_to, '%Y-%m-%d') END`,
  TransactionNumber: 'transaction',
  Amount: poundsOf('pence'),
  IrrecoverableVATAmount: poundsOf('irrecoverable_pence'),
  Purpose: 'purpose',
  CategoryInternalName: 'category',
  CPVLabel: `''`,
  CPVCode: `''`,
  ProclassLabel: `''`,
  ProclassCode: `''`,
  CardTransaction: '$4',
  ContractRef: 'contract',
} as const;

const says: Readonly<Record<keyof typeof fields, string>> = {
  OrganisationLabel: 'The body that paid',
  OrganisationURI: 'Left empty: no such identifier is kept',
  OrganisationalUnit: 'The department in which the cost arose, as published',
  ServiceCategoryLabel: 'The service, as published',
  ServiceCategoryURI: 'Left empty: no such identifier is kept',
  BeneficiaryName: 'To whom, as written; where a name was taken out, what stands in its place',
  BeneficiaryOtherID: 'The body’s own number of the supplier',
  CompaniesHouseRegistrationNumber: 'The supplier’s company number, as published',
  CharityCommissionNumber: 'The supplier’s charity number, as published',
  VCSEGrant: 'Left empty: grants are not told apart',
  PaymentDate:
    'The day; a month as 2026-04 and another period as its first and last day, where the file gives no day',
  TransactionNumber: 'The body’s own number of the transaction',
  Amount: 'Pounds, without VAT where that is known; below nothing for a credit',
  IrrecoverableVATAmount: 'Pounds of VAT that the body cannot recover, where it says so',
  Purpose: 'For what, as published',
  CategoryInternalName: 'The body’s own heading for it',
  CPVLabel: 'Left empty',
  CPVCode: 'Left empty',
  ProclassLabel: 'Left empty',
  ProclassCode: 'Left empty',
  CardTransaction: 'GPC for a payment by procurement card, otherwise None',
  ContractRef: 'The reference of a contract, as published',
};
const numbers: ReadonlySet<string> = new Set(['Amount', 'IrrecoverableVATAmount']);

/** The columns with what they mean and how they are written, as a Table Schema has them. */
export const nationalFields = Object.entries(says).map(([name, description]) => ({
  name,
  type: numbers.has(name) ? 'number' : 'string',
  description,
}));

/** Pounds with two decimals, exactly, as text: `-12.50`. */
function poundsOf(pence: string): string {
  return `(CASE WHEN ${pence} < 0 THEN '-' ELSE '' END || (abs(${pence}) // 100) || '.' || lpad((abs(${pence}) % 100)::VARCHAR, 2, '0'))`;
}

const names = Object.keys(fields);
const amountAt = names.indexOf('Amount');

/** A line whose two amounts are numbers of ours, so that a minus sign begins no formula. */
function nationalLine(cells: readonly (string | number | null)[]): string {
  const before = csvLine(cells.slice(0, amountAt)).trimEnd();
  const [amount, irrecoverable] = [cells[amountAt], cells[amountAt + 1]];
  return `${before},${amount ?? ''},${irrecoverable ?? ''},${csvLine(cells.slice(amountAt + 2))}`;
}

/** Every column that is asked for, where a file has it or not. */
const columns = `SELECT NULL::DATE AS paid, NULL::DATE AS paid_to, NULL::BIGINT AS pence, NULL::BIGINT AS irrecoverable_pence,
  ${[
    'department',
    'service',
    'supplier',
    'supplier_id',
    'company_number',
    'charity_number',
    'transaction',
    'purpose',
    'category',
    'contract',
  ]
    .map((name) => `NULL::VARCHAR AS ${name}`)
    .join(', ')}, NULL::BIGINT AS file_row_number WHERE false`;

const rowsAtOnce = 10_000;

type Released = Pick<Release, 'id' | 'dataset' | 'isIllustrative'> & Readonly<{ bodyName: string }>;

/** A release in the national schema, line by line. One that is made up says so on every line. */
export async function* nationalRows(
  published: Pick<Published, 'ask' | 'folder'>,
  { id, dataset, isIllustrative, bodyName }: Released,
): AsyncGenerator<string> {
  const note = isIllustrative ? ['Illustrative: made up, paid by nobody'] : [];
  yield `\uFEFF${csvLine([...Object.keys(fields), ...(isIllustrative ? ['Note'] : [])])}`;
  const folder = join(releasesFolder(published.folder), id);
  for (const name of await publishedFiles(published, id)) {
    if (!name.startsWith('rows-')) continue;
    const path = join(folder, name);
    const [held] = await published.ask<{ rows: bigint }>('SELECT count(*) AS rows FROM read_parquet($1)', [
      path,
    ]);
    for (let from = 0; from < Number(held?.rows ?? 0n); from += rowsAtOnce) {
      const rows = await published.ask<Record<string, string | number | null>>(
        `SELECT ${Object.entries(fields)
          .map(([field, from]) => `${from} AS "${field}"`)
          .join(', ')}
         FROM (${columns} UNION ALL BY NAME SELECT * FROM read_parquet($1, file_row_number = true)
           WHERE file_row_number >= $2 AND file_row_number < $2 + ${rowsAtOnce})
         WHERE pence IS NOT NULL ORDER BY file_row_number`,
        [path, from, bodyName, dataset === 'procurement-card' ? 'GPC' : 'None'],
      );
      yield rows.map((row) => nationalLine([...names.map((field) => row[field] ?? null), ...note])).join('');
    }
  }
}

/** The files of columns of a release, by name. */
export const publishedFiles = async (
  { folder }: Pick<Published, 'folder'>,
  releaseId: string,
): Promise<readonly string[]> =>
  (await readdir(join(releasesFolder(folder), releaseId)).catch(() => []))
    .filter((name) => /^(?:rows|raw)-\d+\.parquet$/.test(name))
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));

/** Where a file of columns of a release lies; undefined where it has none of this name. */
export async function publishedFile(
  published: Pick<Published, 'folder'>,
  releaseId: string,
  name: string,
): Promise<string | undefined> {
  const found = (await publishedFiles(published, releaseId)).includes(name);
  return found ? join(releasesFolder(published.folder), releaseId, name) : undefined;
}
