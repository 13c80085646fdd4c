import { type RawRow, withTables } from '#platform/tabular';
import type { RowTruth } from '../../domain/generating/truth.ts';
import { daysOf, readRow, type RowRead } from '../../domain/reading/read-row.ts';
import { cellAt } from '../../domain/reading/table.ts';
import type { Reading, Understanding } from '../../domain/reading/understand.ts';
import { understandTable } from '../reading/understand-table.ts';

/** How a reading of a made file differs from what is true of it; nothing where it was read rightly. */
export type Differences = Readonly<{
  standing: Understanding['standing'];
  differences: readonly string[];
  payments: number;
  /** Rows so badly written that they were set aside, as they may be. */
  spoiltAside: number;
}>;

/** Reads a made file as any file is read, and holds every row against the truth: none lost, none invented, none misread. */
export async function readAgainstTruth(path: string, truths: readonly RowTruth[]): Promise<Differences> {
  const read = await withTables(path, async ([table]) => {
    if (table === undefined) throw new Error('A text file has a table');
    const { understanding } = await understandTable(table);
    const { standing } = understanding;
    if (understanding.standing === 'refused') return nothingRead(standing);
    const { reading } = understanding;
    const rows: RawRow[] = [];
    for await (const some of table.rows()) rows.push(...some);
    const found = new Map<number, RowRead>();
    for (const row of rows.slice(reading.dataFrom)) {
      const outcome = readRow(row, reading);
      if (outcome.kind !== 'blank') found.set(row.line, outcome);
    }
    const differences: string[] = [];
    let [payments, spoiltAside] = [0, 0];
    for (const truth of truths) {
      const outcome = found.get(truth.line);
      found.delete(truth.line);
      if (truth.kind === 'payment' && truth.isSpoilt && outcome?.kind === 'set-aside') spoiltAside += 1;
      else differences.push(...differencesOf(truth, outcome, reading));
      if (outcome?.kind === 'payment') payments += 1;
    }
    for (const [line, outcome] of found) differences.push(`line ${line}: ${outcome.kind} invented`);
    return { standing, differences, payments, spoiltAside };
  });
  if (!read.ok) throw new Error(`A made file is not opened: ${read.error}`);
  return read.value;
}

const nothingRead = (standing: Understanding['standing']): Differences => ({
  standing,
  differences: [],
  payments: 0,
  spoiltAside: 0,
});

function differencesOf(truth: RowTruth, outcome: RowRead | undefined, { at }: Reading): readonly string[] {
  const says = (what: string) => [`line ${truth.line}: ${what}`];
  if (outcome === undefined || outcome.kind === 'blank') return says('lost');
  if (truth.kind === 'set-aside') {
    if (outcome.kind === 'payment') return says(`${truth.reason} read as a payment`);
    if (outcome.reason !== truth.reason) return says(`${truth.reason} set aside as ${outcome.reason}`);
    const pence = outcome.amount === undefined ? null : Number(outcome.amount);
    return pence === truth.pence ? [] : says(`${truth.pence} pence set aside as ${pence}`);
  }
  if (outcome.kind === 'set-aside') return says(`a payment set aside: ${outcome.reason}`);
  const { amount, paid } = outcome.payment;
  const supplier = cellAt(outcome.payment, at.supplier);
  const [from, to] = daysOf(paid) ?? [null, null];
  return [
    ...(Number(amount) === truth.pence ? [] : says(`${truth.pence} pence read as ${amount}`)),
    ...(from === truth.from && to === truth.to
      ? []
      : says(`${truth.from}–${truth.to} read as ${from}–${to}`)),
    ...(supplier === truth.supplier ? [] : says(`${truth.supplier} read as ${supplier}`)),
  ];
}
