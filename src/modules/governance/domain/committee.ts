import { formatDate, type IsoDate } from '#platform/kernel';

export const committeeKinds = {
  council: 'Full Council',
  executive: 'Executive',
  'executive-committee': 'Committee of the executive',
  scrutiny: 'Overview and scrutiny',
  committee: 'Committee',
  'joint-committee': 'Joint committee',
  forum: 'Forum',
  board: 'Board',
} as const;
export type CommitteeKind = keyof typeof committeeKinds;

export const capacities = {
  chair: 'Chair',
  'vice-chair': 'Vice-chair',
  member: 'Member',
  substitute: 'Substitute',
  'co-opted': 'Co-opted member',
} as const;
export type Capacity = keyof typeof capacities;

/** A company of members in which a body meets. Its id is `body.slug`: `maidstone.cabinet`. */
export type Committee = Readonly<{
  id: string;
  bodyId: string;
  name: string;
  kind: CommitteeKind;
  remit: string;
  /** For a joint committee: the bodies that appoint to it. */
  appointedBy: readonly string[];
  quorum: number | undefined;
  from: IsoDate | undefined;
  until: IsoDate | undefined;
  source: string;
}>;

/** Its name; where it has ended with the day, since another may have its name now: “Cabinet (until 1 May 2015)”. */
export const inItsTime = ({ name, until }: Pick<Committee, 'name' | 'until'>): string =>
  until === undefined ? name : `${name} (until ${formatDate(until)})`;

/** An office’s place on a committee, from the first day on which it sits until the first on which it no longer does. */
export type Seat = Readonly<{
  committeeId: string;
  officeId: string;
  capacity: Capacity;
  votes: boolean;
  /** What its vote counts, where votes are weighted. */
  weight: number;
  from: IsoDate;
  until: IsoDate | undefined;
  source: string;
}>;

/** The page of a committee. */
export const committeePath = (committeeId: string): string => `/committees/${committeeId}`;
