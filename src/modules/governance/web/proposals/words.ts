import { formatDate, listInWords, londonDate, plural } from '#platform/kernel';
import type { TagColour } from '#platform/ui';
import { type Clause, clauseEffects } from '../../domain/decision/clause.ts';
import type { MatrixCell, Outcome } from '../../domain/proposal/matrix.ts';
import { approvalKinds, approvals, type Approval, type Proposal } from '../../domain/proposal/proposal.ts';
import type { ProposalVersion } from '../../domain/proposal/put-proposal.ts';
import { momentInWords, standingInWords } from '../call-in/words.ts';

type InATag = Readonly<{ text: string; colour: TagColour }>;

/** How an approval is named at the head of its column. */
export const approvalTitles: Readonly<Record<Approval, string>> = {
  executive: 'Executive',
  council: 'Council',
  committee: 'Committee',
};

/** Where one approval is, in a word or two. */
export function cellTag({ cell, last }: MatrixCell): InATag {
  switch (cell.cell) {
    case 'in-effect':
      return { text: 'Adopted, in effect', colour: 'green' };
    case 'about-to-take-effect':
      return last?.standing.standing === 'open-to-call-in'
        ? { text: 'Adopted, open to call-in', colour: 'blue' }
        : { text: 'Adopted, about to take effect', colour: 'teal' };
    case 'stopped':
      return stoppedTags[cell.standing.standing] ?? { text: 'Stopped', colour: 'red' };
    case 'not-recorded':
      return { text: 'No decision recorded', colour: 'grey' };
    case 'reopened':
      return { text: `Reopened by version ${cell.byVersion}`, colour: 'yellow' };
    case 'refused':
      return { text: 'Not adopted', colour: 'red' };
    case 'too-late':
      return { text: 'After the deadline', colour: 'red' };
    case 'withdrawn':
      return { text: 'Withdrawn', colour: 'red' };
    case 'party-ended':
      return { text: 'Ended before it was bound', colour: 'red' };
    default:
      return cell satisfies never;
  }
}

const stoppedTags: Readonly<Record<string, InATag>> = {
  'not-published': { text: 'Decided, not published', colour: 'grey' },
  'called-in': { text: 'Called in: stopped', colour: 'red' },
  'referred-back': { text: 'Sent back: stopped', colour: 'red' },
  'before-council': { text: 'Before the Council: stopped', colour: 'red' },
  'waits-for-council': { text: 'Recommended to the Council', colour: 'yellow' },
  'not-known': { text: 'Adopted, date not known', colour: 'orange' },
};

/** The same in one sentence, with its date. */
export function cellInWords({ cell, last }: MatrixCell): string {
  switch (cell.cell) {
    case 'in-effect':
    case 'about-to-take-effect':
    case 'stopped':
      return last === undefined ? '' : standingInWords(last.standing);
    case 'not-recorded':
      return '';
    case 'reopened':
      return last === undefined
        ? ''
        : `What it decided on version ${last.version} no longer stands: version ${cell.byVersion} changed the text.`;
    case 'refused':
      return `Decided ${momentInWords(cell.at)}.`;
    case 'too-late':
      return `Decided ${momentInWords(cell.at)}, after the last day.`;
    case 'withdrawn':
      return `It left ${momentInWords(cell.at)}.`;
    case 'party-ended':
      return `It ended on ${formatDate(londonDate(cell.at))}.`;
    default:
      return cell satisfies never;
  }
}

export type Standing = 'in-effect' | 'agreed' | 'open' | 'blocked' | 'deadline-passed' | 'failed';

export const standingTitles: Readonly<Record<Standing, string>> = {
  open: 'Open',
  blocked: 'Blocked',
  agreed: 'Agreed, about to take effect',
  'in-effect': 'In effect',
  'deadline-passed': 'Not recorded by the deadline',
  failed: 'Failed as it stands',
};

export const standingColours: Readonly<Record<Standing, TagColour>> = {
  open: 'blue',
  blocked: 'red',
  agreed: 'teal',
  'in-effect': 'green',
  'deadline-passed': 'grey',
  failed: 'red',
};

/** Where the whole is. What is merely still to be decided leaves it open; what somebody has stopped blocks it. */
export function standingOf(outcome: Outcome): Standing {
  switch (outcome.outcome) {
    case 'in-effect':
    case 'agreed':
    case 'deadline-passed':
      return outcome.outcome;
    case 'failing':
      return 'failed';
    case 'waiting':
      return outcome.blockers.some(isStopped) ? 'blocked' : 'open';
    default:
      return outcome satisfies never;
  }
}

const isStopped = ({ cell }: MatrixCell): boolean =>
  cell.cell === 'refused' ||
  cell.cell === 'withdrawn' ||
  cell.cell === 'party-ended' ||
  cell.cell === 'too-late' ||
  (cell.cell === 'stopped' && cell.standing.standing !== 'waits-for-council');

/** Which part of a council a clause of a proposal is for; each party’s own record gives it its own effect. */
export const clauseFor = {
  executive: 'For the executive',
  'recommend-to-council': 'For the Council',
  resolve: 'For whichever part decides',
} as const;
const forWhom: Readonly<Record<string, string>> = clauseFor;

/** The same of any clause. */
export const clauseForInWords = ({ effect }: Clause): string =>
  forWhom[effect] ?? clauseEffects[effect].title;

/** How many parties must adopt: "All 4 parties", "At least 3 of 4 parties". */
export const needsInWords = (needs: Proposal['needs'], parties: number): string =>
  needs === 'all'
    ? `All ${plural(parties, 'party', 'parties')}`
    : `At least ${needs.atLeast} of ${parties} parties`;

/** Whether anybody may begin before all have decided. */
export const startInWords: Readonly<Record<Proposal['start'], string>> = {
  'all-together': 'Nobody may start before it takes effect for all',
  'each-when-ready': 'Each party may start once its own approvals are in effect',
};

/** Which approvals a party must give: "executive and Council". */
export const approvalsInWords = (asked: readonly Approval[]): string =>
  listInWords(approvalKinds.filter((each) => asked.includes(each)).map((each) => approvals[each]));

/** Every approval that any party must give, in the order of the columns. */
export const columnsOf = ({ parties }: Pick<ProposalVersion, 'parties'>): readonly Approval[] =>
  approvalKinds.filter((each) => parties.some((party) => party.approvals.includes(each)));
