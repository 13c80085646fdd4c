export {
  decode,
  decoder,
  type DetectedEncoding,
  detectEncoding,
  encode,
  type Encoding,
  encodings,
} from './encoding.ts';
export { type Delimiter, delimiters, detectDialect, type Dialect } from './delimiter.ts';
export { type RawRow, type RowLimits, RowSplitter, RowTooLong, splitRows } from './split-rows.ts';
export { isWrittenSo, openTextTable, type TextSource, type TextTable } from './text-table.ts';
export { withTables } from './open-tables.ts';
export type { OpenedTable, OpenRefusal, Unread } from './opened-table.ts';
export { writeAsUtf8 } from './write-as-utf8.ts';
export { linesAt } from './lines-at.ts';
export { lookOverText, type TextLooks } from './look-over-text.ts';
export { sampleText, type TextSample } from './sample-text.ts';
