import { formatCount, formatMoney, pence, type Result } from '#platform/kernel';
import type { BringRefusal } from '../../actions/publishing/bring-import.ts';
import type { BroughtByCommand } from '../../actions/publishing/import-by-command.ts';
import { sayNotAsked, sayNotBrought } from './import-in-words.ts';
import { importPath } from './office/paths.ts';

/** What can become of files that were brought by the command line. */
export const becomes = {
  waits: 'waits for approval',
  held: 'read, nobody asked',
  'in-doubt': 'in doubt',
  'not-read': 'not read',
  'not-brought': 'not brought',
  'published-before': 'published before',
  'brought-before': 'brought before',
} as const;

/** What became of a file that was brought by itself: where it is not put before anybody, why not and what to do. */
export type Became = Readonly<{
  file: string;
  became: keyof typeof becomes;
  why: string | null;
  do: string | null;
  payments: number;
  pence: number;
  import: string | null;
  page: string | null;
}>;

type Done = Result<BroughtByCommand, BringRefusal>;

/** Says it of one file, as the table at the end of the command has it. */
export function becameOf(file: string, done: Done, bodyId: string): Became {
  const none = { file, payments: 0, pence: 0, import: null, page: null };
  if (!done.ok) {
    const is =
      typeof done.error === 'object' ? (`${done.error.same}-before` as const) : ('not-brought' as const);
    return { ...none, became: is, ...parted(sayNotBrought(done.error, bodyId)) };
  }
  const { brought, notAsked } = done.value;
  const { report, failed } = brought.reading;
  const found = {
    file,
    payments: report?.rowsUnderstood ?? 0,
    pence: report?.penceUnderstood ?? 0,
    import: brought.id,
    page: importPath(brought.bodyId, brought.id),
  };
  if (notAsked === undefined) return { ...found, became: 'waits', why: null, do: null };
  if (failed !== undefined) return { ...found, became: 'not-read', ...parted(failed) };
  const tables = report?.tables ?? [];
  if (notAsked === 'in-doubt')
    return {
      ...found,
      became: 'in-doubt',
      why: together(tables.map(({ inDoubt }) => inDoubt)) ?? parted(sayNotAsked(notAsked)).why,
      do: `Say which column is which at ${found.page}, or there that it is left out`,
    };
  if (notAsked === 'not-read')
    return {
      ...found,
      became: 'not-read',
      why: together(tables.map(({ refused }) => refused)) ?? 'Nothing in it was read as a payment',
      do: 'Leave it out. Where it holds payments all the same, bring it as the ledger gives it',
    };
  return { ...found, became: 'held', ...parted(sayNotAsked(notAsked)) };
}

/** Our sentences say first why, and then what to do. */
function parted(sentences: string): Pick<Became, 'why' | 'do'> {
  const at = sentences.indexOf('. ');
  return at === -1
    ? { why: sentences, do: null }
    : { why: sentences.slice(0, at), do: sentences.slice(at + 2).replace(/\.$/u, '') };
}

const together = (says: readonly (string | null)[]): string | undefined => {
  const different = [...new Set(says.flatMap((each) => each?.replace(/\.$/u, '') ?? []))];
  return different.length === 0 ? undefined : different.join('. ');
};

/** The table as lines of text: each file with what became of it, and below those that wait for nobody why and what to do. */
export function becameInWords(all: readonly Became[]): readonly string[] {
  const cells = all.map((each) => [
    each.file,
    becomes[each.became],
    each.payments === 0 ? '' : formatCount(each.payments),
    each.payments === 0 ? '' : formatMoney(pence(each.pence)),
  ]);
  const rows = [['File', 'What became of it', 'Payments', 'Amount'], ...cells];
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = rows;
  const waiting = all.filter(({ became }) => became === 'waits');
  return [
    line(head),
    ...body.flatMap((row, at) => {
      const { why = null, do: todo = null } = all[at] ?? {};
      return [
        line(row),
        ...(why === null ? [] : [`  Why: ${why}.`]),
        ...(todo === null ? [] : [`  Do:  ${todo}.`]),
      ];
    }),
    '',
    `${formatCount(waiting.length)} of ${formatCount(all.length)} wait for approval.`,
  ];
}
