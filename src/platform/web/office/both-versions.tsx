import type { ComponentChildren } from 'preact';
import { DataTable, InsetText } from '#platform/ui';

type BothVersionsProps = Readonly<{
  /** Who changed what: "Another officer changed this office while you were ending it". */
  what: string;
  rows: readonly Readonly<{ field: string; theirs: ComponentChildren; yours: ComponentChildren }>[];
  /** How to choose yours, and how theirs. */
  children: ComponentChildren;
}>;

/** A stale edit: what stands now and what was asked for, side by side. Nothing was changed yet. */
export const BothVersions = ({ what, rows, children }: BothVersionsProps) => (
  <>
    <InsetText>{what} Nothing of yours was published, and your answers are kept below.</InsetText>
    <DataTable
      caption="Both versions"
      rows={rows}
      columns={[
        { title: 'About', cell: ({ field }) => field },
        { title: 'What stands now', cell: ({ theirs }) => orNothing(theirs) },
        { title: 'Your answers', cell: ({ yours }) => orNothing(yours) },
      ]}
      empty="Both say the same."
      narrow="stack"
    />
    <p class="govuk-body">{children}</p>
  </>
);

const orNothing = (shown: ComponentChildren) => (shown === '' || shown === undefined ? 'Not given' : shown);
