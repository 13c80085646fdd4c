import { date, time } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { isOfThePast, judgeNotice } from './judge-notice.ts';
import { aVersion, due, in2008, judged, notKnown, notThere, since2012 } from './notice.testing.ts';

const sayings = ({ gaps }: ReturnType<typeof judged>) => gaps.map(({ says }) => says);
const fieldsOf = ({ gaps }: ReturnType<typeof judged>) => gaps.map(({ field }) => field);

describe('the earliest lawful day', () => {
  test.each([
    ['2025-02-20', '2025-03-21'],
    ['2025-02-19', '2025-03-20'],
    ['2022-09-02', '2022-10-01'],
    ['2022-08-30', '2022-09-28'],
    ['2026-11-03', '2026-12-02'],
    // Easter Monday: the day of the notice is not counted, working or not.
    ['2025-04-21', '2025-05-20'],
  ])('after a notice of %s is %s', (published, earliest) => {
    expect(judged(published, due(earliest)).gaps).toEqual([]);
    expect(judged(published, due(earliest)).ways[0]?.earliest?.date).toBe(earliest);
  });

  test('is named where the day is too early, with the field to change', () => {
    const early = judged('2025-02-20', due('2025-03-20'));
    expect(early.gaps).toEqual([
      expect.objectContaining({
        field: 'due',
        regulation: 'SI 2012/2089, regulation 9',
        says: '20 March 2025 is too early. The earliest lawful day is Friday 21 March 2025',
      }),
    ]);
    expect(early.ways.map(({ route, standing }) => [route, standing])).toEqual([
      ['full-notice', 'too-early'],
      ['general-exception', 'needs'],
      ['special-urgency', 'needs'],
    ]);
  });

  test('is worked out from the next working day after the body’s cut-off for publications', () => {
    const late = { ...aVersion('2025-02-21', due('2025-03-24')), publishedTime: time('17:30') };
    const ground = { ...since2012, cutOff: time('17:00') };
    expect(judgeNotice(late, [], since2012, date('2025-02-21')).gaps).toEqual([]);
    const found = judgeNotice(late, [], ground, date('2025-02-21'));
    expect([found.countedFrom, found.ways[0]?.earliest?.date]).toEqual(['2025-02-24', '2025-03-25']);
  });

  test('by a rule nobody knows is asked of the officer, with where it is written', () => {
    const ground = { ...since2012, keyDecision: notKnown('notice.keyDecision') };
    expect(fieldsOf(judged('2025-02-20', due('2025-06-02'), ground))).toEqual(['localCount']);
    const stated = { count: 28, basis: 'calendar', source: '' } as const;
    const localRule = { ...stated, source: 'Constitution' };
    expect(fieldsOf(judged('2025-02-20', { ...due('2025-06-02'), localRule: stated }, ground))).toEqual([
      'localSource',
    ]);
    expect(judged('2025-02-20', { ...due('2025-06-02'), localRule }, ground).gaps).toEqual([]);
    expect(sayings(judged('2025-02-20', { ...due('2025-03-20'), localRule }, ground))).toEqual([
      '20 March 2025 is too early. The earliest lawful day is Friday 21 March 2025',
    ]);
  });
});

describe('what the law asks a notice to say', () => {
  const bare = {
    matter: '',
    members: [],
    documents: undefined,
    availableAt: ' ',
    othersMayFollow: false,
    howToAsk: '',
  };

  test('is named by the paragraphs of regulation 9(2)', () => {
    expect(judged('2025-02-20', bare).gaps.map(({ regulation }) => regulation.slice(-3))).toEqual([
      '(b)',
      '(c)',
      '(e)',
      '(f)',
      '(g)',
      '(h)',
    ]);
  });

  test('was other in 2008: consultation, and no address for documents', () => {
    const plan = {
      ...due('2008-07-09'),
      route: 'forward-plan',
      forwardPlanFrom: date('2008-07-01'),
    } as const;
    const old = judged('2008-06-12', { ...bare, ...plan, consultation: '' }, in2008);
    expect(fieldsOf(old)).toEqual(['matter', 'members', 'documents', 'consultation']);
    expect(judged('2008-06-12', plan, in2008).timeliness.timeliness).toBe('FORWARD_PLAN');
    expect(fieldsOf(judged('2008-06-12', { ...plan, forwardPlanFrom: undefined }, in2008))).toEqual([
      'forwardPlanFrom',
    ]);
    expect(judged('2008-06-20', plan, in2008).ways[0]?.needs).toEqual([
      'A monthly plan is published 14 days before the first day it covers; this one was later.',
    ]);
  });

  test('is nothing of the kind for a decision that is not key', () => {
    const small = { spend: undefined, saving: undefined, wards: undefined, says: '' };
    expect(
      judged('2025-02-20', { ...bare, isKey: false, keyReasons: small, ...due('2025-02-21') }).gaps,
    ).toEqual([]);
  });
});

describe('shorter notice', () => {
  const urgency = {
    agreedOn: date('2025-03-11'),
    agreedBy: 'scrutiny-chairman',
    insteadBecause: '',
    reasons: 'The roof is unsafe',
  } as const;
  const urgent = { ...due('2025-03-12'), route: 'special-urgency', urgency } as const;

  test('under special urgency stands on an agreement that came first, from whose turn it was', () => {
    expect(judged('2025-03-11', urgent).gaps).toEqual([]);
    const after = { ...urgency, agreedOn: date('2025-03-13') };
    expect(fieldsOf(judged('2025-03-13', { ...urgent, ...due('2025-03-12'), urgency: after }))).toEqual([
      'due',
      'due',
      'agreedOn',
    ]);
    const wrong = { ...urgency, agreedBy: 'council-chairman' } as const;
    expect(fieldsOf(judged('2025-03-11', { ...urgent, urgency: wrong }))).toContain('insteadBecause');
    const tomorrow = { ...urgency, agreedOn: date('2025-03-12') };
    expect(sayings(judged('2025-03-11', { ...urgent, urgency: tomorrow }))).toEqual([
      'The day of the agreement must be today or in the past: publish once it has been given',
    ]);
  });

  test('under the general exception needs scrutiny told by the day of the notice', () => {
    const exception = {
      scrutinyToldOn: date('2025-03-11'),
      toldWhom: 'chairman',
      reasons: 'A grant',
    } as const;
    const told = { ...due('2025-03-19'), route: 'general-exception', exception } as const;
    expect(judged('2025-03-11', told)).toMatchObject({ gaps: [], timeliness: { timeliness: 'REG10' } });
    expect(
      fieldsOf(
        judged('2025-03-11', {
          ...told,
          exception: { ...exception, scrutinyToldOn: undefined, reasons: '' },
        }),
      ),
    ).toEqual(['due', 'toldOn', 'exceptionReasons']);
  });
});

describe('what is not open', () => {
  test('needs its paragraphs and the public interest, or who forbids disclosure', () => {
    const officer = { makerKind: 'officer', decisionMaker: 'Director', members: [] } as const;
    expect(fieldsOf(judged('2025-02-20', { ...officer, access: 'exempt' }))).toEqual([
      'paragraphs',
      'publicInterest',
    ]);
    expect(fieldsOf(judged('2025-02-20', { ...officer, access: 'confidential' }))).toEqual([
      'publicInterest',
    ]);
  });

  test('at a meeting in private needs its own 28 clear days, or agreement that it is urgent', () => {
    const meeting = {
      reasons: 'Bids',
      representations: undefined,
      response: undefined,
      agreement: undefined,
    };
    const exempt = { access: 'exempt', paragraphs: [3], publicInterest: 'Bids', isKey: false } as const;
    const small = { spend: undefined, saving: undefined, wards: undefined, says: '' };
    const at = (day: string, privateMeeting: typeof meeting | undefined) =>
      judged('2025-02-20', { ...exempt, keyReasons: small, ...due(day), privateMeeting });
    expect(fieldsOf(at('2025-03-21', undefined))).toEqual(['private']);
    expect(at('2025-03-21', meeting).gaps).toEqual([]);
    expect(fieldsOf(at('2025-03-20', meeting))).toEqual(['privateReasons']);
    expect(at('2025-03-21', meeting).privateMeeting?.secondBy?.date).toBe('2025-03-13');
  });
});

describe('a decision', () => {
  test('that is past has no notice any more, unless its notice was published elsewhere in its time', () => {
    expect(fieldsOf(judged('2025-06-03', due('2025-06-02')))).toContain('due');
    const old = { ...aVersion('2025-02-20', due('2025-03-20')), publishedElsewhere: 'on the website' };
    expect(judgeNotice(old, [], since2012, date('2025-06-03')).gaps.map(({ field }) => field)).toEqual([
      'due',
    ]);
    expect(isOfThePast(old, date('2025-06-03'))).toBe(true);
    expect(isOfThePast(old, date('2025-03-20'))).toBe(false);
  });

  test('of a committee, a forum or the Council is never key', () => {
    const because = 'The council is run by committees on this day';
    const ground = { ...since2012, law: notThere('law.executiveDecisions', because) };
    expect(sayings(judged('2025-02-20', {}, ground))).toEqual([
      expect.stringContaining(`Answer that it is not a key decision. ${because}`),
    ]);
    expect(fieldsOf(judged('2025-02-20', { makerKind: 'council' }))).toEqual(['isKey']);
  });

  test('that the rules make key and the officer does not needs a reason', () => {
    expect(fieldsOf(judged('2025-02-20', { isKey: false }))).toEqual(['keyReasons']);
  });

  test('is not changed by a version published before the one it changes', () => {
    const later = { ...aVersion('2025-02-19', due('2025-06-02')), change: 'changed' } as const;
    const found = judgeNotice(later, [aVersion('2025-02-20')], since2012, date('2025-02-20'));
    expect(found.gaps.map(({ field }) => field)).toEqual(['publishedOn']);
  });
});
