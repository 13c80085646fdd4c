import { clearPeriods, type RuleDefinition } from './definition.ts';

/** What makes a decision a key decision, and the notice it needs. */
export const keyDecisionRules = {
  'keyDecision.threshold': {
    title: 'Key decision: spending or saving from',
    help: 'The amount from which spending or saving is treated as significant. The law sets none: each council sets its own.',
    law: 'SI 2012/2089, regulation 8 (earlier SI 2000/3272, regulation 8); the council’s constitution',
    concerns: 'executives',
    value: { type: 'money' },
  },
  'keyDecision.wards': {
    title: 'Key decision: wards or divisions affected from',
    help: 'How many wards or electoral divisions a decision must affect significantly. The law says two or more; a council may say one.',
    law: 'SI 2012/2089, regulation 8 (earlier SI 2000/3272, regulation 8)',
    concerns: 'executives',
    value: { type: 'count', unit: 'wards or divisions', least: 1, most: 20 },
  },
  'keyDecision.limbs': {
    title: 'Key decision: how the two tests join',
    help: 'By law either test is enough, the money or the wards. Some councils’ pages ask for both.',
    law: 'SI 2012/2089, regulation 8 (earlier SI 2000/3272, regulation 8)',
    concerns: 'executives',
    value: { type: 'choice', options: { either: 'Either is enough', both: 'Both are needed' } },
  },
  'notice.form': {
    title: 'How forthcoming key decisions are announced',
    help: 'Until September 2012 in a monthly forward plan; since then in a notice of each decision.',
    law: 'SI 2000/3272, regulations 12 to 14; SI 2012/2089, regulation 9',
    concerns: 'executives',
    value: {
      type: 'choice',
      options: {
        'forward-plan': 'Monthly forward plan',
        'notice-of-each-decision': 'Notice of each decision',
      },
    },
  },
  'notice.forwardPlan': {
    title: 'Forward plan: published before its first day by',
    help: 'How long before the first day it covers a monthly forward plan must be out.',
    law: 'SI 2000/3272, regulation 13',
    concerns: 'executives',
    onlyUnder: 'si-2000-3272',
    value: { type: 'period', units: ['days'], most: 60 },
  },
  'notice.keyDecision': {
    title: 'Notice of a key decision',
    help: 'How long a notice must have been public before the decision may be taken.',
    law: 'SI 2012/2089, regulation 9',
    concerns: 'executives',
    onlyUnder: 'si-2012-2089',
    value: { type: 'period', units: clearPeriods, most: 90 },
  },
  'notice.generalException': {
    title: 'Notice under the general exception',
    help: 'Where full notice is impracticable: how long after telling the scrutiny chairman and publishing that notice.',
    law: 'SI 2012/2089, regulation 10 (earlier SI 2000/3272, as amended by SI 2002/716)',
    concerns: 'executives',
    value: { type: 'period', units: clearPeriods, most: 30 },
  },
  'notice.specialUrgency': {
    title: 'Special urgency: who must agree',
    help: 'Who must agree that a decision is urgent and cannot reasonably be deferred when even the shorter notice is impracticable.',
    law: 'SI 2012/2089, regulation 11 (earlier SI 2000/3272, regulation 16)',
    concerns: 'executives',
    value: { type: 'text' },
  },
  'notice.privateMeeting': {
    title: 'First notice of a private meeting',
    help: 'How long before a meeting of the executive held in private its first notice, with reasons, must be public.',
    law: 'SI 2012/2089, regulation 5',
    concerns: 'executives',
    onlyUnder: 'si-2012-2089',
    value: { type: 'period', units: clearPeriods, most: 90 },
  },
  'notice.privateMeetingAgain': {
    title: 'Second notice of a private meeting',
    help: 'How long before the meeting the second notice must be public, with representations received and the answer to them.',
    law: 'SI 2012/2089, regulation 5',
    concerns: 'executives',
    onlyUnder: 'si-2012-2089',
    value: { type: 'period', units: clearPeriods, most: 30 },
  },
} as const satisfies Record<string, RuleDefinition>;
