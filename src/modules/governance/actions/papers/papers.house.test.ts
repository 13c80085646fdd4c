import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { date, type IsoDate } from '#platform/kernel';
import { act, type ActServices } from '#platform/record';
import type { NewPaper } from '../../domain/papers/new-paper.ts';
import { findThings } from '../../queries/find/find-things.ts';
import { papersOf } from '../../queries/papers/papers-of.ts';
import { findPaperBytes } from '../../store/papers.ts';
import { governanceForTest, officerOf } from '../../testing.ts';
import { addPaper, type HandedIn } from './add-paper.ts';
import { attachPapers } from './attach-papers.ts';
import { publishPapers } from './publish-papers.ts';
import { removePaper } from './remove-paper.ts';
import { reviewPaper } from './review-paper.ts';

const clerk = officerOf('maidstone', 'democratic-services');
const subject = '/decisions/maidstone/2026-001';

const textFile = (says: string, filename = 'report.txt'): HandedIn => {
  const bytes = Buffer.from(says);
  return {
    filename,
    declaredType: 'text/plain',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
};
const aPaper = (given: Partial<NewPaper> = {}): NewPaper => ({
  bodyId: 'maidstone',
  title: 'Report of the Head of Environment',
  kind: 'report',
  access: 'open',
  paragraphs: [],
  publicInterest: '',
  publicSummary: '',
  reviewOn: undefined,
  source: 'Head of Environment',
  ...given,
});
const exempt = (reviewOn: IsoDate): NewPaper =>
  aPaper({
    title: 'Tender prices',
    access: 'exempt',
    paragraphs: [3],
    publicInterest: 'Bidders would lose by it',
    publicSummary: 'The prices that six bidders offered',
    reviewOn,
  });

async function added(
  services: ActServices,
  paper: NewPaper,
  file = textFile('We compared six bidders.'),
): Promise<string> {
  const done = await addPaper(services, officerOf(paper.bodyId, 'democratic-services'), paper, file);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value.id;
}

/** Publishes papers as the act that publishes a decision does. */
const published = (services: ActServices, ids: readonly string[], bodyId = 'maidstone') =>
  act(services, officerOf(bodyId, 'democratic-services'), {}, async (sql) => {
    const attached = await attachPapers(
      sql,
      { subject, bodyId },
      ids.map((id) => ({ id })),
    );
    if (!attached.ok) return attached;
    const with_ = {
      at: services.clock.now(),
      on: services.clock.today(),
      places: ['maidstone'],
      topics: ['waste'],
    };
    const papers = await publishPapers(sql, attached.value, with_);
    const entry = {
      act: 'governance.decision.published',
      subject,
      summary: 'A decision',
      facts: { papers: [...papers] },
    };
    return { ok: true, value: { value: [...papers], entry: { ...entry, visibility: 'public' } } } as const;
  });

describe('a paper', () => {
  test('is its body’s own until the decision it belongs to is published, then anyone’s', async () => {
    const { services, database } = await governanceForTest();
    const id = await added(services, aPaper());
    expect(await findPaperBytes(database, id)).toBeUndefined();
    const other = await database.as({ bodyId: 'swale' }, (sql) => findPaperBytes(sql, id));
    expect(other).toBeUndefined();
    expect((await database.as(clerk, (sql) => findPaperBytes(sql, id)))?.filename).toBe('report.txt');

    expect(await published(services, [id])).toMatchObject({
      ok: true,
      value: [{ id, sha256: expect.any(String) }],
    });
    expect((await findPaperBytes(database, id))?.bytes.toString()).toBe('We compared six bidders.');
    const [listed] = await papersOf(database, subject, date('2026-07-15'));
    expect(listed).toMatchObject({
      role: 'report',
      isReadable: true,
      file: { byteCount: 24, mediaType: 'text/plain' },
    });
    expect(await papersOf(database, subject, date('2026-07-14'))).toEqual([]);
  });

  test('of another body is refused by name, and so is one that is not there', async () => {
    const { services } = await governanceForTest();
    const draft = await added(services, aPaper({ bodyId: 'swale' }));
    expect(await published(services, [draft])).toEqual({
      ok: false,
      error: { papers: 'no-such-paper', paperId: draft },
    });
    await published(services, [draft], 'swale');
    expect(await published(services, [draft])).toEqual({
      ok: false,
      error: { papers: 'of-another-body', paperId: draft },
    });
  });

  test('that was handed in before is stored once for its body, and once more for another body', async () => {
    const { services, asSuperuser } = await governanceForTest();
    await added(services, aPaper());
    const second = await added(services, aPaper({ title: 'The same again' }));
    await added(services, aPaper({ bodyId: 'swale' }));
    const rows = () => asSuperuser('SELECT body_id FROM governance.paper_file ORDER BY 1');
    expect(await rows()).toEqual([{ body_id: 'maidstone' }, { body_id: 'swale' }]);
    await removePaper(services, clerk, { bodyId: 'maidstone', paperId: second });
    expect(await rows()).toHaveLength(2);
    const [last] = await asSuperuser("SELECT id FROM governance.paper WHERE body_id = 'maidstone'");
    await removePaper(services, clerk, { bodyId: 'maidstone', paperId: String(last?.['id']) });
    expect(await rows()).toEqual([{ body_id: 'swale' }]);
  });

  test('stays once it is published', async () => {
    const { services } = await governanceForTest();
    const id = await added(services, aPaper());
    await published(services, [id]);
    expect(await removePaper(services, clerk, { bodyId: 'maidstone', paperId: id })).toEqual({
      ok: false,
      error: 'already-published',
    });
  });

  test('that is exempt says by which paragraph, why, what the public may know, and until when', async () => {
    const { services } = await governanceForTest();
    const bare = { ...aPaper(), access: 'exempt' as const };
    expect(await addPaper(services, clerk, bare, textFile('x'))).toEqual({
      ok: false,
      error: { faults: ['no-paragraph', 'no-public-interest', 'no-public-summary', 'no-review-date'] },
    });
  });
});

describe('an exempt paper', () => {
  // Of years ago, since the database goes by the day it really is and the application by its clock: both must agree.
  const review = date('2020-03-02');

  test('is known of from the day it is published, and released on its review date, its words with it', async () => {
    const { at, database } = await governanceForTest('2020-02-03 10:00');
    const id = await added(at('2020-02-03 10:00'), exempt(review));
    const told = await published(at('2020-02-03 10:00'), [id]);
    expect(JSON.stringify(told)).not.toContain('sha256');
    const on = async (day: IsoDate) => (await papersOf(database, subject, day))[0];
    expect(await on(date('2020-03-01'))).toMatchObject({ isReadable: false, file: undefined });
    expect(await on(review)).toMatchObject({ isReadable: true, file: { filename: 'report.txt' } });

    const found = async (day: IsoDate) =>
      (await findThings(database, { words: 'compared' }, { on: day })).count;
    expect([await found(date('2020-03-01')), await found(review)]).toEqual([0, 1]);
  });

  test('is found by its words on the very day of its release, though nobody has published anything since', async () => {
    const { at, database, asSuperuser } = await governanceForTest('2020-02-03 10:00');
    await published(at('2020-02-03 10:00'), [await added(at('2020-02-03 10:00'), exempt(review))]);
    // As it stood on the day before, when its words were not among what is found.
    await asSuperuser(
      `UPDATE governance.found SET visible_from = NULL, text = 'A report' WHERE kind = 'paper'`,
    );
    const found = async (day: IsoDate, words = 'compared') =>
      (await findThings(database, { words }, { on: day })).count;
    expect([await found(date('2020-03-01')), await found(review)]).toEqual([0, 1]);
    expect(await found(review, 'nowhere')).toBe(0);
  });

  test('whose date has not come gives nobody else its bytes or text, even past the application’s checks', async () => {
    const { services, database, asSuperuser } = await governanceForTest();
    const id = await added(services, exempt(date('2999-01-01')));
    await published(services, [id]);
    for (const viewer of [undefined, { bodyId: 'swale' }]) {
      const seen = await database.as(viewer, (sql) => findPaperBytes(sql, id));
      expect(seen).toBeUndefined();
    }
    // It is the wall that hides them: without it they are there to be seen.
    for (const table of ['paper_content', 'paper_file'])
      await asSuperuser(`ALTER TABLE governance.${table} DISABLE ROW LEVEL SECURITY`);
    expect(await findPaperBytes(database, id)).toBeDefined();

    const found = await asSuperuser('SELECT text FROM governance.found');
    expect(JSON.stringify(found)).toContain('six bidders offered');
    expect(JSON.stringify(found)).not.toContain('We compared');
  });

  test('is released early, or later than meant, with a reason; two officers cannot both decide', async () => {
    const { services, database } = await governanceForTest();
    const id = await added(services, exempt(date('2999-01-01')));
    await published(services, [id]);
    const decide = (reviewOn: IsoDate, seen: IsoDate) =>
      reviewPaper(services, clerk, { bodyId: 'maidstone', paperId: id, reviewOn, seen, reason: 'Awarded' });
    expect(await decide(date('2999-06-01'), date('2999-01-01'))).toEqual({ ok: true, value: undefined });
    expect(await decide(date('2026-08-01'), date('2999-01-01'))).toMatchObject({
      ok: false,
      error: { stale: { reviewOn: '2999-06-01' } },
    });
    expect(await decide(date('2026-07-14'), date('2999-06-01'))).toEqual({
      ok: false,
      error: 'review-date-passed',
    });
    expect(await decide(date('2026-07-15'), date('2999-06-01'))).toEqual({ ok: true, value: undefined });
    expect((await papersOf(database, subject, date('2026-07-15')))[0]).toMatchObject({ isReadable: true });
    expect(await decide(date('2999-01-01'), date('2026-07-15'))).toEqual({
      ok: false,
      error: 'already-released',
    });
  });
});
