import { type Column, DataTable, type DataTableProps, Link } from '#platform/ui';
import { onDay } from '#platform/web';
import { commitmentPath, measures } from '../../domain/commitment/commitment.ts';
import type { CommitmentAt } from '../../queries/commitments/list.ts';
import { StandingTags } from './standing-tags.tsx';

type CommitmentsTableProps = Pick<
  DataTableProps<CommitmentAt>,
  'caption' | 'captionHidden' | 'empty' | 'downloads'
> &
  Readonly<{
    commitments: readonly CommitmentAt[];
    /** The address of each; its public page unless given. */
    hrefOf?: (commitment: CommitmentAt['commitment']) => string;
    names: ReadonlyMap<string, string>;
    visit: Parameters<typeof onDay>[1];
  }>;

/** Promises in a list: what was promised, by whom, where it stands in its document, and how it goes. */
export const CommitmentsTable = ({ commitments, names, visit, hrefOf, ...table }: CommitmentsTableProps) => (
  <DataTable {...table} rows={commitments} columns={columns(names, visit, hrefOf)} narrow="stack" />
);

const columns = (
  names: CommitmentsTableProps['names'],
  visit: CommitmentsTableProps['visit'],
  hrefOf: CommitmentsTableProps['hrefOf'] = commitmentPath,
): readonly Column<CommitmentAt>[] => [
  {
    title: 'Commitment',
    cell: ({ commitment }) => <Link href={onDay(hrefOf(commitment), visit)}>{commitment.promise}</Link>,
  },
  {
    title: 'Number',
    cell: ({ commitment }) => commitment.sources.map(({ number }) => number).join(', '),
  },
  { title: 'Promised by', cell: ({ commitment }) => ownersInShort(commitment.owners, names) },
  { title: 'How it can be told', cell: ({ commitment }) => measures[commitment.measure] },
  { title: 'Stands', cell: ({ standing }) => <StandingTags standing={standing} /> },
];

/** The bodies of a promise: by name where they are few, by number where they are many. */
export function ownersInShort(owners: readonly string[], names: ReadonlyMap<string, string>): string {
  const named = owners.map((id) => names.get(id) ?? id);
  return named.length <= 3 ? named.join(', ') : `${named[0]} and ${named.length - 1} others`;
}
