import type { Workshop } from '#platform/analytics';
import { formatDate, formatMoney, pence, plural } from '#platform/kernel';
import { type Finding, tableName, type TableReport } from '../../domain/import/report.ts';
import { dayOrderReasons, type DaysTold, isEitherWay } from '../../domain/reading/day-order.ts';
import { readPaidDay } from '../../domain/reading/paid-day.ts';
import { sayPayment } from '../../domain/import/say-payment.ts';
import { type Chosen, listOf, openStaged, type Staged, sumOf } from '../../store/staged/find-in-staged.ts';
import { lookedFor, type LookedFor, lookFor } from '../../store/staged/look-for.ts';
import { partsOf } from '../../store/staged/rows-of-parts.ts';

/** Looks through all staged payments for what an officer should see before asking for publication. */
export async function findingsOf(
  workshop: Workshop,
  tables: readonly TableReport[],
  thresholdPence: number | null,
): Promise<readonly Finding[]> {
  const ofTables = findingsOfTables(tables);
  const parts = partsOf(tables);
  if (parts.length === 0) return ofTables;
  const staged = await openStaged(workshop, parts);
  const found: Finding[] = [];
  for (const kind of lookedFor)
    found.push(
      ...(await lookFor(staged, kind, { thresholdPence }, (chosen) =>
        findingOf(staged, kind, chosen, tables),
      )),
    );
  return [...ofTables, ...found];
}

/** What is found of whole tables. */
export const findingsOfTables = (tables: readonly TableReport[]): readonly Finding[] =>
  [notRead(tables), totalsApart(tables), daysEitherWay(tables)].filter(({ samples }) => samples.length > 0);

const samplesShown = 5;

async function findingOf(
  staged: Staged,
  kind: LookedFor,
  chosen: Chosen,
  tables: readonly TableReport[],
): Promise<readonly Finding[]> {
  const sum = await sumOf(staged, chosen);
  if (sum.rows === 0) return [];
  const some = await listOf(staged, chosen, { most: samplesShown });
  const filename = (file: number) => tables.find((table) => table.file === file)?.filename ?? '';
  const samples = some.map((row) => ({
    file: row.file,
    line: row.line,
    says: sayPayment(kind, row, filename),
  }));
  return [{ kind, ...sum, samples }];
}

/** Files and sheets that hold no payments, or that could not be read: nothing of them is published. */
function notRead(tables: readonly TableReport[]): Finding {
  const left = tables.filter((table) => table.refused !== null);
  return {
    kind: 'not-read',
    rows: left.reduce((sum, { rowsSetAside }) => sum + rowsSetAside, 0),
    pence: 0,
    samples: left.map((table) => ({
      file: table.file,
      line: 0,
      says: `${tableName(table)}: ${table.refused}`,
    })),
  };
}

/** Payments of tables in which nothing says whether the day or the month comes first, with how it was decided. */
function daysEitherWay(tables: readonly TableReport[]): Finding {
  const either = tables.flatMap((table) =>
    table.days !== undefined && isEitherWay(table.days) ? [{ ...table, days: table.days }] : [],
  );
  const sum = (of: (table: TableReport) => number) => either.reduce((all, table) => all + of(table), 0);
  return {
    kind: 'days-either-way',
    rows: sum(({ rowsUnderstood }) => rowsUnderstood),
    pence: sum(({ penceUnderstood }) => penceUnderstood),
    samples: either.map((table) => ({ file: table.file, line: 0, says: sayDays(table, tables) })),
  };
}

function sayDays(
  { days, ...table }: TableReport & Readonly<{ days: DaysTold }>,
  all: readonly TableReport[],
) {
  const read = readPaidDay(days.example ?? '', days.order);
  const taken = read?.kind === 'day' ? `“${days.example}” is taken as ${formatDate(read.on)}, as ` : '';
  const others = all.filter(
    (other) => other.days !== undefined && !isEitherWay(other.days) && other.days.order !== days.order,
  );
  const against =
    others.length === 0
      ? ''
      : `; in ${plural(others.length, 'other table')} brought with it they are written the other way round`;
  return `${tableName(table)}: ${taken}${dayOrderReasons[days.by]}${against}`;
}

/** Totals that a file states and its rows do not come to, with what is missing or too much. */
function totalsApart(tables: readonly TableReport[]): Finding {
  const apart = tables.flatMap(({ file, controlTotals }) =>
    controlTotals.filter(({ agrees }) => !agrees).map((total) => ({ ...total, file })),
  );
  const pounds = (amount: number): string => formatMoney(pence(amount));
  return {
    kind: 'total-apart',
    rows: apart.length,
    pence: apart.reduce((sum, { penceStated, penceFound }) => sum + Math.abs(penceStated - penceFound), 0),
    samples: apart.map(({ file, line, penceStated, penceFound }) => ({
      file,
      line,
      says: `says ${pounds(penceStated)}, and the rows come to ${pounds(penceFound)}`,
    })),
  };
}
