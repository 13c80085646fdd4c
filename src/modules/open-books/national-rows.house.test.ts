import { join } from 'node:path';
import { openWorkshop, quoted } from '#platform/analytics';
import { expect, test } from 'vitest';
import { nationalRows } from './queries/publishing/national-rows.ts';
import { releasesFolder } from './store/folders.ts';
import { openBooksForTest, releaseForTest } from './testing.ts';

test('the national schema has amounts to the penny, and the month where the file gives no day', async () => {
  const { services } = await openBooksForTest();
  const { published } = services;
  const release = await releaseForTest(services, { id: 'swale-2026', bodyId: 'swale', payments: [] });
  const folder = join(releasesFolder(published.folder), release.id);
  const workshop = await openWorkshop({ folder });
  await workshop.run(`COPY (SELECT DATE '2026-04-01' AS paid, NULL::DATE AS paid_to, 'Oak' AS supplier, 1230::BIGINT AS pence
      UNION ALL SELECT DATE '2026-04-01', DATE '2026-04-30', 'Elm', -5
      UNION ALL SELECT DATE '2026-04-01', DATE '2026-06-30', '-Ash', 900719925474099267)
    TO ${quoted(join(folder, 'rows-1.parquet'))} (FORMAT parquet)`);
  workshop.close();
  let text = '';
  for await (const piece of nationalRows(published, { ...release, bodyName: 'Swale Borough Council' }))
    text += piece;
  const [headings = '', ...lines] = text.trim().split('\r\n');
  const at = (name: string) => headings.split(',').indexOf(name);
  expect(
    lines.map((line) =>
      [at('BeneficiaryName'), at('PaymentDate'), at('Amount')].map((n) => line.split(',')[n]),
    ),
  ).toEqual([
    ['Oak', '2026-04-01', '12.30'],
    ['Elm', '2026-04', '-0.05'],
    [`'-Ash`, '2026-04-01/2026-06-30', '9007199254740992.67'],
  ]);
});
