import type { Draft } from '#platform/drafts';
import { formatDate, londonDate } from '#platform/kernel';
import { DataTable, Link } from '#platform/ui';

type Listed = Pick<Draft, 'id' | 'answers' | 'savedAt' | 'preparedBy'>;
type Props<Of extends Listed> = Readonly<{
  drafts: readonly Of[];
  /** Where a draft is gone on with. */
  href(draft: Of): string;
  /** What it will become, where there is more than one thing. */
  forWhat?: (draft: Of) => string;
}>;

/** The drafts of a body, which it alone sees: each by its title, with when and by which office it was saved. */
export const DraftsTable = <Of extends Listed>({ drafts, href, forWhat }: Props<Of>) => (
  <DataTable
    caption="Drafts: only your body sees them"
    rows={drafts}
    columns={[
      {
        title: 'Draft',
        cell: (draft) => <Link href={href(draft)}>{draft.answers['title'] || 'Without a title yet'}</Link>,
      },
      ...(forWhat === undefined ? [] : [{ title: 'For', cell: forWhat }]),
      {
        title: 'Saved',
        cell: ({ savedAt, preparedBy }) => `${formatDate(londonDate(savedAt))}, by the ${preparedBy}`,
      },
    ]}
    empty="No draft is waiting."
    narrow="stack"
  />
);
