/** What goes wrong in the files that councils publish, each of which a made file can be asked to have. */
export const messes = {
  encoding: 'old code pages, UTF-16, marks at the start once or twice',
  'line-ends': 'lines ended by LF or CR alone, or by both kinds in one file',
  delimiter: 'tabs, semicolons or bars between the cells',
  preamble: 'titles, notes, blank rows or a database’s statement above the headings',
  headings: 'headings otherwise called, misspelt, or written over two lines',
  'no-headings': 'no row of headings, or one at the foot',
  'repeated-headings': 'the headings again on every page',
  columns: 'columns in another order, others beside them, empty ones between and after them',
  dates: 'dates in any of a dozen forms',
  'no-days': 'dates that are only a month, a time without a day, or missing',
  amounts: 'brackets, minus signs after, currency signs, CR, commas, more than two decimals',
  vat: 'amounts with VAT and the VAT beside the net amount',
  totals: 'totals and subtotals among the payments',
  notes: 'remarks between and below the rows',
  gaps: 'amounts that are missing, withheld or no amounts, days that there are not',
  redactions: 'names withheld, in many spellings',
  names: 'suppliers written in several ways, and names easily taken for something else',
  quotes: 'cells with line breaks and quotation marks, commas without any',
  duplicates: 'rows that are there twice',
  blanks: 'blank rows, at the end hundreds of them',
} as const;
export type Mess = keyof typeof messes;
export const messIds = Object.keys(messes) as readonly Mess[];
