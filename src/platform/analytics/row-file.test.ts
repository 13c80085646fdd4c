import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWorkshop } from './open-workshop.ts';

test('texts come out as they went in, however long a row is, and null as null', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-row-file-'));
  const workshop = await openWorkshop({ folder });
  try {
    const texts = [
      '',
      null,
      'a "b" c',
      '"',
      'two\nlines\r\n',
      'unit\u{1f}end',
      'record\u{1e}end',
      '\u{1e}',
      ' spaces ',
      '\\N',
      '€'.repeat(400_000),
    ];
    const rows = workshop.rows([
      { name: 'n', type: 'BIGINT' },
      { name: 'text', type: 'VARCHAR' },
      { name: 'after', type: 'VARCHAR' },
    ]);
    for (const [n, text] of texts.entries()) rows.add([BigInt(n), text, 'x']);
    rows.end();
    expect(await workshop.ask(`SELECT * FROM ${rows.table}`)).toEqual(
      texts.map((text, n) => ({ n: BigInt(n), text, after: 'x' })),
    );
    const left = workshop.rows([{ name: 'n', type: 'BIGINT' }]);
    left.remove();
    rows.remove();
    expect(readdirSync(join(folder, 'overflow'))).toEqual([]);
  } finally {
    workshop.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
