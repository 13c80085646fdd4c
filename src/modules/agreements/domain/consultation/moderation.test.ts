import fc from 'fast-check';
import { expect, it } from 'vitest';
import { acceptModeration, namingOf, removed } from './moderation.ts';

const written = 'My neighbour at number 4 drives one. It wakes the children.';
const decide = (says: string, reason = 'Names a neighbour') =>
  acceptModeration(written, { outcome: 'redacted', says, reason });

it('takes parts out, each marked, and lets nothing be added or moved', () => {
  expect(decide(`My neighbour ${removed} drives one. It wakes the children.`).ok).toBe(true);
  expect(decide(`${removed} It wakes the ${removed}`).ok).toBe(true);
  expect(decide(written)).toMatchObject({ error: 'nothing-removed' });
  expect(decide(removed)).toMatchObject({ error: 'nothing-left' });
  expect(decide(`It wakes the children. ${removed} My neighbour`)).toMatchObject({ error: 'words-added' });
  expect(decide(`My lorry ${removed}`)).toMatchObject({ error: 'words-added' });
  expect(decide(`My neighbour ${removed}`, '')).toMatchObject({ error: 'reason-missing' });
});

it('names an organisation as an officer let it be read, and a resident never', () => {
  const decided = { says: 'A walking group', reason: '' };
  expect(namingOf({ kind: 'organisation' }, decided).organisation).toBe('A walking group');
  expect(namingOf({ kind: 'resident' }, decided)).toEqual({});
  expect(namingOf({ kind: 'organisation' }, undefined)).toEqual({
    whyNotNamed: 'No officer has let it be published',
  });
  expect(namingOf({ kind: 'organisation' }, { says: undefined, reason: 'A person’s name' })).toEqual({
    whyNotNamed: 'A person’s name',
  });
});

it('publishes what was written and no other words, whatever the form sends along', () => {
  const sent = { outcome: 'published', says: 'I agree with everything', reason: 'x' } as const;
  expect(acceptModeration(written, sent)).toEqual({ ok: true, value: { says: written, reason: '' } });
  expect(acceptModeration(written, { ...sent, outcome: 'withheld' })).toMatchObject({
    value: { says: undefined },
  });
});

it('takes any text with any of its words cut out', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(words, fc.nat(), (text, which) => {
      const cut = text.map((word, index) => (index === which % text.length ? removed : word));
      const decided = acceptModeration(text.join(' '), {
        outcome: 'redacted',
        says: cut.join(' '),
        reason: 'r',
      });
      expect(decided.ok).toBe(true);
    }),
  );
});
