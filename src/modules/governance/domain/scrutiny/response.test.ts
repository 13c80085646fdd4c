import { date, monthsBeginningWith } from '#platform/kernel';
import { expect, test } from 'vitest';
import { acceptanceOf, type Response, type ResponseDue, responseStanding, responseTo } from './response.ts';

const answer = (recommendation: string, on: string, outcome: Response['outcome'] = 'accepted'): Response => ({
  recommendation,
  on: date(on),
  outcome,
  reasons: 'It costs too much',
  decisionId: undefined,
  clause: undefined,
  byOffice: 'Leader',
  source: 'Cabinet minutes',
});
const due: ResponseDue = {
  due: 'known',
  by: monthsBeginningWith(date('2026-03-10'), 2),
  rule: {
    key: 'scrutiny.response',
    title: 'Executive’s response',
    says: '2 months',
    source: 'Local Government Act 2000, section 9FE',
    certainty: 'confident',
    since: undefined,
    setBy: 'law',
    checkLocally: false,
  },
};
const at = (responses: readonly Response[], on: string, by: ResponseDue = due) =>
  responseStanding(['1', '2'], responses, by, date(on));

test('two months beginning with 10 March end with 9 May; the day after, the answer is overdue', () => {
  expect(at([], '2026-05-09')).toEqual({ standing: 'open', by: '2026-05-09', answered: 0, of: 2 });
  expect(at([], '2026-05-10')).toEqual({ standing: 'overdue', since: '2026-05-10', answered: 0, of: 2 });
});

test('a report is answered when each of its recommendations is, on the day of the last', () => {
  const responses = [answer('1', '2026-04-01'), answer('2', '2026-05-20', 'not-accepted')];
  expect(at(responses, '2026-05-19')).toMatchObject({ standing: 'overdue', answered: 1 });
  expect(at(responses, '2026-05-20')).toEqual({ standing: 'answered', on: '2026-05-20', isLate: true });
  expect(at([answer('1', '2026-04-01'), answer('2', '2026-05-09')], '2026-06-01')).toMatchObject({
    isLate: false,
  });
});

test('where nobody knows when it was received, it is open without a day and never overdue', () => {
  expect(at([], '2030-01-01', { due: 'not-received' })).toMatchObject({ standing: 'open', by: undefined });
  expect(
    at([answer('1', '2026-04-01'), answer('2', '2026-04-01')], '2030-01-01', { due: 'check-locally' }),
  ).toEqual({ standing: 'answered', on: '2026-04-01', isLate: undefined });
});

test('a later answer takes the place of an earlier one, and is not known before its day', () => {
  const responses = [
    answer('1', '2026-04-01', 'accepted'),
    answer('1', '2026-05-01', 'not-accepted'),
    answer('1', '2026-06-01', 'accepted-in-part'),
    answer('1', '2026-07-01', 'accepted'),
  ];
  expect(responseTo('1', responses, date('2026-05-31'))?.outcome).toBe('not-accepted');
  expect(acceptanceOf('1', responses, date('2026-03-31'))).toBe('no-response');
  expect(acceptanceOf('1', responses, date('2026-04-30'))).toEqual({ since: '2026-04-01' });
  expect(acceptanceOf('1', responses, date('2026-05-01'))).toBe('not-accepted');
  expect(acceptanceOf('1', responses, date('2026-07-15'))).toEqual({ since: '2026-06-01' });
});
