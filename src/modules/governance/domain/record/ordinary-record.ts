import {
  completeness,
  type Completeness,
  type RecordGap,
  type RecordItem,
  type RecordRules,
} from './completeness.ts';
import type { DecisionRecord } from './record.ts';

/**
 * Holds a record against what is asked of its kind on its day: the regulations on executive decisions where it is one, those
 * on officers’ other decisions where an officer took it outside the executive, and of every other what minutes must say at
 * the least.
 */
export function recordCompleteness(record: DecisionRecord, rules: RecordRules): Completeness {
  if (record.isExecutive) return completeness(record, rules);
  const gaps =
    record.takenBy === 'officer' && rules.otherOfficerDecisions === 'si-2014-2095'
      ? officersRecord(record)
      : leastOf(record, minutes);
  return gaps.length === 0 ? { standing: 'complete' } : { standing: 'incomplete', gaps };
}

const minutes = 'Local Government Act 1972, section 100C and schedule 12, paragraph 41';
const openness = 'SI 2014/2095, regulation 7(3)';

/**
 * What an officer’s record says of a decision outside the executive: its date, what and why, what else was considered, and
 * which members declared a conflict. The last is asked where the authorisation was given for this very decision; under a
 * general one the record says that there was none.
 */
const officersRecord = (record: DecisionRecord): readonly RecordGap[] => [
  ...leastOf(record, openness),
  ...gap('reasons', openness, record.reasons.trim() !== '', 'Enter the reasons for the decision'),
  ...gap(
    'alternatives',
    openness,
    record.alternatives !== undefined && record.alternatives.every((each) => each.trim() !== ''),
    'Enter the alternatives considered and rejected, or say that there were none',
  ),
  ...gap(
    'conflicts',
    openness,
    record.conflicts !== undefined,
    'Name each member who declared a conflict of interest where the officer was authorised for this decision alone, or say that there was none',
  ),
];

const leastOf = (
  { takenOn, decisionMaker, clauses }: DecisionRecord,
  regulation: string,
): readonly RecordGap[] => [
  ...gap('date', regulation, takenOn !== undefined, 'Enter the day on which the decision was taken'),
  ...gap('decision-maker', regulation, decisionMaker.trim() !== '', 'Enter who took the decision'),
  ...gap(
    'decision',
    regulation,
    clauses.some(({ text }) => text.trim() !== ''),
    'Enter what was decided',
  ),
];

const gap = (item: RecordItem, regulation: string, isThere: boolean, says: string): readonly RecordGap[] =>
  isThere ? [] : [{ item, regulation, says }];
