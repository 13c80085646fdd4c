import { formatCount, formatMoney, listInWords, pence, plural } from '#platform/kernel';
import type { BringRefusal } from '../../actions/publishing/bring-import.ts';
import type { NotAsked } from '../../actions/publishing/import-by-command.ts';
import {
  findingInWords,
  type ImportReport,
  tableName,
  type TableReport,
} from '../../domain/import/report.ts';
import { roundedTogether, roundingInWords } from '../../domain/import/rounding.ts';
import { type Reason, reasons } from '../../domain/reading/read-row.ts';
import { roles } from '../../domain/reading/roles.ts';
import { daysInWords } from '../../domain/release/months-covered.ts';
import { explainBring } from './office/bring-words.ts';
import { explainImport } from './office/import-words.ts';
import { belowRows } from './report/tables-found.tsx';

/** The report of a check as lines of text, as the command line prints it: the same as on the page. */
export function reportInWords(report: ImportReport): readonly string[] {
  const { rowsIn, rowsUnderstood, rowsSetAside, penceUnderstood, penceSetAside, periodFrom, periodTo } =
    report;
  const rounding = roundedTogether(report.tables);
  return [
    ...report.tables.flatMap(tableInWords),
    '',
    'All files together',
    ...(periodFrom === null || periodTo === null ? [] : [`  Of ${daysInWords(periodFrom, periodTo)}`]),
    `  ${plural(rowsIn, 'row')} in, ${inPounds(penceUnderstood + penceSetAside)}`,
    `  ${formatCount(rowsUnderstood)} read as payments, ${inPounds(penceUnderstood)}`,
    `  ${formatCount(rowsSetAside)} set aside, ${inPounds(penceSetAside)}`,
    ...(rounding === undefined ? [] : [`  ${roundingInWords(rounding, penceUnderstood)}`]),
    ...report.findings.map(
      (found) => `  ${findingInWords(found)}: ${formatCount(found.rows)}, ${inPounds(found.pence)}`,
    ),
  ];
}

function tableInWords(table: TableReport): readonly string[] {
  const title = ['', `${tableName(table)}, written in ${table.encoding}`];
  if (table.refused !== null) return [...title, `  Not read: ${table.refused}`];
  return [
    ...title,
    ...(table.inDoubt === null ? [] : [`  In doubt: ${table.inDoubt}`]),
    table.headingLine === null
      ? '  No headings: read by its cells alone'
      : `  Headings on line ${table.headingLine}${table.reasons['headings-below'] !== undefined ? belowRows : ''}`,
    ...table.columns.map(
      ({ at, heading, role }) =>
        `    column ${at + 1}${heading === '' ? '' : ` “${heading}”`}: ${roles[role]}`,
    ),
    `  ${formatCount(table.rowsUnderstood)} read as payments, ${inPounds(table.penceUnderstood)}; ${formatCount(table.rowsSetAside)} set aside, ${inPounds(table.penceSetAside)}`,
    ...Object.entries(table.reasons).map(
      ([reason, count]) => `    ${formatCount(count)}: ${reasons[reason as Reason]}`,
    ),
    ...table.controlTotals.map(
      ({ line, penceStated, penceFound, agrees }) =>
        `  The total on line ${line} says ${inPounds(penceStated)}: ${agrees ? 'the rows agree' : `the rows come to ${inPounds(penceFound)}`}`,
    ),
  ];
}

const inPounds = (amount: number): string => formatMoney(pence(amount));

/** Why files that were brought by the command line were not taken, or why publication is not asked for. */
export const sayNotBrought = (refusal: BringRefusal, bodyId: string): string =>
  refusal === 'no-such-body'
    ? `There is no body ${bodyId} in the register`
    : firstOf(explainBring(refusal, bodyId));
export function sayNotAsked(refusal: NotAsked): string {
  if (refusal === 'no-dates')
    return 'No payment has a date, so the months they are of are not known. Say them with --from and --to';
  if (typeof refusal !== 'object') return firstOf(explainImport(refusal));
  if ('sameMonths' in refusal)
    return `${someOf(refusal.sameMonths)} ${refusal.sameMonths.length === 1 ? 'is' : 'are'} of the same months, and the release of one would take the place of the other. Bring them together: without --each as one release, or with --by-month as one for each month`;
  const accept =
    'unconfirmed' in refusal
      ? refusal.unconfirmed
      : 'twice' in refusal
        ? ['published-elsewhere']
        : 'fewer' in refusal
          ? ['fewer-payments']
          : [];
  const how = accept.map((kind) => `--accept ${kind}`).join(' ');
  const why = Object.values(explainImport(refusal)).join('. ');
  return accept.length === 0
    ? why
    : `${why}. If that is right, type the same with ${how} --reason "…"; the reason is kept, and whoever approves reads it`;
}

/** Names of files, a few of them where they are many. */
const someOf = (names: readonly string[]): string =>
  listInWords(
    names.length > namesSaid + 1
      ? [...names.slice(0, namesSaid), `${names.length - namesSaid} others`]
      : names,
  );
const namesSaid = 3;

const firstOf = (sentences: Readonly<Record<string, string>>): string => Object.values(sentences)[0] ?? '';
