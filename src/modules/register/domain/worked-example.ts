import {
  addWorkingDays,
  type Calendar,
  type ComputedDate,
  earliestEvent,
  explain,
  formatDate,
  type IsoDate,
} from '#platform/kernel';
import type { Period } from './rule-catalogue/definition.ts';
import type { RuleKey, RuleValue } from './rule-catalogue/index.ts';
import { countingBasis } from './rule-value.ts';

/** What a rule would mean for something done on a day: the sentence, and how the date was counted. */
export type WorkedExample = Readonly<{ says: string; counted: string }>;

type Asks = 'earliest' | 'latest';

/** The rules that set a date for something, what begins the count, and what the date is for. */
const dated: Partial<Record<RuleKey, Readonly<{ asks: Asks; begins: string; ends: string }>>> = {
  'notice.keyDecision': {
    asks: 'earliest',
    begins: 'Notice published on',
    ends: 'the decision may be taken from',
  },
  'notice.generalException': {
    asks: 'earliest',
    begins: 'Scrutiny told and notice published on',
    ends: 'the decision may be taken from',
  },
  'notice.privateMeeting': {
    asks: 'earliest',
    begins: 'First notice published on',
    ends: 'the private meeting may be held from',
  },
  'notice.privateMeetingAgain': {
    asks: 'earliest',
    begins: 'Second notice published on',
    ends: 'the private meeting may be held from',
  },
  'meeting.access': {
    asks: 'earliest',
    begins: 'Agenda opened to the public on',
    ends: 'the meeting may be held from',
  },
  'meeting.summons': {
    asks: 'earliest',
    begins: 'Summons sent on',
    ends: 'the council may meet from',
  },
  'callIn.window': {
    asks: 'latest',
    begins: 'Record published on',
    ends: 'the decision can be called in until',
  },
  'callIn.hearing': {
    asks: 'latest',
    begins: 'Called in on',
    ends: 'scrutiny must hear it by',
  },
  'record.publish': {
    asks: 'latest',
    begins: 'Decision taken on',
    ends: 'its record must be out by',
  },
  'scrutiny.response': {
    asks: 'latest',
    begins: 'Report received on',
    ends: 'the executive must answer by',
  },
};

/** The date this rule gives for something done on `from`; undefined for rules that set no date. */
export function workedExample(
  key: RuleKey,
  value: RuleValue,
  from: IsoDate,
  calendar: Calendar,
): WorkedExample | undefined {
  const question = dated[key];
  if (question === undefined || !isPeriod(value)) return undefined;
  const reached = reach(question.asks, value, from, calendar);
  if (reached === undefined) return undefined;
  const end = formatDate(reached.date, { weekday: 'long' });
  return {
    says: `${question.begins} ${formatDate(from, { weekday: 'long' })}: ${question.ends} ${end}.`,
    counted: explain(reached.explanation),
  };
}

function reach(asks: Asks, period: Period, from: IsoDate, calendar: Calendar): ComputedDate | undefined {
  if (asks === 'earliest') return earliestEvent(calendar, from, period.count, countingBasis(period));
  // So many clear working days after a day end with the last of them, as so many working days do.
  if (countingBasis(period) !== 'working') return undefined;
  return addWorkingDays(calendar, from, period.count);
}

const isPeriod = (value: RuleValue): value is Period => typeof value === 'object';
