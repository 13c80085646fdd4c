import type { Visit } from '#platform/http';
import { type Column, DataTable, Link } from '#platform/ui';
import type { HoldingLine, OfficeLine } from '../../../queries/offices.ts';
import { filesOf, onDay, Period } from '#platform/web';

/** Where an office's page is: `/bodies/maidstone/offices/leader` for the office `maidstone.leader`. */
export const officeAddress = (officeId: string): string => {
  const [body = '', ...slug] = officeId.split('.');
  return `/bodies/${body}/offices/${slug.join('.')}`;
};

/** Offices and seats of one body: who holds each, for whom, and whether with a vote. */
export function OfficesTable({
  bodyId,
  caption,
  offices,
  empty,
  visit,
  downloads = true,
  captionHidden = false,
}: Readonly<{
  bodyId: string;
  caption: string;
  offices: readonly OfficeLine[];
  empty: string;
  visit: Visit;
  downloads?: boolean;
  captionHidden?: boolean;
}>) {
  const anyBehalf = offices.some(({ heldBy }) => heldBy?.onBehalfOf !== undefined);
  const anyHeld = offices.some(({ heldBy }) => heldBy !== undefined);
  const columns: readonly (Column<OfficeLine> | undefined)[] = [
    {
      title: 'Office or seat',
      cell: ({ office }) => <Link href={onDay(officeAddress(office.id), visit)}>{office.title}</Link>,
    },
    { title: 'Held by', cell: ({ heldBy }) => <Holder heldBy={heldBy} visit={visit} /> },
    anyBehalf
      ? { title: 'On behalf of', cell: ({ heldBy }) => <Behalf heldBy={heldBy} visit={visit} /> }
      : undefined,
    { title: 'Votes', cell: ({ office }) => votes(office.voting) },
    anyHeld
      ? {
          title: 'Dates',
          cell: ({ heldBy }) =>
            heldBy === undefined ? '' : <Period from={heldBy.holding.from} until={heldBy.holding.until} />,
        }
      : undefined,
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      columns={columns.filter((column) => column !== undefined)}
      rows={offices}
      empty={empty}
      narrow="stack"
      downloads={downloads && offices.length > 0 ? filesOf(`/bodies/${bodyId}/offices`, visit) : undefined}
    />
  );
}

export const votes = (voting: boolean | undefined): string =>
  voting === undefined ? 'not stated' : voting ? 'Yes' : 'No';

/** A person by name, or the office that holds the seat by right, linked. */
export function Holder({ heldBy, visit }: Readonly<{ heldBy: HoldingLine | undefined; visit: Visit }>) {
  if (heldBy === undefined) return <>not recorded</>;
  const { holder } = heldBy.holding;
  if (holder.kind === 'person') return <>{heldBy.holder}</>;
  return <Link href={onDay(officeAddress(holder.officeId), visit)}>{heldBy.holder}</Link>;
}

/** The body a seat is held for, and who stands in that body’s place on the day. */
export function Behalf({ heldBy, visit }: Readonly<{ heldBy: HoldingLine | undefined; visit: Visit }>) {
  if (heldBy === undefined) return null;
  const behalf = heldBy.onBehalfOf;
  if (behalf === undefined) return <>itself</>;
  const [now] = behalf.now;
  return (
    <>
      <Link href={onDay(`/bodies/${behalf.id}`, visit)}>{behalf.name}</Link>
      {now !== undefined && now.id !== behalf.id && (
        <>
          , now <Link href={onDay(`/bodies/${now.id}`, visit)}>{now.name}</Link>
        </>
      )}
    </>
  );
}
