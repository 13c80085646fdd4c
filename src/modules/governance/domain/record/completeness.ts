import type { Conflict, DecisionRecord, DispensationBy } from './record.ts';

export type Law = 'si-2000-3272' | 'si-2012-2089';

/** The rules of records on the day of the decision, from the register. Undefined: not known. */
export type RecordRules = Readonly<{
  law: Law | undefined;
  dispensationBy: DispensationBy | undefined;
  officerDecisions: 'key-only' | 'all-executive' | undefined;
  /** What is asked of officers’ decisions outside the executive. */
  otherOfficerDecisions: 'not-asked' | 'si-2014-2095' | undefined;
}>;

/** One thing a record lacks: what, by which regulation it is needed, and what to write. */
export type RecordGap = Readonly<{ item: RecordItem; regulation: string; says: string }>;
export type RecordItem =
  | 'date'
  | 'decision-maker'
  | 'decision'
  | 'reasons'
  | 'alternatives'
  | 'conflicts'
  | 'dispensations'
  | 'reports'
  | 'background-papers'
  | 'shorter-notice'
  | 'call-in';

export type Completeness =
  /** An officer’s decision of a kind that the law of its day asked no record of. */
  | Readonly<{ standing: 'no-record-needed'; because: string }>
  | Readonly<{ standing: 'complete' }>
  | Readonly<{ standing: 'incomplete'; gaps: readonly RecordGap[] }>
  | Readonly<{ standing: 'not-known'; missing: readonly (keyof RecordRules)[] }>;

/**
 * Holds a record against the law of the decision’s own day and names everything that is missing, each with its regulation.
 * A record saying “none” is complete in that; one that is silent is not.
 */
export function completeness(record: DecisionRecord, rules: RecordRules): Completeness {
  const { law } = rules;
  if (law === undefined) return { standing: 'not-known', missing: ['law'] };
  if (record.takenBy === 'officer' && record.isExecutive && !record.isKey) {
    if (rules.officerDecisions === undefined) return { standing: 'not-known', missing: ['officerDecisions'] };
    if (rules.officerDecisions === 'key-only')
      return {
        standing: 'no-record-needed',
        because: `${laws[law].title} asks officers to record key decisions alone`,
      };
  }
  const gaps = [...statement(record, rules, law), ...papers(record, law), ...notices(record, law)];
  return gaps.length === 0 ? { standing: 'complete' } : { standing: 'incomplete', gaps };
}

/** Where each law asks for what: of meetings, of individuals, for reports, for background papers. */
const laws: Readonly<
  Record<
    Law,
    Readonly<{
      title: string;
      meeting: number;
      individual: number;
      reports: number;
      background: number;
      exception: number;
      urgency: number;
    }>
  >
> = {
  'si-2000-3272': {
    title: 'SI 2000/3272',
    meeting: 3,
    individual: 4,
    reports: 5,
    background: 6,
    exception: 15,
    urgency: 16,
  },
  'si-2012-2089': {
    title: 'SI 2012/2089',
    meeting: 12,
    individual: 13,
    reports: 14,
    background: 15,
    exception: 10,
    urgency: 11,
  },
};

const cite = (law: Law, regulation: number): string => `${laws[law].title}, regulation ${regulation}`;

function statement(record: DecisionRecord, { dispensationBy }: RecordRules, law: Law): readonly RecordGap[] {
  const regulation = cite(law, record.takenBy === 'body' ? laws[law].meeting : laws[law].individual);
  const gap = (item: RecordItem, isThere: boolean, says: string): readonly RecordGap[] =>
    isThere ? [] : [{ item, regulation, says }];
  const written = (text: string) => text.trim() !== '';
  const { conflicts, alternatives } = record;
  return [
    ...gap('date', record.takenOn !== undefined, 'Enter the day on which the decision was taken'),
    ...gap('decision-maker', written(record.decisionMaker), 'Enter who took the decision'),
    ...gap(
      'decision',
      record.clauses.some(({ text }) => written(text)),
      'Enter what was decided',
    ),
    ...gap('reasons', written(record.reasons), 'Enter the reasons for the decision'),
    ...gap(
      'alternatives',
      alternatives !== undefined && alternatives.every(written),
      'Enter the alternatives considered and rejected, or say that there were none',
    ),
    ...gap(
      'conflicts',
      conflicts !== undefined,
      'Enter each conflict of interest declared, or say that there was none',
    ),
    ...dispensations(conflicts, dispensationBy, regulation),
  ];
}

/** Each conflict needs its dispensation or that none was granted; and it must be whose it is to grant on that day. */
function dispensations(
  conflicts: readonly Conflict[] | undefined,
  dispensationBy: DispensationBy | undefined,
  regulation: string,
): readonly RecordGap[] {
  const item = 'dispensations';
  if (conflicts === undefined)
    return [{ item, regulation, says: 'Once conflicts are stated, note the dispensation granted for each' }];
  return conflicts.flatMap(({ member, dispensation }) => {
    if (dispensation === undefined)
      return [{ item, regulation, says: `Note the dispensation granted to ${member}, or that none was` }];
    if (dispensation === 'none-granted' || dispensationBy === undefined) return [];
    if (dispensation.grantedBy === dispensationBy) return [];
    return [
      {
        item,
        regulation,
        says: `On this day only ${grantors[dispensationBy]} could grant ${member} a dispensation`,
      },
    ];
  });
}

const grantors: Readonly<Record<DispensationBy, string>> = {
  'standards-committee': 'the standards committee',
  'head-of-paid-service': 'the head of paid service',
};

function papers({ reports, backgroundPapers, reliedOn }: DecisionRecord, law: Law): readonly RecordGap[] {
  const background = (says: string): RecordGap => ({
    item: 'background-papers',
    regulation: cite(law, laws[law].background),
    says,
  });
  const listed = new Set([...(reports ?? []), ...(backgroundPapers ?? [])]);
  const unlisted = reliedOn.filter((paper) => !listed.has(paper));
  return [
    ...(reports === undefined
      ? [
          {
            item: 'reports',
            regulation: cite(law, laws[law].reports),
            says: 'List the reports considered, or say that there were none',
          } as const,
        ]
      : []),
    ...(backgroundPapers === undefined
      ? [background('List the background papers, or say that there were none')]
      : []),
    ...(backgroundPapers !== undefined && unlisted.length > 0
      ? [
          background(
            `List what the decision relies on among the reports or the background papers: ${unlisted.join(', ')}`,
          ),
        ]
      : []),
  ];
}

function notices(
  { shorterNotice, callIn, clauses, isExecutive }: DecisionRecord,
  law: Law,
): readonly RecordGap[] {
  const gaps: RecordGap[] = [];
  if (shorterNotice !== undefined && shorterNotice.reasons.trim() === '') {
    const { exception, urgency } = laws[law];
    gaps.push({
      item: 'shorter-notice',
      regulation: cite(law, shorterNotice.regulation === 10 ? exception : urgency),
      says: 'Enter why full notice was impracticable',
    });
  }
  const canBeCalledIn = isExecutive && clauses.some(({ effect }) => effect === 'executive');
  if (canBeCalledIn && !isCallInTold(callIn))
    gaps.push({
      item: 'call-in',
      regulation: 'Local Government Act 2000, section 9F; the council’s constitution',
      says: 'Say by when and to whom a call-in must be sent, or why the decision is not open to one',
    });
  return gaps;
}

function isCallInTold(callIn: DecisionRecord['callIn']): boolean {
  if (callIn === undefined) return false;
  return ('sentTo' in callIn ? callIn.sentTo : callIn.notOpenBecause).trim() !== '';
}
