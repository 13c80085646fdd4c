import { addWorkingDays, date, time } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { england } from '../../../../../tests/support/england-calendar.ts';
import { noNotices } from '../notice/given.ts';
import type { Notices } from '../notice/timeliness.ts';
import { counted, figuresOf, judgeResponse } from './figures.ts';
import {
  type JudgedDecision,
  judgeForLeague,
  type LeagueDecision,
  type LeagueRules,
} from './judged-decision.ts';
import { workingDayCounter } from './count-working-days.ts';

const workingDays = workingDayCounter(england);
const rules: LeagueRules = {
  law: 'si-2012-2089',
  keyDecision: { count: 28, basis: 'calendar' },
  generalException: { count: 5, basis: 'working' },
  publishWorkingDays: 5,
  cutOff: undefined,
};
const decision: LeagueDecision = {
  id: 'swale/2026-001',
  reference: '2026-001',
  title: 'Waste contract',
  decisionMaker: 'The Cabinet',
  takenOn: date('2026-03-30'),
  publishedOn: date('2026-04-02'),
  publishedAt: undefined,
  isExecutive: true,
  isKey: true,
  isHistoric: false,
  noticeId: 'swale/2026-001',
  shorterRegulation: undefined,
  isCallInWaived: false,
};
const inTime: Notices = { ...noNotices, noticePublishedOn: date('2026-02-20') };
const judge = (
  given: Partial<LeagueDecision> = {},
  notices = inTime,
  known: Partial<LeagueRules> = {},
): JudgedDecision =>
  judgeForLeague({ ...decision, ...given }, notices, { ...rules, ...known }, england, workingDays);

describe('notice of a key decision', () => {
  test.each([
    ['28 clear days', judge(), { notice: 'in-time', by: 'REG9', clearDays: 37 }],
    [
      'a day too few',
      judge({}, { ...noNotices, noticePublishedOn: date('2026-03-02') }),
      { notice: 'late', faults: ['too-few-clear-days'] },
    ],
    ['none at all', judge({}, noNotices), { notice: 'late', faults: ['no-notice'] }],
    ['not key', judge({ isKey: false }, noNotices), { notice: 'not-needed' }],
    ['not executive', judge({ isExecutive: false }, noNotices), { notice: 'not-needed' }],
    [
      'an old record that names no notice',
      judge({ isHistoric: true, noticeId: undefined }, noNotices),
      { notice: 'cannot-be-judged', because: 'old-record-names-no-notice' },
    ],
    [
      'the law of the day is not known',
      judge({}, inTime, { law: undefined }),
      { notice: 'cannot-be-judged', because: 'rules-not-known' },
    ],
    [
      'the length of notice is not known',
      judge({}, inTime, { keyDecision: undefined }),
      { notice: 'cannot-be-judged', because: 'rules-not-known' },
    ],
    [
      'the record alone says that it was urgent',
      judge({ shorterRegulation: 11 }, noNotices),
      { notice: 'cannot-be-judged', because: 'record-alone-says-urgent' },
    ],
  ])('%s', (_, judged, expected) => {
    expect(judged.notice).toEqual(expected);
  });
});

describe('publication of the record', () => {
  test('over Easter, working days alone count: Good Friday and Easter Monday 2026 do not', () => {
    expect(judge({ publishedOn: date('2026-04-08') }).record).toEqual({
      record: 'in-time',
      workingDays: 5,
      limit: 5,
    });
    expect(judge({ publishedOn: date('2026-04-09') }).record).toEqual({
      record: 'late',
      workingDays: 6,
      limit: 5,
    });
  });

  test('after the cut-off it counts as out on the next working day', () => {
    const late = { publishedOn: date('2026-04-08'), publishedAt: time('17:01') };
    expect(judge(late, inTime, { cutOff: time('17:00') }).record).toMatchObject({
      record: 'late',
      workingDays: 6,
    });
    expect(
      judge({ ...late, publishedAt: time('17:00') }, inTime, { cutOff: time('17:00') }).record,
    ).toMatchObject({
      record: 'in-time',
    });
  });

  test('without a limit it is a figure without a verdict; beyond the known holidays, not even that', () => {
    expect(judge({}, inTime, { publishWorkingDays: undefined }).record).toEqual({
      record: 'no-limit-known',
      workingDays: 3,
    });
    const old = { takenOn: date('1931-05-04'), publishedOn: date('1931-05-06') };
    expect(judge(old).record).toEqual({ record: 'days-not-known' });
  });

  test('agrees with the calendar’s own count for every number of working days up to two years', () => {
    const from = date('2026-03-30');
    const numbers = Array.from({ length: 500 }, (_, index) => index + 1);
    expect(
      numbers.filter((days) => workingDays(from, addWorkingDays(england, from, days).date) !== days),
    ).toEqual([]);
    expect(workingDays(from, from)).toBe(0);
    expect(workingDays(from, date('9999-01-01'))).toBeUndefined();
  });
});

describe('figures of a year', () => {
  test('two urgent decisions of five are 40%, as in a report on urgency; each way is counted by itself', () => {
    const five = [
      judge({ shorterRegulation: 11 }, noNotices),
      judge({ isKey: false, isCallInWaived: true, shorterRegulation: undefined }),
      judge(),
      judge(),
      judge({ isKey: false }),
    ];
    expect(figuresOf(five.map(counted), []).urgency).toEqual({
      generalException: 0,
      specialUrgency: 1,
      callInWaived: 1,
      decisions: 2,
      percentage: 40,
    });
  });

  test('what cannot be judged is counted apart and never as none', () => {
    const figures = figuresOf(
      [judge(), judge({}, noNotices), judge({ isHistoric: true, noticeId: undefined }, noNotices)].map(
        counted,
      ),
      ['late', undefined, 'in-time'],
    );
    expect(figures.noticesLate).toEqual({ count: 1, of: 2, cannotBeJudged: 1 });
    expect(figures.responsesLate).toEqual({ count: 1, of: 2, cannotBeJudged: 1 });
    expect(figures.recordsLate).toEqual({ count: 0, of: 3, cannotBeJudged: 0 });
  });

  test('a year without executive decisions has no percentage and no days', () => {
    const figures = figuresOf([judge({ isExecutive: false })].map(counted), []);
    expect(figures).toMatchObject({ decisions: 1, executive: 0, publication: undefined });
    expect(figures.urgency.percentage).toBeUndefined();
  });

  test('half the records are out within the median; the longest is named', () => {
    const days = ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-30'].map((publishedOn) =>
      counted(judge({ publishedOn: date(publishedOn) })),
    );
    expect(figuresOf(days, []).publication).toEqual({ median: 1, longest: 21 });
  });

  test('an answer awaited within its time is in time so far; without a last day nobody can judge', () => {
    const open = { standing: 'open', answered: 0, of: 1 } as const;
    expect(judgeResponse({ ...open, by: date('2026-05-09') })).toBe('in-time');
    expect(judgeResponse({ ...open, by: undefined })).toBeUndefined();
    expect(judgeResponse({ standing: 'overdue', since: date('2026-05-10'), answered: 0, of: 1 })).toBe(
      'late',
    );
    expect(judgeResponse({ standing: 'answered', on: date('2026-05-10'), isLate: true })).toBe('late');
    expect(
      judgeResponse({ standing: 'answered', on: date('2026-05-10'), isLate: undefined }),
    ).toBeUndefined();
  });
});
