import { DataTable, Link, Unseen } from '#platform/ui';
import { Day, type DayAsked, onDay, Period } from '#platform/web';
import { capacities } from '../../../domain/committee.ts';
import type { SeatLine } from '../../../queries/committees.ts';

type SeatsTableProps = Readonly<{
  caption: string;
  lines: readonly SeatLine[];
  empty: string;
  /** Whether votes count differently by seat. */
  weighted: boolean;
  visit: DayAsked;
  downloads?: Readonly<{ csv: string; json: string }>;
  /** Where a seat is ended; left out on a public page. */
  end?: (line: SeatLine) => string;
}>;

/** Who sits on a committee. */
export function SeatsTable({ lines, weighted, visit, end, ...table }: SeatsTableProps) {
  return (
    <DataTable
      {...table}
      rows={lines}
      columns={[
        {
          title: 'Office',
          cell: ({ seat, title, bodyId, bodyName }) => (
            <>
              <Link href={onDay(`/bodies/${bodyId}/offices/${seat.officeId.split('.')[1] ?? ''}`, visit)}>
                {title}
              </Link>
              <span class="govuk-hint govuk-!-margin-bottom-0">{bodyName}</span>
            </>
          ),
        },
        { title: 'As', cell: ({ seat }) => capacities[seat.capacity] },
        { title: 'Group', cell: ({ group }) => group ?? 'Not recorded' },
        {
          title: 'Votes',
          cell: ({ seat }) => (seat.votes ? (weighted ? `Yes, counting ${seat.weight}` : 'Yes') : 'No'),
        },
        { title: 'Days', cell: ({ seat }) => <Period from={seat.from} until={seat.until} /> },
        ...(end === undefined
          ? []
          : [
              {
                title: 'What you can do',
                cell: (line: SeatLine) =>
                  line.seat.until === undefined ? (
                    <Link href={end(line)}>
                      End<Unseen> the seat of {line.title}</Unseen>
                    </Link>
                  ) : (
                    <Day on={line.seat.until} />
                  ),
              },
            ]),
      ]}
      narrow="stack"
    />
  );
}
