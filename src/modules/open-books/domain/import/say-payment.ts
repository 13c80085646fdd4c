import { formatDate, formatMoney, type IsoDate, pence as asPence } from '#platform/kernel';
import { personalIn, personalSigns } from './personal-text.ts';
import type { Finding } from './report.ts';

type Said = Readonly<{
  file: number;
  paid: IsoDate | null;
  supplier: string | null;
  pence: bigint;
  described: string | null;
  repeatsFile: number | null;
  repeatsLine: number | null;
}>;

/** A payment that was found, in words, with why: `7 May 2017 · Acme Ltd · £1,153.29 · the same as line 12`. */
export function sayPayment(kind: Finding['kind'], row: Said, filename: (file: number) => string): string {
  return [
    row.paid === null ? null : formatDate(row.paid),
    row.supplier,
    formatMoney(asPence(row.pence)),
    whyFound(kind, row, filename),
  ]
    .filter((each) => each !== null)
    .join(' · ');
}

/** What is to be said of it beside: which line it repeats, or what in its description may be personal; null where nothing is. */
export function whyFound(
  kind: Finding['kind'],
  { file, described, repeatsFile, repeatsLine }: Omit<Said, 'paid' | 'supplier' | 'pence'>,
  filename: (file: number) => string,
): string | null {
  if (repeatsLine !== null)
    return `the same as line ${repeatsLine}${repeatsFile === null || repeatsFile === file ? '' : ` of ${filename(repeatsFile)}`}`;
  const sign = kind === 'purpose-personal' && described !== null ? personalIn(described) : undefined;
  return sign === undefined ? null : `“${described}”: ${personalSigns[sign]}`;
}
