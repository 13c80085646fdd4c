import { date } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { england } from '../../../../../tests/support/england-calendar.ts';
import { noticeSentences, type NoticeRules, type Notices, timeliness } from './timeliness.ts';

const since2012: NoticeRules = {
  law: 'si-2012-2089',
  keyDecision: { count: 28, basis: 'calendar' },
  generalException: { count: 5, basis: 'working' },
};
const none: Notices = {
  inForwardPlanFrom: undefined,
  noticePublishedOn: undefined,
  generalException: undefined,
  specialUrgency: undefined,
};
const judge = (takenOn: string, notices: Partial<Notices>, rules: NoticeRules = since2012) =>
  timeliness({ takenOn: date(takenOn), isKey: true }, { ...none, ...notices }, rules, england);
const faults = (found: ReturnType<typeof judge>) => (found.timeliness === 'NOT_LAWFUL' ? found.faults : []);
const exception = {
  scrutinyToldOn: date('2025-03-11'),
  publishedOn: date('2025-03-11'),
  reasons: 'A bid closes',
};
const urgency = {
  agreedOn: date('2025-03-11'),
  agreedBy: 'scrutiny-chairman',
  insteadBecause: '',
  reasons: 'Floods',
} as const;

describe('a key decision', () => {
  test('notified on 20 February 2025 may be taken on 21 March and not the day before', () => {
    const notices = { noticePublishedOn: date('2025-02-20') };
    expect(judge('2025-03-21', notices)).toMatchObject({ timeliness: 'REG9', clearDays: 28 });
    const early = judge('2025-03-20', notices);
    expect(early).toMatchObject({
      timeliness: 'NOT_LAWFUL',
      faults: ['too-few-clear-days'],
      earliest: { date: '2025-03-21' },
    });
  });

  test('under the general exception of 11 March 2025 may be taken on 19 March', () => {
    expect(judge('2025-03-19', { generalException: exception })).toMatchObject({
      timeliness: 'REG10',
      clearDays: 5,
    });
    expect(judge('2025-03-18', { generalException: exception })).toMatchObject({
      earliest: { date: '2025-03-19' },
    });
    const untold = { ...exception, scrutinyToldOn: undefined, reasons: '' };
    expect(faults(judge('2025-03-19', { generalException: untold }))).toEqual([
      'no-notice',
      'exception-scrutiny-not-told',
      'exception-without-reasons',
    ]);
  });

  test('under special urgency needs agreement first, from the right person, with reasons', () => {
    expect(judge('2025-03-11', { specialUrgency: urgency })).toEqual({
      timeliness: 'REG11',
      agreedBy: 'scrutiny-chairman',
    });
    const wrong = {
      agreedOn: date('2025-03-12'),
      agreedBy: 'council-chairman',
      insteadBecause: '',
      reasons: '',
    } as const;
    expect(faults(judge('2025-03-11', { specialUrgency: wrong }))).toEqual([
      'no-notice',
      'urgency-agreed-after-the-decision',
      'urgency-without-reasons',
      'urgency-agreed-out-of-turn',
    ]);
    const instead = {
      ...urgency,
      agreedBy: 'council-chairman',
      insteadBecause: 'The chair of scrutiny is vacant',
    } as const;
    expect(judge('2025-03-11', { specialUrgency: instead }).timeliness).toBe('REG11');
  });

  test('is taken under the first regulation that was kept', () => {
    const both = {
      noticePublishedOn: date('2025-03-01'),
      generalException: exception,
      specialUrgency: urgency,
    };
    expect(judge('2025-03-19', both).timeliness).toBe('REG10');
    expect(judge('2025-04-19', both).timeliness).toBe('REG9');
    expect(judge('2025-03-12', both).timeliness).toBe('REG11');
  });

  test('of 2008 had to be in the forward plan, and no notice of 28 days was asked', () => {
    const rules: NoticeRules = { law: 'si-2000-3272', keyDecision: undefined, generalException: undefined };
    expect(judge('2008-07-09', { inForwardPlanFrom: date('2008-07-01') }, rules).timeliness).toBe(
      'FORWARD_PLAN',
    );
    expect(faults(judge('2008-07-09', {}, rules))).toEqual(['not-in-forward-plan']);
  });

  test('by rules nobody knows is not judged', () => {
    const rules = { ...since2012, keyDecision: undefined };
    expect(judge('2025-03-21', { noticePublishedOn: date('2025-02-20') }, rules)).toEqual({
      timeliness: 'NOT_KNOWN',
      missing: ['keyDecision'],
    });
    expect(judge('1999-01-01', {}, { ...since2012, law: undefined })).toEqual({
      timeliness: 'NOT_KNOWN',
      missing: ['law'],
    });
  });

  test('every fault has its sentence', () => {
    for (const sentence of Object.values(noticeSentences)) expect(sentence).toMatch(/\w+ \w+ \w+/);
  });
});

test('a decision that is not key needs no notice', () => {
  expect(timeliness({ takenOn: date('2025-03-21'), isKey: false }, none, since2012, england)).toEqual({
    timeliness: 'NOT_KEY',
  });
});
