import { date } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { completeness, type RecordRules } from './completeness.ts';
import { recordCompleteness } from './ordinary-record.ts';
import type { DecisionRecord } from './record.ts';

const of2008: RecordRules = {
  law: 'si-2000-3272',
  dispensationBy: 'standards-committee',
  officerDecisions: 'key-only',
  otherOfficerDecisions: 'not-asked',
};
const since2012: RecordRules = {
  law: 'si-2012-2089',
  dispensationBy: 'head-of-paid-service',
  officerDecisions: 'all-executive',
  otherOfficerDecisions: 'si-2014-2095',
};

const whole: DecisionRecord = {
  takenOn: date('2025-03-21'),
  takenBy: 'body',
  decisionMaker: 'The Cabinet',
  isExecutive: true,
  isKey: true,
  clauses: [{ number: '1', effect: 'executive', text: 'That the contract be let' }],
  reasons: 'Value for money',
  alternatives: [],
  conflicts: [],
  reports: ['Report of the Head of Finance'],
  backgroundPapers: [],
  reliedOn: [],
  shorterNotice: undefined,
  callIn: { deadline: date('2025-03-28'), sentTo: 'The Scrutiny Manager' },
};
const gaps = (record: Partial<DecisionRecord>, rules: RecordRules = since2012) => {
  const found = completeness({ ...whole, ...record }, rules);
  return found.standing === 'incomplete'
    ? found.gaps.map(({ item, regulation }) => [item, regulation])
    : found.standing;
};

/** Maidstone’s record of 9 July 2008 as it was published. */
const maidstone: Partial<DecisionRecord> = {
  takenOn: date('2008-07-09'),
  alternatives: ['Ad-hoc local improvement', 'A wider partnership'],
  conflicts: undefined,
  reports: [],
  backgroundPapers: [],
  reliedOn: ['Annex 1', 'Annex 2', 'Annex 3', 'Appendix A'],
  callIn: { deadline: date('2008-07-18'), sentTo: 'The Scrutiny Manager' },
};

describe('a record of decision', () => {
  test('that says everything, “none” where there is none, is complete', () => {
    expect(gaps({})).toBe('complete');
    expect(gaps({}, of2008)).toBe('complete');
  });

  test.each([
    ['date', { takenOn: undefined }],
    ['decision-maker', { decisionMaker: ' ' }],
    ['decision', { clauses: [] }],
    ['reasons', { reasons: '' }],
    ['alternatives', { alternatives: undefined }],
    ['alternatives', { alternatives: [''] }],
  ] as const)('without %s is told so by the regulation for meetings', (item, record) => {
    expect(gaps(record)).toEqual([[item, 'SI 2012/2089, regulation 12']]);
    expect(gaps(record, of2008)).toEqual([[item, 'SI 2000/3272, regulation 3']]);
    expect(gaps({ ...record, takenBy: 'member' })).toEqual([[item, 'SI 2012/2089, regulation 13']]);
  });

  test('without its papers, its reasons for haste or its call-in is told each', () => {
    const bare = {
      reports: undefined,
      backgroundPapers: undefined,
      callIn: undefined,
      shorterNotice: { regulation: 11, reasons: '' },
    } as const;
    expect(gaps(bare)).toEqual([
      ['reports', 'SI 2012/2089, regulation 14'],
      ['background-papers', 'SI 2012/2089, regulation 15'],
      ['shorter-notice', 'SI 2012/2089, regulation 11'],
      ['call-in', 'Local Government Act 2000, section 9F; the council’s constitution'],
    ]);
  });

  test('that recommends and decides nothing itself need not tell of call-in', () => {
    expect(
      gaps({
        callIn: undefined,
        clauses: [{ number: '1', effect: 'recommend-to-council', text: 'That it be agreed' }],
      }),
    ).toBe('complete');
    expect(gaps({ callIn: { notOpenBecause: 'Call-in was waived as urgent' } })).toBe('complete');
  });

  test('needs a dispensation for each conflict, from whoever could grant it on that day', () => {
    const by = (grantedBy: 'standards-committee' | 'head-of-paid-service') => ({
      conflicts: [{ member: 'The Leader', dispensation: { grantedBy } }],
    });
    expect(gaps(by('head-of-paid-service'))).toBe('complete');
    expect(gaps(by('standards-committee'))).toEqual([['dispensations', 'SI 2012/2089, regulation 12']]);
    expect(gaps(by('standards-committee'), of2008)).toBe('complete');
    expect(gaps({ conflicts: [{ member: 'The Leader', dispensation: undefined }] })).toEqual([
      ['dispensations', 'SI 2012/2089, regulation 12'],
    ]);
    expect(gaps({ conflicts: [{ member: 'The Leader', dispensation: 'none-granted' }] })).toBe('complete');
  });

  test('of Maidstone in July 2008 lacks what it lacked', () => {
    expect(gaps(maidstone, of2008)).toEqual([
      ['conflicts', 'SI 2000/3272, regulation 3'],
      ['dispensations', 'SI 2000/3272, regulation 3'],
      ['background-papers', 'SI 2000/3272, regulation 6'],
    ]);
  });

  test('of an officer is needed for every executive decision since 2012, for key ones alone before', () => {
    const officer = { takenBy: 'officer', isKey: false } as const;
    expect(gaps(officer, of2008)).toBe('no-record-needed');
    expect(gaps({ ...officer, isKey: true, reasons: '' }, of2008)).toEqual([
      ['reasons', 'SI 2000/3272, regulation 4'],
    ]);
    expect(gaps({ ...officer, reasons: '' })).toEqual([['reasons', 'SI 2012/2089, regulation 13']]);
  });

  test('of a day whose law is not known is not judged', () => {
    expect(completeness(whole, { ...since2012, law: undefined })).toEqual({
      standing: 'not-known',
      missing: ['law'],
    });
  });
});

describe('a record of what an officer decided outside the executive', () => {
  const licence: DecisionRecord = {
    ...whole,
    takenBy: 'officer',
    decisionMaker: 'The Head of Licensing',
    isExecutive: false,
    isKey: false,
    clauses: [{ number: '1', effect: 'resolve', text: 'That the licence be granted' }],
    reports: undefined,
    backgroundPapers: undefined,
    callIn: undefined,
  };
  const lacks = (record: Partial<DecisionRecord>, rules = since2012) => {
    const found = recordCompleteness({ ...licence, ...record }, rules);
    return found.standing === 'incomplete' ? found.gaps.map(({ item }) => item) : found.standing;
  };
  const silent = { reasons: '', alternatives: undefined, conflicts: undefined } as const;

  test('since August 2014 gives its reasons, its alternatives and who declared a conflict', () => {
    expect(lacks({})).toBe('complete');
    expect(lacks(silent)).toEqual(['reasons', 'alternatives', 'conflicts']);
    expect(lacks({ ...silent, takenOn: undefined })).toEqual([
      'date',
      'reasons',
      'alternatives',
      'conflicts',
    ]);
  });

  test('before that, and of a committee, says what minutes say', () => {
    expect(lacks(silent, { ...since2012, otherOfficerDecisions: 'not-asked' })).toBe('complete');
    expect(lacks(silent, { ...since2012, otherOfficerDecisions: undefined })).toBe('complete');
    expect(lacks({ ...silent, takenBy: 'body' })).toBe('complete');
  });
});
