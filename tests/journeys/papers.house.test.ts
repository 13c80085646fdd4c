import { openRecordHead } from '#platform/record';
import { date, fixedClock } from '#platform/kernel';
import { beforeAll, describe, expect, test } from 'vitest';
import { useSite } from '../support/open-site.ts';
import { publishedPaper } from '../support/published-paper.ts';
import { errorsOf, words } from '../support/read-page.ts';
import { boxes, draftRecord, wholeRecord } from '../support/record-decision.ts';
import { actingIn, type Upload, type Visitor, visitorOf } from '../support/visitor.ts';

const clock = fixedClock(new Date('2026-07-15T10:00:00Z'));
const site = useSite({ ACCORD_UPLOAD_MB: '1' }, clock);
let clerk: Visitor;
let other: Visitor;
let reader: Visitor;

beforeAll(async () => {
  clerk = await actingIn(site().address, 'maidstone.democratic-services-officer');
  other = await actingIn(site().address, 'swale.democratic-services-officer');
  reader = visitorOf(site().address);
});

const papers = '/office/maidstone/papers';
const said = {
  title: 'Waste collection: report',
  kind: 'report',
  access: 'open',
  source: 'Head of Environment',
};
const text = (holds: string | Buffer, name = 'report.txt', type = 'text/plain'): Upload => ({
  field: 'file',
  name,
  type,
  holds,
});
const form = `${papers}/add`;
const add = async (answers: Readonly<Record<string, string>>, ...files: readonly Upload[]) =>
  clerk.upload(form, { ...(await clerk.hiddenFields(form)), ...said, ...answers }, files);

describe('a clerk adds a paper', () => {
  test('which is the body’s own until it is published', async () => {
    const added = await add({}, text('Six bidders were compared.', 'Übersicht £.txt'));
    expect(errorsOf(added)).toEqual([]);
    const path = added.to ?? '';
    expect(path).toMatch(new RegExp(`^${papers}/[0-9a-f-]{36}$`));
    const shown = await clerk.get(path);
    expect(words(shown)).toContain('Übersicht £.txt (plain text, 26 bytes)');
    const handed = await clerk.get(`${path}/file`);
    expect([handed.body, handed.headers.get('cache-control')]).toEqual([
      'Six bidders were compared.',
      'no-store',
    ]);
    const id = path.split('/').at(-1) ?? '';
    for (const visitor of [other, reader])
      for (const address of [`/papers/${id}`, `/papers/${id}/file`])
        expect((await visitor.get(address)).status, address).toBe(404);
    expect((await other.get(path)).status).toBe(403);
    expect((await other.get(path.replace('maidstone', 'swale'))).status).toBe(404);
    expect((await other.get(`${path.replace('maidstone', 'swale')}/file`)).status).toBe(404);
    expect(words(await clerk.get(papers))).toContain('Waste collection: report');
  });

  test('from a form of theirs, and comes back to it with the paper named', async () => {
    const next = '/bodies/maidstone/details?draft=1';
    const added = await add({ next }, text('x'));
    expect(added.to).toMatch(/^\/bodies\/maidstone\/details\?draft=1&paper=[0-9a-f-]{36}$/);
    expect((await clerk.get(`${form}?next=${encodeURIComponent(next)}`)).body).toContain(`value="${next}"`);
    const led = await add({ next: '//elsewhere.example' }, text('x'));
    expect(led.to).toMatch(/^\/office\/maidstone\/papers\//);
  });

  test.each([
    ['without a file', [], 'Select the file of the paper'],
    ['that is empty', [text('')], '“report.txt” is empty. Choose the file again'],
    [
      'that lies about its type',
      [text('MZ\x90\0', 'minutes.pdf', 'application/pdf')],
      '“minutes.pdf” is a program for Windows, but its name ends as .pdf. Give it the name of what it is, or choose another file',
    ],
    [
      'that is too large',
      [text('x'.repeat(1_000_001), 'long.txt')],
      '“long.txt” is larger than 1 MB. Choose a smaller file, or split it',
    ],
    ['and another', [text('x'), text('y')], 'Choose no more than one file'],
  ])('%s: told in a sentence, and every answer is kept', async (_, files, sentence) => {
    const answered = await add({}, ...files);
    expect([answered.status, errorsOf(answered)]).toEqual([422, [sentence]]);
    expect(answered.body).toContain('value="Waste collection: report"');
  });

  test('that is exempt: everything the law asks is asked for at once', async () => {
    const answered = await add({ access: 'exempt' }, text('Prices'));
    expect(errorsOf(answered)).toHaveLength(4);
    const right = {
      access: 'exempt',
      'paragraph-3': 'yes',
      publicInterest: 'Bidders would lose by it',
      publicSummary: 'Prices offered',
      'reviewOn-day': '1',
      'reviewOn-month': '4',
      'reviewOn-year': '2027',
    };
    const added = await add(right, text('Prices'));
    expect(errorsOf(added)).toEqual([]);
    expect(words(await clerk.get(added.to ?? ''))).toContain('3. Financial or business affairs');
    const review = `${added.to}/review`;
    const moved = await clerk.send(review, {
      'reviewOn-day': '1',
      'reviewOn-month': '5',
      reason: 'Appeal',
      'reviewOn-year': '2027',
    });
    expect(errorsOf(moved)).toEqual([]);
    const again = await clerk.post(review, {
      ...(await clerk.hiddenFields(review)),
      seen: '2027-04-01',
      reason: 'Mine',
      'reviewOn-day': '1',
      'reviewOn-month': '6',
      'reviewOn-year': '2027',
    });
    expect([again.status, words(again)]).toEqual([
      422,
      expect.stringContaining('Another officer moved the day'),
    ]);
  });

  test('and removes it again', async () => {
    const { to = '' } = await add({ title: 'By mistake' }, text('Wrong one'));
    const removed = await clerk.send(to, {}, `${to}/remove`);
    expect(removed.to).toBe(papers);
    expect((await clerk.get(to)).status).toBe(404);
  });

  test('without the right to', async () => {
    const councillor = await actingIn(site().address, 'maidstone.non-executive-councillor-1');
    const form = await clerk.hiddenFields(`${papers}/add`);
    expect((await councillor.upload('/account', form, [])).status).toBe(404);
    const sent = await councillor.post(`${papers}/add`, {
      ...said,
      csrf: (await councillor.hiddenFields('/account'))['csrf'] ?? '',
    });
    expect(sent.status).toBe(403);
  });
});

describe('a published paper', () => {
  test('can be read by anyone, and runs nothing here', async () => {
    const head = await openRecordHead({ url: site().test.appUrl, onError: () => undefined });
    const services = { database: site().test.database, clock, head };
    const id = await publishedPaper(services, {
      holds: 'Six bidders were compared.',
      filename: 'Bericht “1”.txt',
    });
    const page = await reader.get(`/papers/${id}`);
    expect(words(page)).toContain('plain text, 26 bytes');
    const file = await reader.get(`/papers/${id}/file`);
    expect(file.body).toBe('Six bidders were compared.');
    expect(file.headers.get('content-disposition')).toBe(
      'inline; filename="Bericht -1-.txt"; filename*=UTF-8\'\'Bericht%20%E2%80%9C1%E2%80%9D.txt',
    );
    expect(file.headers.get('content-security-policy')).toMatch(/default-src 'none'.*; sandbox$/);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(words(await reader.get('/bodies/maidstone/papers'))).toContain('Report');
    expect((await reader.get('/bodies/maidstone/papers.csv')).body).toContain(`/papers/${id}`);
    expect((await reader.get(`/papers/${id}?on=2026-07-14`)).status).toBe(404);

    const web = await publishedPaper(services, { holds: '<!doctype html><p>Read me', filename: 'page.html' });
    const saved = await reader.get(`/papers/${web}/file`);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment/);

    const exempt = await publishedPaper(services, { holds: 'Secret prices', reviewOn: date('2999-01-01') });
    expect(words(await reader.get(`/papers/${exempt}`))).toMatch(
      /paragraph 3\. Financial.*It is released on 1 January 2999/,
    );
    expect((await reader.get(`/papers/${exempt}/file`)).status).toBe(404);
    await head.close();
  });
});

test('before a record is published its check names every file that goes out with it, and who may read it', async () => {
  const [report, bids] = [
    await add({ title: 'Depot report' }, text('Open.', 'depot.txt')),
    await add(
      {
        title: 'Bids for the depot',
        access: 'exempt',
        'paragraph-3': 'yes',
        publicInterest: 'It would harm the tender',
        publicSummary: 'The prices of three bidders',
        ...boxes('reviewOn', '2030-04-01'),
      },
      text('A secret price.', 'bids.txt'),
    ),
  ].map((added) => added.to?.split('/').at(-1) ?? '');
  const draft = await draftRecord(clerk, 'maidstone', wholeRecord);
  expect(words(await clerk.get(`${draft}/check`))).toContain('No paper is published with it.');
  const picked = { ...wholeRecord.steps['papers'], [`paper-${report}`]: 'yes', [`paper-${bids}`]: 'yes' };
  expect((await clerk.send(`${draft}/papers`, picked)).status).toBe(303);
  const checked = words(await clerk.get(`${draft}/check`));
  expect(checked).toMatch(/Depot report\s+depot\.txt\s+Open: anyone may read it/);
  expect(checked).toMatch(/Bids for the depot\s+bids\.txt\s+Exempt: not to be read by the public yet/);
});
