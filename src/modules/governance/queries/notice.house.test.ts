import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { aContent, aVersion } from '../domain/notice/notice.testing.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { insertNotices } from '../store/notices.ts';
import { governanceForTest } from '../testing.ts';
import { noticeOf, noticesGiven } from './notice.ts';
import { openNoticesOf } from './notices-open.ts';

const published = { publishedBy: 'Clerk', fromDraft: undefined };

test('a notice answers as it stood, gives the notice of its days, and is open until it is withdrawn', async () => {
  const { database, services } = await governanceForTest('2025-07-15 10:00');
  const at = { ...published, recordedAt: services.clock.now() };
  const notice: Notice = {
    id: 'maidstone/2025-001',
    bodyId: 'maidstone',
    reference: '2025-001',
    externalReference: undefined,
    versions: [
      { ...aVersion('2025-02-20'), ...at, version: 1, reason: '' },
      {
        ...aVersion('2025-03-03', { title: 'Another matter' }),
        ...at,
        version: 2,
        change: 'changed',
        reason: 'It grew',
      },
      { ...aVersion('2025-05-01'), ...at, version: 3, change: 'withdrawn', reason: 'No money' },
    ],
  };
  await database.transaction(undefined, {}, async (sql) => {
    await insertNotices(sql, [notice]);
    return { ok: true, value: undefined };
  });

  const titleOn = async (day: string) =>
    (await noticeOf(database, notice.id, date(day)))?.version.content.title;
  expect(await Promise.all(['2025-02-19', '2025-02-20', '2025-03-03'].map(titleOn))).toEqual([
    undefined,
    aContent.title,
    'Another matter',
  ]);
  expect((await noticeOf(database, notice.id, date('2025-05-01')))?.notice).toEqual(notice);

  const givenOn = async (takenOn: string) =>
    (await noticesGiven(database, notice.id, date(takenOn))).noticePublishedOn;
  expect(await Promise.all(['2025-02-28', '2025-04-01', '2025-05-02'].map(givenOn))).toEqual([
    '2025-02-20',
    '2025-03-03',
    undefined,
  ]);
  expect(await noticesGiven(database, 'maidstone/none', date('2025-04-01'))).toMatchObject({
    noticePublishedOn: undefined,
  });

  const openOn = async (day: string, bodyId?: string) =>
    (await openNoticesOf(database, bodyId, date(day))).map(({ title }) => title);
  expect(await openOn('2025-02-19')).toEqual([]);
  expect(await openOn('2025-02-20', 'maidstone')).toEqual([aContent.title]);
  expect(await openOn('2025-02-20', 'swale')).toEqual([]);
  expect(await openOn('2025-04-30')).toEqual(['Another matter']);
  expect(await openOn('2025-05-01')).toEqual([]);
});
