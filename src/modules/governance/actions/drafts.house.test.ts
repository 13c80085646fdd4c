import { createHash } from 'node:crypto';
import { dropDraft, keepDraft, keepStep, printOf } from '#platform/drafts';
import { expect, test } from 'vitest';
import { governanceForTest, officerOf } from '../testing.ts';
import { decisionDraftOf, noticeDraftOf, proposalDraftOf } from './drafts.ts';

const clerk = officerOf('maidstone', 'democratic-services');

/** Text that no database makes smaller, of letters that have three bytes each. */
function lettersOf(count: number): string {
  let text = '';
  for (let round = 0; text.length < count; round += 1)
    for (const byte of createHash('sha256').update(String(round)).digest())
      text += String.fromCodePoint(0x4e00 + byte * 61 + round);
  return text.slice(0, count);
}

test('a draft of any kind that is too large is refused in words, and the largest there may be is kept', async () => {
  const { services } = await governanceForTest();
  const many = Object.fromEntries(
    Array.from({ length: 190 }, (_, at) => [`clause.${at}.text`, lettersOf(340)]),
  );
  for (const draftOf of [decisionDraftOf, noticeDraftOf, proposalDraftOf]) {
    const of = draftOf('maidstone');
    const keep = (answers: Readonly<Record<string, string>>) =>
      keepDraft(services, clerk, of, { id: undefined, answers, seen: 0 });
    expect([of.kind, await keep({ text: lettersOf(66_000) })]).toMatchObject([of.kind, { ok: true }]);
    expect([of.kind, await keep(many)]).toMatchObject([of.kind, { ok: true }]);
    expect([of.kind, await keep({ text: lettersOf(70_000) })]).toMatchObject([
      of.kind,
      { error: 'too-long' },
    ]);
  }
});

test('a draft is found again under its own kind alone, and two officers do not write over each other', async () => {
  const { services } = await governanceForTest();
  const decision = decisionDraftOf('maidstone');
  const begun = await keepDraft(services, clerk, decision, {
    id: undefined,
    answers: { title: 'Parking', reasons: 'Few spaces' },
    seen: 0,
  });
  if (!begun.ok) throw new Error('It is kept');
  const { id } = begun.value;
  expect(await dropDraft(services, clerk, noticeDraftOf('maidstone'), id)).toMatchObject({
    error: 'draft-gone',
  });

  const step = (name: string, was: string, is: string) =>
    keepStep(services, clerk, decision, {
      id,
      belongs: (each) => each === name,
      answers: { [name]: is },
      seen: printOf({ [name]: was }),
    });
  // Two steps at once are two officers at work; the same step twice is one of them too late.
  expect(await step('title', 'Parking', 'Parking in the town')).toMatchObject({ value: { version: 2 } });
  expect(await step('reasons', 'Few spaces', 'Too few spaces')).toMatchObject({ value: { version: 3 } });
  expect(await step('title', 'Parking', 'Car parks')).toMatchObject({
    error: { stale: { answers: { title: 'Parking in the town', reasons: 'Too few spaces' } } },
  });
  expect(await step('reasons', 'Too few spaces', lettersOf(70_000))).toMatchObject({ error: 'too-long' });
  expect(await dropDraft(services, clerk, decision, id)).toMatchObject({ ok: true });
  expect(await step('title', 'Parking in the town', '')).toMatchObject({ error: 'draft-gone' });
});
