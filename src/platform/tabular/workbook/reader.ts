// The process that reads one workbook: its path comes in, its sheets go out as lines of JSON, and nothing else does. Ends with
// 2 when it cannot be read.
import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import { cellText } from './cell-text.ts';

const rowsAtOnce = 2000;

try {
  const book = read(await readFile(process.argv[2] ?? ''), {
    dense: true,
    cellDates: true,
    cellText: false,
    cellHTML: false,
  });
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    if (sheet === undefined) continue;
    const rows = utils.sheet_to_json<unknown[]>(sheet, {
      header: 1,
      raw: true,
      defval: '',
      blankrows: true,
      UTC: true,
    });
    for (let from = 0; from === 0 || from < rows.length; from += rowsAtOnce) {
      const some = rows.slice(from, from + rowsAtOnce).map((cells) => cells.map(cellText));
      const sent = process.stdout.write(`${JSON.stringify({ sheet: name, from, rows: some })}\n`);
      if (!sent) await new Promise((resume) => process.stdout.once('drain', resume));
    }
  }
} catch {
  process.exitCode = 2;
}
