import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFiles } from './read-files.ts';

test('what is found is told with days and amounts as the pages write them', async () => {
  const base = mkdtempSync(join(tmpdir(), 'accord-samples-'));
  try {
    const path = join(base, 'payments.csv');
    writeFileSync(path, 'Date,Supplier,Amount\n07/05/2017,Acme Ltd,1153.29\n08/05/2017,Oak Ltd,9000.00\n');
    const report = await readFiles({
      files: [{ path, filename: 'payments.csv' }],
      folder: join(base, 'staged'),
      decided: () => undefined,
      thresholdPence: 200_000,
      progress: () => undefined,
    });
    expect(report.findings.find(({ kind }) => kind === 'under-threshold')?.samples).toEqual([
      { file: 0, line: 2, says: '7 May 2017 · Acme Ltd · £1,153.29' },
    ]);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
});
