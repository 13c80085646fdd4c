import { type IsoDate, type Money, pence } from '#platform/kernel';
import type { Finding, ImportReport } from '../../domain/import/report.ts';
import { whyFound } from '../../domain/import/say-payment.ts';
import { listOf } from '../../store/staged/find-in-staged.ts';
import { type LookAsked, lookedFor, type LookedFor, lookFor } from '../../store/staged/look-for.ts';
import { lookInStaged } from './look-in-staged.ts';

/** One line of what the check of an import found, with why; of a payment its day, payee and amount too. */
export type FoundLine = Readonly<{
  filename: string;
  /** Undefined where a whole file is meant. */
  line: number | undefined;
  paid: IsoDate | null;
  supplier: string | null;
  amount: Money | undefined;
  says: string | null;
}>;

/** So many lines of a list, after so many. */
export type ListPage = Readonly<{ most: number; after: number }>;

/** Whether it is found by looking through the staged payments. */
export const isLookedFor = (kind: Finding['kind']): kind is LookedFor =>
  (lookedFor as readonly string[]).includes(kind);

type Looked = Readonly<{ kind: LookedFor; asked: LookAsked; page: ListPage }>;

/** Looks through the staged payments of an import again, and lists those that were found, in the order of the files. */
export async function foundPayments(
  folder: string,
  report: ImportReport,
  { kind, asked, page }: Looked,
): Promise<readonly FoundLine[]> {
  const filename = (file: number) => report.tables.find((table) => table.file === file)?.filename ?? '';
  const rows = await lookInStaged(folder, report, (staged) =>
    lookFor(staged, kind, asked, (chosen) => listOf(staged, chosen, page)),
  );
  return (rows ?? []).map((row) => ({
    filename: filename(row.file),
    line: row.line,
    paid: row.paid,
    supplier: row.supplier,
    amount: pence(row.pence),
    says: whyFound(kind, row, filename),
  }));
}
