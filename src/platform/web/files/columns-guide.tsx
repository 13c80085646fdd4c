import type { KnownColumn } from '#platform/kernel';
import { Details, SummaryList } from '#platform/ui';

/** The columns that a file may have, what each holds, and which other names for it are understood. */
export const ColumnsGuide = ({
  title,
  columns,
}: Readonly<{ title: string; columns: readonly KnownColumn[] }>) => (
  <Details summary={title}>
    <SummaryList
      rows={columns.map(({ title: name, says, required, also }) => ({
        key: required === true ? `${name} (needed)` : name,
        value: also.length === 0 ? says : `${says} Also understood: ${also.slice(0, 4).join(', ')}.`,
      }))}
    />
  </Details>
);
