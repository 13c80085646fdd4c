import { completeness, type Completeness, type RecordGap, type RecordRules } from './completeness.ts';
import type { DecisionRecord } from './record.ts';

/**
 * Holds a record against what is asked of its kind on its day: the regulations on executive decisions where it is one, and
 * of every other what minutes must say at the least.
 */
export function recordCompleteness(record: DecisionRecord, rules: RecordRules): Completeness {
  return record.isExecutive ? completeness(record, rules) : ordinaryRecord(record);
}

const minutes = 'Local Government Act 1972, section 100C and schedule 12, paragraph 41';

function ordinaryRecord({ takenOn, decisionMaker, clauses }: DecisionRecord): Completeness {
  const gaps: readonly RecordGap[] = [
    ...(takenOn === undefined
      ? [
          {
            item: 'date',
            regulation: minutes,
            says: 'Enter the day on which the decision was taken',
          } as const,
        ]
      : []),
    ...(decisionMaker.trim() === ''
      ? [{ item: 'decision-maker', regulation: minutes, says: 'Enter who took the decision' } as const]
      : []),
    ...(clauses.some(({ text }) => text.trim() !== '')
      ? []
      : [{ item: 'decision', regulation: minutes, says: 'Enter what was decided' } as const]),
  ];
  return gaps.length === 0 ? { standing: 'complete' } : { standing: 'incomplete', gaps };
}
