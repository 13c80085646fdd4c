import { daysBetween } from '#platform/kernel';
import type { FileAsked } from './clean.ts';
import { type Random, shuffled } from './random.ts';
import { dayForms, dayless, dayNumber, type DateForm, monthFirst } from './date-forms.ts';
import { made, type MadeRole, misspelt, otherHeading, strayHeadings, usualHeading } from './headings.ts';
import type { Mess } from './messes.ts';

export const writtenAs = [
  'utf-8',
  'utf-8 with a mark',
  'utf-8 with two marks',
  'windows-1252',
  'cp850',
  'utf-16le',
  'utf-16le with a mark',
  'utf-16be',
] as const;
export type WrittenAs = (typeof writtenAs)[number];

/** A column of a made file: what it holds, or that it is a stray or an empty one. */
export type MadeColumn = Readonly<{ holds: MadeRole | 'stray' | 'empty'; heading: string }>;

/** How one made file is written, from its first byte to its last. */
export type Shape = Readonly<{
  writtenAs: WrittenAs;
  lineEnd: (line: number) => string;
  delimiter: string;
  preamble: readonly (readonly string[])[];
  columns: readonly MadeColumn[];
  headings: 'top' | 'two-lines' | 'none' | 'foot';
  date: DateForm;
  amount: number;
  /** Rows between one row of headings and the next; endless where they are not repeated. */
  pageRows: number;
  /** Rows between one subtotal and the next. */
  totalRows: number;
  endsInTotal: boolean;
  blanksAtEnd: number;
  has: (mess: Mess) => boolean;
}>;

/** What of the messes asked for this file has, and how. Each is had by half the files, so that they meet in every company. */
export function shapeOf(asked: FileAsked, messes: ReadonlySet<Mess>, random: Random): Shape {
  const had = new Set([...messes].filter(() => random.chance(0.5)));
  const has = (mess: Mess) => had.has(mess);
  const headings = has('no-headings')
    ? random.pick(['none', 'foot'] as const)
    : has('headings') && random.chance(0.2)
      ? 'two-lines'
      : 'top';
  const columns = columnsOf(has, random);
  return {
    writtenAs: has('encoding') ? random.pick(writtenAs) : 'utf-8',
    lineEnd: has('line-ends') ? random.pick(lineEnds) : () => '\r\n',
    delimiter: has('delimiter') ? random.pick(['\t', ';', '|']) : ',',
    preamble: has('preamble') ? preambleOf(random) : [],
    columns,
    headings,
    date: dateOf(has, headings === 'top', asked, random),
    amount: has('amounts') ? random.below(1000) : 0,
    pageRows: has('repeated-headings') && headings === 'top' ? 10 + random.below(40) : Infinity,
    totalRows: has('totals') && random.chance(0.5) ? 5 + random.below(30) : Infinity,
    endsInTotal: has('totals'),
    blanksAtEnd: has('blanks') ? random.pick([1, 3, 300]) : 0,
    has,
  };
}

const lineEnds = [
  () => '\n',
  () => '\r',
  (line: number) => (line === 0 ? '\r\n' : '\r'),
  (line: number) => (line % 7 === 3 ? '\n' : '\r\n'),
];

function preambleOf(random: Random): readonly (readonly string[])[] {
  return random.pick([
    [['Illustrative payments, invented']],
    [['Payments over £500'], ['Invented, to try a reader with'], []],
    [[], [], ['Payments to suppliers'], ['', '', 'Illustrative']],
    [['SELECT d.name, p.paid, p.net FROM payments p WHERE p.net > 500 -- illustrative'], []],
    [['Date of publication', '01/05/2024'], ['Contact', 'The finance office'], []],
  ]);
}

function dateOf(
  has: (mess: Mess) => boolean,
  isUnderHeading: boolean,
  { rows, from, to }: FileAsked,
  random: Random,
): DateForm {
  const [usual = monthFirst] = dayForms;
  if (has('no-days') && random.chance(0.5) && isUnderHeading) return random.pick(dayless);
  if (!has('dates')) return usual;
  // A spreadsheet’s day numbers are dates only where a heading says so.
  const forms = isUnderHeading ? [...dayForms, dayNumber] : dayForms;
  const isToldApart = rows >= 40 && daysBetween(from, to) >= 25;
  return random.pick(isToldApart ? [...forms, monthFirst] : forms);
}

function columnsOf(has: (mess: Mess) => boolean, random: Random): readonly MadeColumn[] {
  const needed: ReadonlySet<MadeRole> = new Set(['date', 'supplier', 'amount']);
  const chosen: readonly MadeRole[] = made.filter(
    (role) => needed.has(role) || !has('columns') || random.chance(0.6),
  );
  const withVat: readonly MadeRole[] = has('vat')
    ? chosen.flatMap((role): readonly MadeRole[] => (role === 'amount' ? ['gross', 'vat', 'amount'] : [role]))
    : chosen;
  const roles = has('columns') ? shuffled(withVat, random) : withVat;
  const columns = roles.map((holds): MadeColumn => ({ holds, heading: headingOf(holds, has, random) }));
  if (!has('columns')) return columns;
  const strays = strayHeadings.filter(() => random.chance(0.15));
  const more: readonly MadeColumn[] = [
    ...columns,
    ...strays.map((heading): MadeColumn => ({ holds: 'stray', heading })),
  ];
  const gapped = random.chance(0.3)
    ? more.flatMap((column) => (random.chance(0.3) ? [column, empty] : [column]))
    : more;
  const after = random.chance(0.4) ? random.pick([1, 4, 240]) : 0;
  return [...gapped, ...Array.from({ length: after }, () => empty)];
}

const empty: MadeColumn = { holds: 'empty', heading: '' };

function headingOf(role: MadeRole, has: (mess: Mess) => boolean, random: Random): string {
  if (!has('headings')) return usualHeading[role];
  const heading = random.chance(0.6) ? otherHeading(role, random) : usualHeading[role];
  return random.chance(0.15) ? misspelt(heading, random) : heading;
}
