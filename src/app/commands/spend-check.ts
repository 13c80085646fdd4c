import { parseArgs } from 'node:util';
import { formatCount, formatMoney, plural } from '#platform/kernel';
import {
  belowRows,
  checkFile,
  checkJson,
  dayOrderReasons,
  daysInWords,
  isEitherWay,
  reasons,
  roles,
  roundingInWords,
  roundingOf,
  type TableCheck,
} from '#modules/open-books';
import { type Command, inDoubtStatus, type Terminal, usage } from './command.ts';

export const spendCheck: Command = {
  name: 'spend check',
  takes: 'FILE… [--json]',
  says: 'reads files of payments, says what they come to and what is set aside and why; keeps nothing; status 1 when one was not read, 3 when an officer must say which column is which',
  async run(given, terminal) {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (positionals.length === 0) return usage(spendCheck, 'Give one or more files of payments.', terminal);
    const checks: TableCheck[] = [];
    for (const path of positionals) {
      const found = await filesCheck(path);
      if (found === undefined) {
        terminal.err(`${path} cannot be read. Check that it is there, and that it is a file.`);
        return 1;
      }
      checks.push(...found);
    }
    if (values.json === true) terminal.out(JSON.stringify(checks.map(checkJson), null, 2));
    else for (const check of checks) tell(check, terminal);
    const stands = (standing: string) =>
      checks.some(({ understanding }) => understanding.standing === standing);
    return stands('refused') ? 1 : stands('in-doubt') ? inDoubtStatus : 0;
  },
};

async function filesCheck(path: string): Promise<readonly TableCheck[] | undefined> {
  try {
    return await checkFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && unreadable.has(String(error.code))) return undefined;
    throw error;
  }
}

const unreadable: ReadonlySet<string> = new Set(['ENOENT', 'EISDIR', 'EACCES', 'EPERM', 'ENOTDIR']);

function tell(check: TableCheck, { out }: Terminal): void {
  const { file, sheet, fromLine, encoding, understanding, tally } = check;
  const where = `${sheet === undefined ? '' : `, sheet ${sheet}`}${fromLine === undefined ? '' : `, from line ${fromLine}`}`;
  out(`\n${file}${where}, written in ${encoding}`);
  if (understanding.standing === 'refused' || tally === undefined) {
    if (understanding.standing === 'refused') out(`  Not read: ${understanding.says}`);
    return;
  }
  const { heading, columns } = understanding.reading;
  if (understanding.standing === 'in-doubt') out(`  In doubt: ${understanding.says}`);
  out(
    heading === undefined
      ? '  No headings: read by its cells alone'
      : `  Headings on line ${heading.line}${tally.reasons['headings-below'] !== undefined ? belowRows : ''}`,
  );
  for (const { at, heading: text, role } of columns)
    out(`    column ${at + 1}${text === '' ? '' : ` “${text}”`}: ${roles[role]}`);
  const { days } = understanding.reading;
  if (days !== undefined && isEitherWay(days))
    out(
      `  Days such as “${days.example}” are read with the ${days.order === 'day-first' ? 'day' : 'month'} first: ${dayOrderReasons[days.by]}`,
    );
  if (tally.from !== undefined && tally.to !== undefined) out(`  Of ${daysInWords(tally.from, tally.to)}`);
  out(`  ${plural(tally.rowsIn, 'row')} in`);
  if (understanding.reading.at.amount === undefined) {
    out('  What they come to is known once it is said which column holds the amount');
    return;
  }
  out(`  ${formatCount(tally.rowsUnderstood)} read as payments, ${formatMoney(tally.understood)}`);
  out(`  ${formatCount(tally.rowsSetAside)} set aside, ${formatMoney(tally.setAside)}`);
  const rounding = roundingOf(tally.rounded);
  if (rounding !== undefined) out(`  ${roundingInWords(rounding, Number(tally.understood))}`);
  for (const [reason, count] of Object.entries(tally.reasons))
    out(`    ${formatCount(count)}: ${reasons[reason as keyof typeof reasons]}`);
  for (const { line, stated, found, agrees } of tally.controlTotals)
    out(
      `  The total on line ${line} says ${formatMoney(stated)}: ${agrees ? 'the rows agree' : `the rows come to ${formatMoney(found)}`}`,
    );
}
