import { withClient } from '#platform/db';
import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { approveImport } from './actions/publishing/approve-import.ts';
import { askPublication, type PublicationAsked } from './actions/publishing/ask-publication.ts';
import { findingInWords } from './domain/import/report.ts';
import { monthsAround } from './domain/release/months-covered.ts';
import { findImport } from './store/imports.ts';
import { listReleases, publishedReport } from './store/releases.ts';
import {
  bodyId,
  broughtForTest,
  chief,
  finance,
  openBooksForTest,
  type OpenBooksForTest,
} from './testing.ts';

const may = monthsAround(date('2026-05-01'), date('2026-05-31'));
const june = monthsAround(date('2026-06-01'), date('2026-06-30'));

const ofMay = [
  'Date,Supplier,Invoice,Amount',
  '03/05/2026,Alder Print Ltd,A-1,900.00',
  '13/05/2026,Beech Cleaning Ltd,B-7,1500.60',
  '23/05/2026,Cedar Homes Ltd,C-3,2750.00',
];

async function brought(made: OpenBooksForTest, lines: readonly string[]) {
  const importId = await broughtForTest(made, [{ filename: 'payments.csv', lines }]);
  const found = await made.services.database.as({ bodyId }, (sql) =>
    findImport(sql, { bodyId, id: importId }),
  );
  return { importId, report: found?.reading.report };
}

test('payments that stand in a release of other months are published again only with a reason', async () => {
  const made = await openBooksForTest();
  const { services } = made;
  const ask = (importId: string, more: Partial<PublicationAsked>) =>
    askPublication(services, finance, { bodyId, importId, period: june, says: '', ...more });
  const approve = (importId: string) => approveImport(services, chief, { bodyId, importId });
  const first = await brought(made, ofMay);
  expect((await ask(first.importId, { period: may })).ok).toBe(true);
  expect((await approve(first.importId)).ok).toBe(true);

  // Two of its lines among others, said to be of June: the release of May stays, so they would be counted twice.
  const again = await brought(made, [...ofMay.slice(0, 3), '05/06/2026,Dogwood Ltd,D-1,800.00']);
  expect(again.report?.findings).toContainEqual({
    kind: 'published-before',
    rows: 2,
    pence: 240_060,
    samples: [
      { file: 0, line: 2, says: '2026-05-03 · Alder Print Ltd · £900.00' },
      { file: 0, line: 3, says: '2026-05-13 · Beech Cleaning Ltd · £1500.60' },
    ],
  });
  const twice = { ok: false, error: { twice: { rows: 2, pence: 240_060 } } };
  expect(await ask(again.importId, {})).toMatchObject(twice);
  expect(await ask(again.importId, { mayBeTwice: true })).toEqual({ ok: false, error: 'why-twice' });
  expect((await ask(again.importId, { mayBeTwice: true, says: 'Both were paid again' })).ok).toBe(true);
  const release = await approve(again.importId);
  if (!release.ok) throw new Error(JSON.stringify(release.error));
  expect((await publishedReport(services.database, release.value))?.findings).toMatchObject([
    { kind: 'published-elsewhere', rows: 2 },
    { kind: 'outside-months', rows: 2 },
  ]);
});

test('payments without days are known again by payee, amount and reference', async () => {
  const made = await openBooksForTest();
  const { services } = made;
  const first = await brought(made, ofMay);
  const asked = { bodyId, period: may, says: '' };
  await askPublication(services, finance, { ...asked, importId: first.importId });
  await approveImport(services, chief, { bodyId, importId: first.importId });
  const dateless = ofMay.map((line) => line.split(',').slice(1).join(','));
  const again = await brought(made, dateless);
  expect(again.report?.findings).toContainEqual(
    expect.objectContaining({ kind: 'published-before', rows: 3, pence: 515_060 }),
  );
  expect(
    await askPublication(services, finance, { ...asked, period: june, importId: again.importId }),
  ).toMatchObject({ error: { twice: { rows: 3 } } });
  // Of the same month they take the place of what is there.
  expect((await askPublication(services, finance, { ...asked, importId: again.importId })).ok).toBe(true);
  expect((await approveImport(services, chief, { bodyId, importId: again.importId })).ok).toBe(true);
});

test('what was published after it was asked is seen when it is approved', async () => {
  const made = await openBooksForTest();
  const { services } = made;
  const first = await brought(made, ofMay);
  const second = await brought(made, [...ofMay, '05/06/2026,Dogwood Ltd,D-1,800.00']);
  for (const [{ importId }, period] of [[first, may] as const, [second, june] as const])
    expect((await askPublication(services, finance, { bodyId, importId, period, says: '' })).ok).toBe(true);
  expect((await approveImport(services, chief, { bodyId, importId: first.importId })).ok).toBe(true);
  expect(await approveImport(services, chief, { bodyId, importId: second.importId })).toMatchObject({
    error: { twice: { rows: 3, pence: 515_060 } },
  });
  expect(await listReleases(services.database)).toHaveLength(1);
});

test('payments of another council are published only where the officer says that they are of this one', async () => {
  const made = await openBooksForTest();
  const { services } = made;
  const named = (name: string) => ofMay.map((line, at) => `${at === 0 ? 'Body name' : name},${line}`);
  const own = await brought(made, named('MAIDSTONE BC'));
  expect(own.report?.findings).toEqual([]);
  const other = await brought(made, named('Trafford Council'));
  expect(other.report?.findings[0]).toEqual({
    kind: 'other-body',
    rows: 3,
    pence: 515_060,
    samples: [{ file: 0, line: 0, says: 'payments.csv names Trafford Council' }],
  });
  const asked = { bodyId, importId: other.importId, period: may, says: '' };
  expect(await askPublication(services, finance, asked)).toEqual({
    ok: false,
    error: { unconfirmed: ['other-body'] },
  });
  expect((await askPublication(services, finance, { ...asked, confirmed: ['other-body'] })).ok).toBe(true);
});

test('payments are told to be small by the amount over which their body publishes, its own rule or the Code’s', async () => {
  const made = await openBooksForTest();
  const lines = [
    'Date,Supplier,Amount',
    '01/05/2026,Alder Ltd,250.00',
    '02/05/2026,Beech Ltd,250.01',
    '03/05/2026,Cedar Ltd,500.01',
  ];
  const small = async (...more: readonly string[]) =>
    (await brought(made, [...lines, ...more])).report?.findings.filter(
      ({ kind }) => kind === 'under-threshold',
    );
  const [byLaw] = (await small()) ?? [];
  expect(byLaw).toMatchObject({ rows: 2, pence: 50_001, over: { amount: 50_000, setBy: 'law' } });
  expect(byLaw && findingInWords(byLaw)).toMatch(
    /^Payments of £500\.00 or less: by the law those of more are published \(.*Transparency Code 2015/,
  );

  await withClient(made.ownerUrl, (client) =>
    client.query(
      `INSERT INTO register.rule_version (body_id, key, version, value, valid_from, source, certainty, recorded_on)
       VALUES ('maidstone', 'payments.publishedOver', 1, '"25000"', '2026-04-01', 'Decision of the council', 'verified', '2026-03-01')`,
    ),
  );
  const again = await small('04/05/2026,Dogwood Ltd,600.00');
  expect(again).toMatchObject([{ rows: 1, pence: 25_000, over: { amount: 25_000, setBy: 'body' } }]);
});
