import { tokenHash } from '#platform/identity';
import { type Actor, addDays, date } from '#platform/kernel';
import type { ActServices } from '#platform/record';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { tallyOf } from '../../domain/consultation/analysis.ts';
import type { Sheet } from '../../domain/consultation/sheet.ts';
import { consultationAt } from '../../queries/consultations/consultation-at.ts';
import { progressOf, responsesAfter, responseSeen } from '../../queries/consultations/responses-seen.ts';
import { resultsShown } from '../../queries/consultations/results-shown.ts';
import { countedResponses } from '../../store/responses.ts';
import { findUnsent } from '../../store/unsent-responses.ts';
import { type AgreementsForTest, agreementsForTest, momentOf } from '../../testing.ts';
import { addNotice } from './add-notice.ts';
import { answerPoint } from './answer-point.ts';
import { enterPaper } from './enter-paper.ts';
import { keepAnswer } from './keep-answer.ts';
import { moderateText } from './moderate-text.ts';
import { openConsultation } from './open-consultation.ts';
import { publishResults } from './publish-results.ts';
import { purgeEnded } from './purge-answers.ts';
import { sendAnswer } from './send-answer.ts';

const officer: Actor = {
  officeId: 'swale.performance-officer',
  officeTitle: 'Performance officer, Swale Borough Council',
  role: 'performance',
  bodyId: 'swale',
  bodyName: 'Swale Borough Council',
  accountId: undefined,
};
const stranger: Actor = { ...officer, officeId: 'dover.performance-officer', bodyId: 'dover' };

const asked = {
  bodyId: 'swale',
  office: 'Head of policy',
  title: 'Quieter nights',
  asks: 'Should lorries keep to main roads at night?',
  subject: '',
  subjectPath: undefined,
  passages: [{ key: 'p1', text: 'Lorries keep to main roads from ten.', path: undefined }],
  questions: [
    { number: 1, kind: 'view', text: 'Is this right?', about: 'p1', options: [] },
    { number: 2, kind: 'text', text: 'What else?', about: undefined, options: [] },
  ],
  places: ['swale'],
  audience: ['residents', 'organisations'],
  opensAt: undefined,
  closesAt: momentOf('2026-07-31 17:00'),
  resultsBy: date('2026-09-30'),
  keepUntil: date('2026-12-31'),
  suppressUnder: 5,
  isIllustrative: false,
  source: 'Report of 1 July 2026',
} as const;

const sheet = (says: string, others: Partial<Sheet> = {}): Sheet => ({
  kind: 'resident',
  organisation: undefined,
  placeId: 'swale',
  answers: [
    { question: 1, choice: 'agree', says: '' },
    { question: 2, choice: undefined, says },
  ],
  ...others,
});

/** Quieter nights, open in Swale since ten on 15 July 2026. */
async function opened(): Promise<AgreementsForTest & Readonly<{ id: string }>> {
  const test = await agreementsForTest();
  const done = await openConsultation(test.services, officer, asked);
  if (!done.ok) throw new Error(done.error);
  return { ...test, id: done.value.id };
}

let sendings = 0;
const send = (services: ActServices, id: string, given: Sheet, link?: string) =>
  sendAnswer(services, id, { sheet: given, submission: `sending-${(sendings += 1)}`, link });

test('an answer counts once however often it is sent, until the moment of closing and not at it', async () => {
  const { services, at, id } = await opened();
  const once = { sheet: sheet('Trains too'), submission: 'k', link: undefined };
  const told = await Promise.all(Array.from({ length: 8 }, () => sendAnswer(services, id, once)));
  expect(told).toEqual(Array.from({ length: 8 }, () => ({ ok: true, value: { number: 1 } })));
  expect(await sendAnswer(services, id, { ...once, sheet: sheet('Planes') })).toMatchObject({
    error: 'already-submitted',
  });
  expect(await send(at('2026-07-31 16:59'), id, sheet('In time'))).toMatchObject({ value: { number: 2 } });
  expect(await send(at('2026-07-31 17:00'), id, sheet('Late'))).toMatchObject({ error: 'closed' });
  // The same form again is answered as it was, closed or not.
  expect(await sendAnswer(at('2026-08-02'), id, once)).toMatchObject({ value: { number: 1 } });

  const foreign = sheet('', { answers: [{ question: 3, choice: undefined, says: 'Of another' }] });
  expect(await send(services, id, foreign)).toMatchObject({ error: 'other-consultation' });
  expect(await send(services, id, sheet('x'.repeat(4001)))).toMatchObject({ error: 'too-long' });
  const nothing = sheet('', { answers: [{ question: 1, choice: undefined, says: '' }] });
  expect(await send(services, id, nothing)).toMatchObject({ error: 'nothing-answered' });
  expect(await send(services, id, sheet('a', { kind: 'organisation' }))).toMatchObject({
    error: 'organisation-not-named',
  });
  expect(await send(services, id, sheet('a', { placeId: 'paris' }))).toMatchObject({
    error: 'no-such-place',
  });
  expect(await send(services, 'no-such', sheet('a'))).toMatchObject({ error: 'no-such-consultation' });
});

test('answers are kept under a link whose hash alone is stored, and the link is used up by sending', async () => {
  const { services, at, database, asSuperuser, id } = await opened();
  const kept = await keepAnswer(services, id, { answers: { 'says-2': 'Half a thought' }, link: undefined });
  if (!kept.ok) throw new Error(kept.error);
  const { link, endsOn } = kept.value;
  expect(endsOn).toBe('2026-08-14');
  const stored = JSON.stringify(await asSuperuser('SELECT * FROM agreements.unsent_response'));
  expect(stored).toContain('Half a thought');
  expect(stored).not.toContain(link);

  const behind = (on: string) =>
    database.as({ bodyId: 'swale' }, (sql) =>
      findUnsent(sql, { consultationId: id, linkHash: tokenHash(link), now: momentOf(on) }),
    );
  expect((await behind('2026-07-20'))?.answers).toEqual({ 'says-2': 'Half a thought' });
  expect(await behind('2026-08-14')).toBeUndefined();
  expect(
    await keepAnswer(at('2026-07-20'), id, { answers: { 'says-2': 'A whole one' }, link }),
  ).toMatchObject({ value: { link, endsOn: '2026-08-19' } });
  expect(await keepAnswer(services, id, { answers: {}, link: 'x'.repeat(43) })).toMatchObject({
    error: 'link-ended',
  });
  expect(
    await keepAnswer(services, id, { answers: { 'says-2': 'y'.repeat(300_000) }, link: undefined }),
  ).toMatchObject({ error: 'too-long' });

  expect(await send(services, id, sheet('A whole one'), link)).toMatchObject({ value: { number: 1 } });
  expect(await send(services, id, sheet('Another'), link)).toMatchObject({ error: 'sent-already' });
  expect(await keepAnswer(services, id, { answers: {}, link })).toMatchObject({ error: 'sent-already' });
  expect(await asSuperuser('SELECT FROM agreements.unsent_response')).toHaveLength(0);
  // The record learned that a response came in, and nothing of what it says.
  const private_ = JSON.stringify(await asSuperuser('SELECT payload FROM record.private_entry'));
  expect(private_).toContain('A response came in');
  expect(private_).not.toContain('thought');
  expect(private_).not.toContain('A whole one');
});

test('responses are their own body’s: another body’s officer sees and decides nothing, with the application’s checks off too', async () => {
  const { services, database, id, appUrl } = await opened();
  await send(services, id, sheet('Only for Swale'));
  expect(
    await moderateText(services, stranger, { consultationId: id, response: 1, question: 2 }, published),
  ).toMatchObject({ error: 'wrong-body' });
  expect(
    await responseSeen(database, stranger, id, { number: 1, today: date('2026-07-15') }),
  ).toBeUndefined();
  expect((await progressOf(database, stranger, id)).tally.responses).toBe(0);
  const client = new Client({ connectionString: appUrl });
  await client.connect();
  try {
    for (const viewer of ['', 'dover']) {
      await client.query(`SELECT set_config('accord.body', $1, false)`, [viewer]);
      for (const table of ['response', 'response_answer', 'unsent_response', 'consultation_secret'])
        expect((await client.query(`SELECT FROM agreements.${table}`)).rowCount, table).toBe(0);
      for (const table of ['response', 'response_answer', 'unsent_response'])
        expect((await client.query(`DELETE FROM agreements.${table}`)).rowCount, table).toBe(0);
    }
    await client.query(`SELECT set_config('accord.body', 'swale', false)`);
    expect((await client.query('SELECT FROM agreements.response')).rowCount).toBe(1);
  } finally {
    await client.end();
  }
});

const published = { outcome: 'published', says: '', reason: '', seen: 0 } as const;

test('of two officers who decide on a text at once the second is shown what stands, and what is taken back is gone', async () => {
  const { services, database, asSuperuser, id } = await opened();
  await send(services, id, sheet('My neighbour J. drives one'));
  const text = { consultationId: id, response: 1, question: 2 };
  const both = await Promise.all([
    moderateText(services, officer, text, published),
    moderateText(services, officer, text, { ...published, outcome: 'withheld', reason: 'Names a neighbour' }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { stale: { revision: 1 } } });

  const redact = { outcome: 'redacted', reason: 'Names a neighbour', seen: 1 } as const;
  expect(
    await moderateText(services, officer, text, { ...redact, says: 'My lorry [removed]' }),
  ).toMatchObject({
    error: 'words-added',
  });
  expect(
    await moderateText(services, officer, text, { ...redact, says: 'My neighbour [removed] drives one' }),
  ).toMatchObject({ ok: true });
  const open = await asSuperuser('SELECT * FROM agreements.published_text');
  expect(open).toHaveLength(2);
  expect(JSON.stringify(open)).not.toContain('J.');
  // While it is open nobody is steered by what others said.
  expect((await resultsShown(database, id, momentOf('2026-07-20')))?.texts).toEqual([]);
  expect((await resultsShown(database, id, momentOf('2026-08-01')))?.texts).toMatchObject([
    { outcome: 'redacted', says: 'My neighbour [removed] drives one' },
  ]);
  expect(await moderateText(services, officer, { ...text, question: 1 }, published)).toMatchObject({
    error: 'no-such-text',
  });
});

test('a consultation runs: extended and never shortened, paper taken, counted, answered late, its answers deleted', async () => {
  const { services, at, database, asSuperuser, id } = await opened();
  const later = { says: 'Holidays', closesAt: momentOf('2026-08-31 17:00'), seen: 0 };
  const shorter = { ...later, closesAt: momentOf('2026-07-30 17:00') };
  expect(await addNotice(services, officer, id, shorter)).toMatchObject({ error: 'shortened' });
  const past = { ...later, closesAt: momentOf('2026-10-01 17:00') };
  expect(await addNotice(services, officer, id, past)).toMatchObject({ error: 'extended-past-the-results' });
  expect(await addNotice(services, officer, id, later)).toMatchObject({ ok: true });
  expect(await addNotice(services, officer, id, later)).toMatchObject({
    error: { stale: { says: 'Holidays' } },
  });

  for (const says of ['One', 'Two', 'Two ']) await send(at('2026-08-15'), id, sheet(says));
  const group = sheet('For the parish', { kind: 'organisation', organisation: 'Parish of Elmley' });
  await send(at('2026-08-15'), id, group);
  await send(at('2026-08-15'), id, { ...group, organisation: 'PARISH of  Elmley' });
  expect(await publishResults(at('2026-08-15'), officer, id, { says: 'So' })).toMatchObject({
    error: 'still-open',
  });
  const afterwards = at('2026-09-15');
  expect(await send(afterwards, id, sheet('Late'))).toMatchObject({ error: 'closed' });
  const onPaper = { sheet: sheet('By post'), reference: 'Post 12' };
  expect(await enterPaper(afterwards, officer, id, onPaper)).toMatchObject({ value: { number: 6 } });
  expect(await publishResults(afterwards, officer, id, { says: 'Most agree' })).toMatchObject({ ok: true });
  expect(await enterPaper(afterwards, officer, id, onPaper)).toMatchObject({ error: 'results-published' });

  const results = await resultsShown(database, id, momentOf('2026-09-16'));
  expect(results?.result?.tally).toEqual({
    responses: 6,
    online: 5,
    paper: 1,
    byOrganisation: 2,
    organisations: 1,
    byResident: 4,
    alike: 2,
  });
  // Four residents are too few to be told apart, of Swale and of every place.
  const agreeing = results?.counts.filter(({ question, choice }) => question === 1 && choice === 'agree');
  expect(agreeing).toEqual([
    { question: 1, kind: 'organisation', place: '', choice: 'agree', count: 2 },
    { question: 1, kind: 'organisation', place: 'swale', choice: 'agree', count: 2 },
    { question: 1, kind: 'resident', place: '', choice: 'agree', count: undefined },
    { question: 1, kind: 'resident', place: 'swale', choice: 'agree', count: undefined },
  ]);

  // Anybody can answer under any name: each is counted, and read once an officer lets it.
  const named = async () => {
    const shown = await resultsShown(database, id, momentOf('2026-09-16'));
    return shown?.respondents
      .filter(({ kind }) => kind === 'organisation')
      .map(({ organisation, whyNotNamed }) => organisation ?? whyNotNamed);
  };
  const unread = 'No officer has let it be published';
  expect(await named()).toEqual([unread, unread]);
  const open = async () =>
    JSON.stringify([
      await asSuperuser('SELECT * FROM agreements.consultation_respondent'),
      await asSuperuser('SELECT * FROM agreements.published_text'),
    ]);
  expect((await open()).toLowerCase()).not.toContain('elmley');
  const page = await responsesAfter(database, officer, id, { after: 3, today: date('2026-07-15') });
  expect([...page.toRead]).toEqual(expect.arrayContaining([4, 5]));
  // Counted where they lie, they come to what counting one by one comes to.
  const progress = await progressOf(database, officer, id);
  const counted = await database.as(officer, (sql) => countedResponses(sql, id));
  expect(progress.tally).toEqual(tallyOf(counted));
  expect(progress.numbers).toEqual(counted.map(({ number }) => number));
  expect(progress.toRead).toMatchObject({ first: 1 });
  const name = (response: number) => ({ consultationId: id, response, question: 0 });
  expect(await moderateText(afterwards, officer, name(1), published)).toMatchObject({
    error: 'no-such-text',
  });
  expect(await moderateText(afterwards, officer, name(4), published)).toMatchObject({ ok: true });
  const withheld = { ...published, outcome: 'withheld', reason: 'It says it did not answer' } as const;
  expect(await moderateText(afterwards, officer, name(5), withheld)).toMatchObject({ ok: true });
  expect(await named()).toEqual(['Parish of Elmley', 'It says it did not answer']);
  expect((await resultsShown(database, id, momentOf('2026-09-16')))?.texts).toEqual([]);
  // Taken back, it is gone from what was published too.
  const takenBack = { ...withheld, seen: 1 };
  expect(await moderateText(afterwards, officer, name(4), takenBack)).toMatchObject({ ok: true });
  expect((await open()).toLowerCase()).not.toContain('elmley');

  const standing = async (on: string) =>
    (await consultationAt(database, id, momentOf(on)))?.standing.standing;
  const point = { said: 'Quiet', outcome: 'not-changed', did: 'No money', link: undefined } as const;
  const all = { ...point, responses: [1, 2, 3, 4, 5], seen: 0 };
  expect(await answerPoint(afterwards, officer, id, { ...all, responses: [7] })).toMatchObject({
    error: 'no-such-response',
  });
  expect(await answerPoint(afterwards, officer, id, { ...all, outcome: 'changed' })).toMatchObject({
    error: 'change-without-page',
  });
  expect(await answerPoint(afterwards, officer, id, all)).toMatchObject({ ok: true });
  expect(await standing('2026-09-30 23:00')).toBe('results-due');
  expect(await standing('2026-10-01')).toBe('results-late');
  const last = { ...point, responses: [6], seen: 1 };
  expect(await answerPoint(at('2026-10-05'), officer, id, last)).toMatchObject({ ok: true });
  expect((await consultationAt(database, id, momentOf('2026-10-06')))?.standing).toEqual({
    standing: 'answered',
    on: date('2026-10-05'),
    isLate: true,
  });
  expect(await standing('2026-10-02')).toBe('results-late');

  // On the last day they are read; a moment later they are not, and the next act deletes them. One is being read meanwhile.
  const seen = (today: string) => responseSeen(database, officer, id, { number: 1, today: date(today) });
  expect(await seen('2026-12-31')).toBeDefined();
  expect(await seen('2027-01-01')).toBeUndefined();
  expect(await purgeEnded(at('2026-12-31'))).toEqual([]);
  const [reading] = await Promise.all([seen(addDays(date('2026-12-31'), 0)), purgeEnded(at('2027-01-01'))]);
  expect(reading === undefined || reading.response.number === 1).toBe(true);
  expect(await purgeEnded(at('2027-01-01'))).toEqual([]);
  expect(await asSuperuser('SELECT FROM agreements.response_answer')).toHaveLength(0);
  expect(await asSuperuser('SELECT FROM agreements.response')).toHaveLength(0);
  const kept = await resultsShown(database, id, momentOf('2027-01-02'));
  expect(kept?.purge?.responses).toBe(6);
  expect(kept?.result?.tally.responses).toBe(6);
  expect(await enterPaper(at('2027-01-02'), officer, id, onPaper)).toMatchObject({
    error: 'answers-deleted',
  });
});
