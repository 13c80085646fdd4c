import type { ComponentChildren } from 'preact';
import { InsetText, Table } from '#platform/ui';

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
    <Table
      caption="Both versions"
      captionClass="govuk-table__caption--m"
      firstCellIsHeader
      head={[{ children: 'About' }, { children: 'What stands now' }, { children: 'Your answers' }]}
      rows={rows.map(({ field, theirs, yours }) => [
        { children: field },
        { children: orNothing(theirs) },
        { children: orNothing(yours) },
      ])}
    />
    <p class="govuk-body">{children}</p>
  </>
);

const orNothing = (shown: ComponentChildren) => (shown === '' || shown === undefined ? 'Not given' : shown);
