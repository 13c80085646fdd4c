import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { governanceForTest, officerOf } from '../testing.ts';
import { beginDecisionDraft } from './decision-draft.ts';
import { keepNoticeDraft } from './notice-draft.ts';
import { keepProposalDraft } from './proposal-drafts.ts';

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
  const begin = {
    decision: (answers: Readonly<Record<string, string>>) =>
      beginDecisionDraft(services, clerk, 'maidstone', answers),
    notice: (answers: Readonly<Record<string, string>>) =>
      keepNoticeDraft(services, clerk, 'maidstone', {
        draftId: undefined,
        draftSeen: 0,
        about: undefined,
        answers,
      }),
    proposal: (answers: Readonly<Record<string, string>>) =>
      keepProposalDraft(services, clerk, { id: undefined, about: undefined, answers, seen: 0 }),
  };
  for (const [kind, keep] of Object.entries(begin)) {
    expect([kind, await keep({ text: lettersOf(66_000) })]).toMatchObject([kind, { ok: true }]);
    expect([kind, await keep(many)]).toMatchObject([kind, { ok: true }]);
    expect([kind, await keep({ text: lettersOf(70_000) })]).toMatchObject([
      kind,
      { ok: false, error: kind === 'notice' ? 'answers-too-long' : 'too-long' },
    ]);
  }
});
