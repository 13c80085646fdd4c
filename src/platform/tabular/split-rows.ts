/** One row as it stands in the file. */
export type RawRow = Readonly<{
  /** The line on which it begins, the first line of the file being 1. */
  line: number;
  cells: readonly string[];
  /** The row as written, without its line end. */
  raw: string;
  /** A quotation mark in it was taken as an ordinary sign, since it closed nothing. */
  strayQuote: boolean;
}>;

export type RowLimits = Readonly<{ rowCharacters: number; quotedLines: number }>;
export const usualRowLimits: RowLimits = { rowCharacters: 1_000_000, quotedLines: 30 };

/** A row is longer than any row of a table is: the file is no table, or means harm. */
export class RowTooLong extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`The row that begins on line ${line} does not end`);
    this.line = line;
  }
}

/**
 * Splits delimited text into rows, taking it piece by piece. It reads what RFC 4180 describes and what is found beyond it:
 * lines ended by CR, LF, CRLF or all three in one file, quotation marks inside a cell, and a mark that opens and never
 * closes, which is then a sign like any other rather than the end of every row after it.
 */
export class RowSplitter {
  readonly #delimiterSign: string;
  readonly #delimiter: number;
  readonly #limits: RowLimits;
  /** How many cells a row has as a rule; tells a stray mark from a cell that has a line break in it. */
  readonly #width: number | undefined;
  #text = '';
  #at = 0;
  #line = 1;
  #marks = new Signs('', quoteSign);
  #lineFeeds = new Signs('', '\n');
  #returns = new Signs('', '\r');

  constructor(
    delimiter: string,
    { width, limits = usualRowLimits }: Readonly<{ width?: number; limits?: RowLimits }> = {},
  ) {
    this.#delimiterSign = delimiter;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#width = width;
    this.#limits = limits;
  }

  /** Another that stands where this one does, and goes on by itself. */
  copy(): RowSplitter {
    const other = new RowSplitter(this.#delimiterSign, {
      limits: this.#limits,
      ...(this.#width === undefined ? {} : { width: this.#width }),
    });
    other.#goOnWith(this.#text, this.#at);
    other.#line = this.#line;
    return other;
  }

  /** The rows that are whole with this piece, no more of them than asked for. Throws `RowTooLong`. */
  push(piece: string, most = Infinity): RawRow[] {
    if (piece !== '')
      this.#goOnWith(this.#at === 0 ? this.#text + piece : this.#text.slice(this.#at) + piece);
    return this.#rows(false, most);
  }

  /** The rows that are left when there is no more text. */
  end(most = Infinity): RawRow[] {
    const rows = this.#rows(true, most);
    this.#goOnWith('');
    return rows;
  }

  #goOnWith(text: string, at = 0): void {
    this.#text = text;
    this.#at = at;
    this.#marks = new Signs(text, quoteSign);
    this.#lineFeeds = new Signs(text, '\n');
    this.#returns = new Signs(text, '\r');
  }

  #rows(final: boolean, most: number): RawRow[] {
    const rows: RawRow[] = [];
    while (this.#at < this.#text.length && rows.length < most) {
      const row = this.#row(final);
      if (row === undefined) break;
      rows.push(row);
    }
    return rows;
  }

  #row(final: boolean): RawRow | undefined {
    const begin = this.#at;
    const end = Math.min(this.#lineFeeds.next(begin), this.#returns.next(begin));
    return this.#marks.next(begin) < end ? this.#markedRow(final) : this.#lineRow(begin, end, final);
  }

  /** A line without quotation marks: its cells are what the delimiter parts, and nothing else need be looked at. */
  #lineRow(begin: number, end: number, final: boolean): RawRow | undefined {
    const text = this.#text;
    if (end === text.length && !final) return this.#wait(begin);
    const ended = lineEnd(text, end);
    if (this.#mayBeHalfAnEnd(end, final)) return this.#wait(begin);
    if (end - begin > this.#limits.rowCharacters) throw new RowTooLong(this.#line);
    const raw = text.slice(begin, end);
    const line = this.#line;
    this.#line += 1;
    this.#at = end + ended;
    return { line, cells: raw.split(this.#delimiterSign), raw, strayQuote: false };
  }

  /** A CR at the end of a piece may be the first half of CRLF. */
  #mayBeHalfAnEnd(at: number, final: boolean): boolean {
    return !final && at === this.#text.length - 1 && this.#text.charCodeAt(at) === carriageReturn;
  }

  #markedRow(final: boolean): RawRow | undefined {
    const { rowCharacters } = this.#limits;
    const begin = this.#at;
    const text = this.#text;
    const cells: string[] = [];
    let [hasQuote, strayQuote, failed] = [false, false, 0];
    let at = begin;
    for (;;) {
      let cell: Cell | undefined;
      if (text.charCodeAt(at) === quote) {
        hasQuote = true;
        cell = failed < mostStrayMarks ? this.#quoted(at, cells.length, final) : undefined;
        if (cell === 'more') return this.#wait(begin);
        if (cell === undefined) failed += 1;
        strayQuote ||= cell === undefined || cell.stray;
      }
      cell ??= this.#plain(at, final);
      if (cell === 'more') return this.#wait(begin);
      cells.push(cell.value);
      at = cell.end;
      if (at - begin > rowCharacters) throw new RowTooLong(this.#line);
      if (at >= text.length || text.charCodeAt(at) !== this.#delimiter) break;
      at += 1;
      if (at >= text.length) {
        if (!final) return this.#wait(begin);
        cells.push('');
        break;
      }
    }
    const ended = lineEnd(text, at);
    if (this.#mayBeHalfAnEnd(at, final)) return this.#wait(begin);
    const raw = text.slice(begin, at);
    const line = this.#line;
    // Only a quotation holds line breaks.
    this.#line += hasQuote ? 1 + linesWithin(raw) : 1;
    this.#at = at + ended;
    return { line, cells, raw, strayQuote };
  }

  #wait(begin: number): undefined {
    if (this.#text.length - begin > this.#limits.rowCharacters) throw new RowTooLong(this.#line);
    return undefined;
  }

  /** A cell that begins with a quotation mark; undefined where the mark is a sign of the cell itself. */
  #quoted(begin: number, before: number, final: boolean): Cell | undefined {
    const text = this.#text;
    let value = '';
    let from = begin + 1;
    let stray = false;
    const { rowCharacters, quotedLines } = this.#limits;
    let lines = 0;
    for (let scan = from; ;) {
      const mark = text.indexOf('"', scan);
      const end = mark < 0 ? text.length : mark;
      lines += linesBetween(text, scan, end);
      const goesOnTooLong = end - begin > rowCharacters / 10 || lines > quotedLines;
      if (goesOnTooLong || (mark < 0 && final)) return undefined;
      if (mark < 0) return 'more';
      const after = afterBlanks(text, mark + 1);
      if (text.charCodeAt(mark + 1) === quote) {
        value += `${text.slice(from, mark)}"`;
        from = mark + 2;
        scan = from;
        continue;
      }
      if (after >= text.length && !final) return 'more';
      if (after >= text.length || this.#endsCell(text.charCodeAt(after))) {
        value += text.slice(from, mark);
        const swallows = this.#swallowsRows(begin, mark, before, final);
        if (swallows === 'more') return 'more';
        if (swallows) return undefined;
        return { value, end: after, stray };
      }
      stray = true;
      value += text.slice(from, mark + 1);
      from = mark + 1;
      scan = from;
    }
  }

  /**
   * Whether the quotation would swallow rows: the line it opens on is a row as it stands, and so is a line after it, or another
   * cell’s mark opens inside it. A cell that truly has line breaks in it goes on in lines that are no rows.
   */
  #swallowsRows(begin: number, mark: number, before: number, final: boolean): boolean | 'more' {
    const text = this.#text;
    if (this.#width === undefined) return false;
    let lineAt = lineBreak(text, begin + 1, mark);
    if (lineAt < 0 || before + this.#cellsIn(begin, lineAt) !== this.#width) return false;
    if (this.#opensInside(begin, mark)) return true;
    while (lineAt < mark) {
      const from = lineAt + lineEnd(text, lineAt);
      const end = lineBreak(text, from);
      if (end < 0 && !final) return 'more';
      lineAt = end < 0 ? text.length : end;
      if (this.#cellsIn(from, lineAt) === this.#width) return true;
    }
    return false;
  }

  /** Whether a mark stands where a cell begins. */
  #opensInside(begin: number, end: number): boolean {
    for (
      let at = this.#text.indexOf('"', begin + 1);
      at >= 0 && at < end;
      at = this.#text.indexOf('"', at + 1)
    ) {
      const code = this.#text.charCodeAt(at - 1);
      if (code === this.#delimiter || isLineBreak(code)) return true;
    }
    return false;
  }

  #cellsIn(begin: number, end: number): number {
    let cells = 1;
    for (let at = begin; at < end; at += 1) if (this.#text.charCodeAt(at) === this.#delimiter) cells += 1;
    return cells;
  }

  #plain(begin: number, final: boolean): Cell {
    const text = this.#text;
    const delimiter = this.#delimiter;
    for (let at = begin; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === lineFeed || code === carriageReturn)
        return { value: text.slice(begin, at), end: at, stray: false };
    }
    return final ? { value: text.slice(begin), end: text.length, stray: false } : 'more';
  }

  #endsCell(code: number): boolean {
    return code === this.#delimiter || code === lineFeed || code === carriageReturn;
  }
}

/** Where one sign stands in a text. Places are asked for in their order, so that each is sought once however often it is asked for. */
class Signs {
  readonly #text: string;
  readonly #sign: string;
  #found = -1;

  constructor(text: string, sign: string) {
    this.#text = text;
    this.#sign = sign;
  }

  /** The first from here on; the end of the text where there is none. */
  next(from: number): number {
    if (this.#found < from) {
      const found = this.#text.indexOf(this.#sign, from);
      this.#found = found < 0 ? this.#text.length : found;
    }
    return this.#found;
  }
}

/** A cell, or that more text is needed to see its end. */
type Cell = Readonly<{ value: string; end: number; stray: boolean }> | 'more';

/** A row with more marks that close nothing than these is not searched for more: each search may go on for thousands of signs. */
const mostStrayMarks = 4;

const quoteSign = '"';
const quote = quoteSign.charCodeAt(0);
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

function afterBlanks(text: string, begin: number): number {
  let at = begin;
  while (text.charCodeAt(at) === space) at += 1;
  return at;
}

/** How many characters end the line here: none at the end of the text. */
function lineEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === lineFeed) return 1;
  if (code !== carriageReturn) return 0;
  return text.charCodeAt(at + 1) === lineFeed ? 2 : 1;
}

function lineBreak(text: string, begin: number, end = text.length): number {
  for (let at = begin; at < end; at += 1) {
    if (isLineBreak(text.charCodeAt(at))) return at;
  }
  return -1;
}

const isLineBreak = (code: number): boolean => code === lineFeed || code === carriageReturn;

function linesBetween(text: string, begin: number, end: number): number {
  let lines = 0;
  for (let at = lineBreak(text, begin, end); at >= 0; at = lineBreak(text, at + lineEnd(text, at), end))
    lines += 1;
  return lines;
}

function linesWithin(raw: string): number {
  if (!raw.includes('\n') && !raw.includes('\r')) return 0;
  return linesBetween(raw, 0, raw.length);
}

/** The rows of a whole text. */
export function splitRows(
  text: string,
  delimiter: string,
  options: ConstructorParameters<typeof RowSplitter>[1] = {},
): readonly RawRow[] {
  const splitter = new RowSplitter(delimiter, options);
  return [...splitter.push(text), ...splitter.end()];
}

/** The first rows of a whole text; what comes after them is not looked at. */
export function firstRows(text: string, delimiter: string, most: number): readonly RawRow[] {
  const splitter = new RowSplitter(delimiter);
  const rows = splitter.push(text, most);
  return [...rows, ...splitter.end(most - rows.length)];
}
