import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** The file that somebody has taken from a page and writes in. */
type FileOnDesk = { readonly name: string; readonly rows: string[][] };
const desks = new WeakMap<Page, FileOnDesk>();

/** Takes the file behind a link, as somebody does who will open it in a spreadsheet. */
export async function takeFile(page: Page, link: string): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).first().click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8').replace('\uFEFF', '');
  const rows = text
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
        quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
      ),
    );
  desks.set(page, { name: download.suggestedFilename(), rows });
}

/** Writes in one cell of the file: in the first row of which a cell holds just this, under a heading. */
export function writeInFile(page: Page, [value, row, heading]: readonly [string, string, string]): void {
  const [headings = [], ...rows] = fileOf(page).rows;
  const cells = rows.find((each) => each.includes(row));
  const column = headings.indexOf(heading);
  if (cells === undefined) throw new Error(`no row of the file says ${row}`);
  if (column < 0) throw new Error(`no column of the file is called ${heading}`);
  cells[column] = value;
}

/** Chooses the file, as it is written by now, in a field of the page. */
export async function chooseFile(page: Page, label: string): Promise<void> {
  const { name, rows } = fileOf(page);
  const lines = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  await page
    .getByLabel(label, { exact: true })
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
}

function fileOf(page: Page): FileOnDesk {
  const file = desks.get(page);
  if (file === undefined) throw new Error('no file was taken');
  return file;
}
