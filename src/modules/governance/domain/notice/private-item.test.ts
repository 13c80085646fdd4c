import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import type { GivenVersion } from './given.ts';
import { aVersion, due, in2008, since2012 } from './notice.testing.ts';
import { judgePrivateItem } from './private-item.ts';

const meeting = {
  reasons: 'It names a person',
  representations: undefined,
  response: undefined,
  agreement: undefined,
};
const first = aVersion('2025-02-20', { ...due('2025-03-21'), access: 'exempt', privateMeeting: meeting });
const again = (on: string): GivenVersion => ({
  ...first,
  change: 'private-again',
  countsAnew: false,
  publishedOn: date(on),
  content: { ...first.content, privateMeeting: { ...meeting, representations: 'None', response: 'None' } },
});
const judge = (versions: readonly GivenVersion[] | undefined, sitsOn = '2025-03-21') =>
  judgePrivateItem(versions, since2012, date(sitsOn));

test('an executive takes in private what had both notices in time, or was agreed to be urgent', () => {
  expect(judge([first, again('2025-03-13')])?.standing).toBe('noticed');
  const agreement = {
    agreedBy: 'scrutiny-chairman',
    agreedOn: date('2025-03-01'),
    insteadBecause: '',
    reasons: 'The lease ends',
  } as const;
  const urgent = { ...first, content: { ...first.content, privateMeeting: { ...meeting, agreement } } };
  expect(judge([urgent])?.standing).toBe('agreed-as-urgent');
});

test.each([
  ['no notice', undefined, '2025-03-21', /no notice of a meeting in private/],
  ['a notice of a public meeting', [aVersion('2025-02-20', due('2025-03-21'))], '2025-03-21', /does not say/],
  ['27 clear days', [first, again('2025-03-12')], '2025-03-20', /from 21 March 2025/],
  ['no second notice', [first], '2025-03-21', /is not given: it was due by 13 March 2025/],
  [
    'a late second notice',
    [first, again('2025-03-14')],
    '2025-03-21',
    /too late: it was due by 13 March 2025/,
  ],
] as const)('%s is told', (_what, versions, sitsOn, says) => {
  expect(judge(versions, sitsOn)).toMatchObject({ standing: 'lacking', says: expect.stringMatching(says) });
});

test('before September 2012 nothing of the kind was asked', () => {
  expect(judgePrivateItem(undefined, in2008, date('2008-07-09'))).toBeUndefined();
});
