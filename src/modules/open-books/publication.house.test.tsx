import type { Sql } from '#platform/db';
import { type Actor, date, ok } from '#platform/kernel';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { askAs } from './actions/publishing/ask-publication.ts';
import { bringAs } from './actions/publishing/bring-import.ts';
import { returnImport } from './actions/publishing/end-import.ts';
import { commandLine } from './actions/publishing/officers.ts';
import { beginPublication, goOnPublishing } from './actions/publishing/run-publication.ts';
import { monthsAround } from './domain/release/months-covered.ts';
import { importShown } from './queries/publishing/imports.ts';
import { insertPublication, lastPublication, movePublication } from './store/publications.ts';
import { listReleases } from './store/releases.ts';
import { openBooksForTest, type OpenBooksForTest } from './testing.ts';
import { BeingPublished, isBeingPublished } from './web/publishing/office/being-published.tsx';

const now = '2026-09-20T10:00:00Z';
const bodyId = 'maidstone';
const chief: Actor = {
  officeId: 'maidstone.chief-executive',
  officeTitle: 'Chief Executive, Maidstone Borough Council',
  role: 'chief-executive',
  bodyId,
  bodyName: 'Maidstone Borough Council',
  accountId: undefined,
};
const by = { officeTitle: commandLine.office, bodyId };

async function asked({ services }: OpenBooksForTest, month: number): Promise<string> {
  const rows = Array.from({ length: 50 }, (_, at) => `03/0${month}/2026,Firm ${at} Ltd,${at + 600}.10`);
  const bytes = Buffer.from(['Date,Supplier,Amount', ...rows].join('\n'));
  const begun = await bringAs(services, by, commandLine, {
    bodyId,
    dataset: 'spending',
    cameBy: 'command',
    files: [{ filename: `${month}.csv`, bytes }],
  });
  if (!begun.ok) throw new Error(JSON.stringify(begun.error));
  await begun.value.running;
  const { importId } = begun.value;
  const period = monthsAround(date(`2026-0${month}-01`), date(`2026-0${month}-03`));
  const done = await askAs(services, by, commandLine, { bodyId, importId, period, says: '' });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return importId;
}

const shownOf = async ({ services }: OpenBooksForTest, id: string) => {
  const shown = await services.database.as({ bodyId }, (sql) =>
    importShown(sql, { bodyId, id }, services.clock.now()),
  );
  if (shown === undefined) throw new Error('no import');
  return shown;
};

test('what a second officer approved is published, step by step, whatever stops the machine', async () => {
  const made = await openBooksForTest(now);
  const { services } = made;
  const { database, clock } = services;
  const ids = [];
  for (const month of [5, 6, 7]) ids.push(await asked(made, month));
  const [first = '', second = '', third = ''] = ids;

  // Nothing else is done with it meanwhile.
  expect((await beginPublication(services, chief, { bodyId, importId: first })).ok).toBe(true);
  expect(isBeingPublished(await shownOf(made, first))).toBe(true);
  const again = await beginPublication(services, chief, { bodyId, importId: first });
  const back = await returnImport(services, chief, { bodyId, importId: first, says: 'no' });
  for (const each of [again, back])
    expect(each).toEqual({ ok: false, error: { underWay: chief.officeTitle } });
  await expect
    .poll(async () => isBeingPublished(await shownOf(made, first)), { timeout: 60_000 })
    .toBe(false);
  expect((await shownOf(made, first)).releases).toHaveLength(1);

  // The process ended after somebody had approved: the page tells where it is, and the next start goes on with it.
  const named = { importId: second, number: 1, outcomes: 1 };
  const keep = (work: (sql: Sql) => Promise<void>) =>
    database.transaction<void, never>({ bodyId }, {}, async (sql) => ok(await work(sql)));
  await keep((sql) => insertPublication(sql, named, chief, clock.now()));
  await keep((sql) => movePublication(sql, named, clock.now(), { step: 'suppliers' }));
  expect(await pageOf(made, second)).toContain('step 3 of 4. The suppliers are found');
  await goOnPublishing(services);
  expect((await shownOf(made, second)).brought.standing.is).toBe('approved');

  // The process ended between the publication and the word that it is done: it is not published twice.
  await keep((sql) =>
    insertPublication(sql, { importId: second, number: 2, outcomes: 1 }, chief, clock.now()),
  );
  await goOnPublishing(services);
  await goOnPublishing(services);
  expect(await listReleases(database)).toHaveLength(2);
  const last = await database.as({ bodyId }, (sql) => lastPublication(sql, second));
  expect(last?.endedAt).toBeDefined();

  // What broke off by a fault may be approved again.
  const broken = { importId: third, number: 1, outcomes: 1 };
  await keep((sql) => insertPublication(sql, broken, chief, clock.now()));
  await keep((sql) => movePublication(sql, broken, clock.now(), { refused: 'broke-off' }));
  expect(await pageOf(made, third)).toContain('nothing came of it. A fault of the machine');
  expect((await beginPublication(services, chief, { bodyId, importId: third })).ok).toBe(true);
  await expect.poll(async () => (await listReleases(database)).length, { timeout: 60_000 }).toBe(3);
});

async function pageOf(made: OpenBooksForTest, importId: string): Promise<string> {
  const { publication } = await shownOf(made, importId);
  if (publication === undefined) return '';
  return renderToString(<BeingPublished publication={publication} path="/x" isStill={false} />);
}
