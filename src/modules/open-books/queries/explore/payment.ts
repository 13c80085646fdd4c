import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { quoted } from '#platform/analytics';
import { type IsoDate, lastMomentOf } from '#platform/kernel';
import { type Release, type ReleaseStanding, releaseStanding } from '../../domain/release/release.ts';
import { listReleases, publishedReport } from '../../store/releases.ts';
import type { ExploreServices } from './explored.ts';

/** One payment as it was published, with all that its row says and the way back to where it stood. */
export type PaymentPage = Readonly<{
  release: Release;
  standing: ReleaseStanding;
  part: number;
  row: number;
  paid: IsoDate | null;
  /** The last day of a period, where the source gives no single day. */
  paidTo: IsoDate | null;
  supplier: string | null;
  payee: string | null;
  redaction: string | null;
  pence: bigint;
  amounts: Readonly<Record<'gross_pence' | 'vat_pence' | 'irrecoverable_pence', bigint | null>>;
  /** Whatever else the row says, by the name of its column. */
  texts: Readonly<Record<string, string>>;
  repairs: readonly string[];
  file: string | undefined;
  sheet: string | undefined;
  line: number | undefined;
  raw: string | undefined;
}>;

export type PaymentNamed = Readonly<{ release: string; part: string; row: string }>;

/** A payment by its release, part and row, whether its release counted on the day or not; undefined where none was published by then. */
export async function paymentPage(
  { database, published }: ExploreServices,
  named: PaymentNamed,
  on: IsoDate,
): Promise<PaymentPage | undefined> {
  const [part, row] = [wholeNumber(named.part), wholeNumber(named.row)];
  if (part === undefined || row === undefined) return undefined;
  const releases = await listReleases(database, { publishedBy: lastMomentOf(on) });
  const release = releases.find(({ id }) => id === named.release);
  if (release === undefined) return undefined;
  const file = (kind: string) => join(published.folder, 'releases', release.id, `${kind}-${part}.parquet`);
  if (!existsSync(file('rows'))) return undefined;
  const rowIn = (path: string) =>
    published.ask<Record<string, unknown>>(
      `SELECT * FROM read_parquet(${quoted(path)}, file_row_number = true) WHERE file_row_number = ${row}`,
    );
  const [[found], raws, report] = await Promise.all([
    rowIn(file('rows')),
    existsSync(file('raw')) ? rowIn(file('raw')) : [],
    publishedReport(database, release.id),
  ]);
  if (typeof found?.['pence'] !== 'bigint') return undefined;
  const text = (name: string) => (typeof found[name] === 'string' && found[name] !== '' ? found[name] : null);
  const amount = (name: string) => (typeof found[name] === 'bigint' ? found[name] : null);
  const table = report?.tables.find(({ parts }) => parts.some((each) => each.part === part));
  const firstLine = table?.parts.find((each) => each.part === part)?.firstLine ?? undefined;
  const line = typeof found['line'] === 'number' ? found['line'] : firstLine && firstLine + row;
  return {
    release,
    standing: releaseStanding(
      release,
      releases.filter(({ bodyId }) => bodyId === release.bodyId),
    ),
    part,
    row,
    paid: text('paid') as IsoDate | null,
    paidTo: text('paid_to') as IsoDate | null,
    supplier: text('supplier'),
    payee: text('payee'),
    redaction: text('redaction'),
    pence: found['pence'],
    amounts: {
      gross_pence: amount('gross_pence'),
      vat_pence: amount('vat_pence'),
      irrecoverable_pence: amount('irrecoverable_pence'),
    },
    texts: Object.fromEntries(
      Object.keys(paymentTexts).flatMap((name) => {
        const said = text(name);
        return said === null ? [] : [[name, said]];
      }),
    ),
    repairs: Array.isArray(found['repairs']) ? found['repairs'].map(String) : [],
    file: table?.filename ?? (release.files.length === 1 ? release.files[0]?.filename : undefined),
    sheet: table?.sheet ?? undefined,
    line,
    raw: typeof raws[0]?.['raw'] === 'string' ? raws[0]['raw'] : undefined,
  };
}

/** What a row may say besides payee, day and amount, as pages call it. */
export const paymentTexts = {
  department: 'Department',
  service: 'Service',
  purpose: 'Purpose',
  category: 'Category',
  category_code: 'Code of the category',
  merchant_category: 'Kind of merchant',
  kind: 'Kind of expenditure',
  transaction: 'Transaction',
  invoice: 'Invoice',
  invoice_date: 'Date of the invoice',
  contract: 'Contract',
  supplier_id: 'Number of the supplier',
  company_number: 'Company number',
  charity_number: 'Charity number',
  vat_number: 'VAT number',
} as const;

/** A row’s number as an address carries it. */
const wholeNumber = (text: string): number | undefined =>
  /^(?:0|[1-9]\d{0,9})$/.test(text) ? Number(text) : undefined;
