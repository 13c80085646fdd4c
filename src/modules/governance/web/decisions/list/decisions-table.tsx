import { type Column, DataTable, type DataTableProps, Link, Tag } from '#platform/ui';
import { Day, onDay } from '#platform/web';
import { decisionPath } from '../../../domain/decision/decision.ts';
import type { Standing } from '../../../domain/decision/clause-standing.ts';
import type { StoodDecision } from '../../../queries/standings.ts';
import { standingTags } from '../../call-in/words.ts';

type DecisionsTableProps = Pick<
  DataTableProps<StoodDecision>,
  'caption' | 'captionHidden' | 'empty' | 'downloads'
> &
  Readonly<{
    decisions: readonly StoodDecision[];
    /** Names of bodies, by id. */
    names: ReadonlyMap<string, string>;
    visit: Parameters<typeof onDay>[1];
  }>;

/** Decisions in a list: what was decided, by whom, when, and where it stands. */
export const DecisionsTable = ({ decisions, names, visit, ...table }: DecisionsTableProps) => (
  <DataTable {...table} rows={decisions} columns={columns(names, visit)} narrow="stack" />
);

const columns = (
  names: ReadonlyMap<string, string>,
  visit: DecisionsTableProps['visit'],
): readonly Column<StoodDecision>[] => [
  {
    title: 'Decision',
    cell: ({ decision }) => <Link href={onDay(decisionPath(decision), visit)}>{decision.title}</Link>,
  },
  {
    title: 'Decided by',
    cell: ({ decision }) => `${decision.decisionMaker}, ${names.get(decision.bodyId) ?? decision.bodyId}`,
  },
  { title: 'On', cell: ({ decision }) => <Day on={decision.takenOn} /> },
  { title: 'Key', cell: ({ decision }) => (decision.isKey ? 'Key' : 'No') },
  { title: 'Stands', cell: (stood) => <StandingTags stood={stood} /> },
];

/** Where a decision stands in short: each standing that one of its clauses has, the most pressing first. */
export const StandingTags = ({ stood }: Readonly<{ stood: Pick<StoodDecision, 'standing'> }>) => (
  <span class="accord-tags">
    {standingsOf(stood).map((standing) => (
      // Read aloud or copied, two tags without a space between them are one word.
      <>
        <Tag colour={standingTags[standing].colour}>{standingTags[standing].text}</Tag>{' '}
      </>
    ))}
  </span>
);

/** The different standings of a decision’s clauses, the most pressing first. */
export function standingsOf({ standing }: Pick<StoodDecision, 'standing'>): readonly Standing['standing'][] {
  const all = new Set(standing.clauses.map((each) => each.standing.standing));
  return mostPressing.filter((each) => all.has(each));
}

const mostPressing: readonly Standing['standing'][] = [
  'not-published',
  'called-in',
  'referred-back',
  'before-council',
  'open-to-call-in',
  'about-to-take-effect',
  'not-known',
  'waits-for-council',
  'in-effect',
  'ended',
];
