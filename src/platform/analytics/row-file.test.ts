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

test('no row is lost where one piece of many rows ends, whatever the length of the longest', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-row-file-'));
  const workshop = await openWorkshop({ folder });
  try {
    for (const [count, longest] of [
      [100_000, 60],
      [100_001, 73],
      [61_003, 1111],
      [50_021, 200_003],
    ] as const) {
      const rows = workshop.rows([
        { name: 'n', type: 'INTEGER' },
        { name: 'text', type: 'VARCHAR' },
      ]);
      for (let n = 0; n < count; n += 1) rows.add([n, 'x'.repeat(n === 7 ? longest : 50 + (n % 9))]);
      rows.end();
      const [found] = await workshop.ask(
        `SELECT count(*)::INTEGER AS count, sum(n)::BIGINT AS sum FROM ${rows.table}`,
      );
      expect(found).toEqual({ count, sum: (BigInt(count) * BigInt(count - 1)) / 2n });
      rows.remove();
    }
  } finally {
    workshop.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
