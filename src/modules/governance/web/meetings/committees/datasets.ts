import type { Dataset } from '#platform/http';
import type { CommitteeLine, CommitteePage } from '../../../queries/committees.ts';

/** Committees as a list to take away. */
export const committeesDataset = (name: string, lines: readonly CommitteeLine[]): Dataset => ({
  name,
  columns: [
    { key: 'id', title: 'Id' },
    { key: 'body', title: 'Body' },
    { key: 'name', title: 'Name' },
    { key: 'kind', title: 'Kind' },
    { key: 'exists', title: 'Exists on the day' },
    { key: 'members', title: 'Members' },
    { key: 'quorum', title: 'Quorum' },
    { key: 'from', title: 'First day' },
    { key: 'until', title: 'Gone from' },
    { key: 'source', title: 'Source' },
  ],
  rows: lines.map(({ committee, exists, members, terms }) => ({
    id: committee.id,
    body: committee.bodyId,
    name: committee.name,
    kind: committee.kind,
    exists,
    members,
    quorum: terms.quorum ?? null,
    from: committee.from ?? null,
    until: committee.until ?? null,
    source: committee.source,
  })),
  source: 'As each body has recorded its committees in Accord; each row names its own source.',
});

/** Who sits on a committee, as a list to take away. */
export const seatsDataset = ({ committee, seats }: CommitteePage): Dataset => ({
  name: `${committee.id}-members`,
  columns: [
    { key: 'office', title: 'Office' },
    { key: 'title', title: 'Title' },
    { key: 'body', title: 'Body' },
    { key: 'capacity', title: 'As' },
    { key: 'group', title: 'Political group' },
    { key: 'votes', title: 'Votes' },
    { key: 'weight', title: 'Weight' },
    { key: 'from', title: 'First day' },
    { key: 'until', title: 'Gone from' },
    { key: 'source', title: 'Source' },
  ],
  rows: seats.map(({ seat, title, bodyId, group }) => ({
    office: seat.officeId,
    title,
    body: bodyId,
    capacity: seat.capacity,
    group: group ?? null,
    votes: seat.votes,
    weight: seat.weight,
    from: seat.from,
    until: seat.until ?? null,
    source: seat.source,
  })),
  source: `As ${committee.bodyId} has recorded it in Accord; each row names its own source.`,
});
