import { type RuleDefinition, workingPeriods } from './definition.ts';

const law = 'Local Government Act 2000, section 9F (earlier section 21); the council’s constitution';

/** Call-in: the law gives the power, each council's own standing orders give the numbers. */
export const callInRules = {
  'callIn.appliesTo': {
    title: 'Call-in: decisions that can be called in',
    help: 'Which executive decisions are open to call-in.',
    law,
    concerns: 'executives',
    value: {
      type: 'choice',
      options: {
        key: 'Key decisions',
        'all-executive': 'All executive decisions',
        'key-and-member': 'Key decisions and those of single members',
      },
    },
  },
  'callIn.window': {
    title: 'Call-in: window',
    help: 'How long after the record is published a decision can be called in.',
    law,
    concerns: 'executives',
    value: { type: 'period', units: workingPeriods, most: 30 },
  },
  'callIn.closeTime': {
    title: 'Call-in: closes at',
    help: 'The time on the last day of the window at which it closes, in local time.',
    law,
    concerns: 'executives',
    value: { type: 'time' },
  },
  'callIn.signatories': {
    title: 'Call-in: members needed',
    help: 'How many eligible members must sign.',
    law,
    concerns: 'executives',
    value: { type: 'count', unit: 'members', least: 1, most: 100 },
  },
  'callIn.eligible': {
    title: 'Call-in: who may sign',
    help: 'Which members may sign a call-in.',
    law,
    concerns: 'executives',
    value: {
      type: 'choice',
      options: {
        'non-executive': 'Any non-executive member',
        'scrutiny-member': 'Members of overview and scrutiny',
        'any-non-cabinet': 'Any member outside the cabinet',
      },
    },
  },
  'callIn.groups': {
    title: 'Call-in: political groups needed',
    help: 'From how many political groups the signatures must come at least.',
    law,
    concerns: 'executives',
    value: { type: 'count', unit: 'groups', least: 1, most: 10 },
  },
  'callIn.instead': {
    title: 'Call-in: who else may call in',
    help: 'Anyone who may call a decision in alone, such as the chairman of scrutiny, where there is such a rule.',
    law,
    concerns: 'executives',
    value: { type: 'text' },
  },
  'callIn.excluded': {
    title: 'Call-in: who must stand aside',
    help: 'Members who may not sign or hear a call-in, beyond members of the executive.',
    law,
    concerns: 'executives',
    value: { type: 'text' },
  },
  'callIn.sendTo': {
    title: 'Call-in: sent to',
    help: 'The office that receives the call-in form.',
    law,
    concerns: 'executives',
    value: { type: 'text' },
  },
  'callIn.reasonsRequired': {
    title: 'Call-in: reasons must be given',
    help: 'Whether a call-in without reasons is invalid.',
    law,
    concerns: 'executives',
    value: { type: 'yes-no' },
  },
  'callIn.grounds': {
    title: 'Call-in: grounds',
    help: 'The grounds the constitution allows, one to a line; empty where any ground will do.',
    law,
    concerns: 'executives',
    value: { type: 'text' },
  },
  'callIn.hearing': {
    title: 'Call-in: heard within',
    help: 'How soon after the call-in scrutiny must hear it.',
    law,
    concerns: 'executives',
    value: { type: 'period', units: workingPeriods, most: 60 },
  },
  'callIn.notHeard': {
    title: 'Call-in: if it is not heard in time',
    help: 'What becomes of the decision when the limit for the hearing passes.',
    law,
    concerns: 'executives',
    value: {
      type: 'choice',
      options: { effective: 'The decision takes effect', frozen: 'The decision stays stopped' },
    },
  },
  'callIn.effective': {
    title: 'Decision takes effect',
    help: 'When a decision that nobody called in takes effect.',
    law,
    concerns: 'executives',
    value: {
      type: 'choice',
      options: {
        afterDeadline: 'As soon as the window closes',
        noonOfDay: 'At noon on the last day of the window',
        startOfNextWorkingDay: 'At the start of the next working day',
        startOfNextCalendarDay: 'At the start of the next day, working day or not',
      },
    },
  },
  'callIn.oncePerDecision': {
    title: 'Call-in: once only',
    help: 'Whether a decision that has been called in and reconsidered is safe from another call-in.',
    law,
    concerns: 'executives',
    value: { type: 'yes-no' },
  },
  'callIn.urgencyWaiver': {
    title: 'Call-in: who may agree to waive it',
    help: 'Who must agree that a decision is too urgent to wait; the waiver is reported to the next council.',
    law,
    concerns: 'executives',
    value: { type: 'text' },
  },
} as const satisfies Record<string, RuleDefinition>;
