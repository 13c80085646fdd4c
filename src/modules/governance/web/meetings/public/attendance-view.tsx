import { plural } from '#platform/kernel';
import { DataTable, Text } from '#platform/ui';
import { capacities } from '../../../domain/committee.ts';
import { type Attendance, presences, type QuorumJudged } from '../../../domain/meeting/attendance.ts';

/** Whether enough members were there, in one sentence. */
export function sayQuorum(quorum: QuorumJudged): string {
  switch (quorum.standing) {
    case 'met':
      return `The quorum of ${quorum.needed} was met: ${sayPresent(quorum.present)}.`;
    case 'not-met':
      return `The quorum of ${quorum.needed} was not met: ${sayPresent(quorum.present)}.`;
    case 'not-known':
      return `The quorum is not known: check locally. ${sayPresent(quorum.present)}.`;
    default:
      return quorum satisfies never;
  }
}

const sayPresent = (count: number): string =>
  `${plural(count, 'member')} who may vote ${count === 1 ? 'was' : 'were'} present`;

/** Who was there, and for which part. */
export function AttendanceView({
  people,
  quorum,
}: Readonly<{ people: readonly Attendance[]; quorum: QuorumJudged }>) {
  const titleOf = (id: string) => people.find(({ officeId }) => officeId === id)?.officeTitle ?? id;
  return (
    <>
      <Text>{sayQuorum(quorum)}</Text>
      <DataTable
        caption="Attendance"
        captionHidden
        rows={people}
        columns={[
          { title: 'Office', cell: ({ officeTitle }) => officeTitle },
          {
            title: 'As',
            cell: ({ capacity, substituteFor, presided, votes }) => {
              if (substituteFor !== undefined)
                return `Substitute for ${titleOf(substituteFor)}${presided ? ', presiding' : ''}`;
              const as = capacity === undefined ? 'In attendance' : capacities[capacity];
              return `${as}${presided ? ', presiding' : ''}${votes || capacity === undefined ? '' : ', without a vote'}`;
            },
          },
          {
            title: 'Presence',
            cell: ({ presence, fromItem, untilItem }) =>
              [
                presences[presence],
                ...(fromItem === undefined ? [] : [`from item ${fromItem}`]),
                ...(untilItem === undefined ? [] : [`until item ${untilItem}`]),
              ].join(', '),
          },
        ]}
        empty="Nobody is recorded."
        narrow="stack"
      />
    </>
  );
}
