import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { Capacity, Committee, CommitteeKind, Seat } from './committee.ts';

export type NewCommittee = Readonly<{
  name: string;
  kind: CommitteeKind;
  remit: string;
  appointedBy: readonly string[];
  quorum: number | undefined;
  castingVote: boolean | undefined;
  proxies: boolean;
  weighted: boolean;
  from: IsoDate | undefined;
  source: string;
}>;

type Life = Readonly<{ from: IsoDate | undefined; until: IsoDate | undefined }>;

/** Whether a thing that lasts from one day until another is there on a day. */
export const lasts = ({ from, until }: Life, on: IsoDate): boolean =>
  (from === undefined || from <= on) && (until === undefined || until > on);

export type CommitteeRefusal = 'name-taken' | 'joint-needs-two' | 'not-joint' | 'begins-before-the-body';

/** Whether a body may set up this committee beside those it has or had. */
export function acceptCommittee(
  committee: NewCommittee,
  others: readonly Pick<Committee, 'name' | 'until'>[],
  founded: IsoDate | undefined,
): Result<NewCommittee, CommitteeRefusal> {
  const name = committee.name.toLowerCase();
  const { from } = committee;
  const isTaken = others.some(
    (other) =>
      other.name.toLowerCase() === name &&
      (other.until === undefined || from === undefined || other.until > from),
  );
  if (isTaken) return refuse('name-taken');
  if (committee.kind === 'joint-committee' && committee.appointedBy.length < 2)
    return refuse('joint-needs-two');
  if (committee.kind !== 'joint-committee' && committee.appointedBy.length > 0) return refuse('not-joint');
  if (founded !== undefined && committee.from !== undefined && committee.from < founded)
    return refuse('begins-before-the-body');
  return ok(committee);
}

export type NewSeat = Readonly<{
  officeId: string;
  capacity: Capacity;
  votes: boolean;
  /** What its vote counts: `1` where votes are not weighted. */
  weight: number;
  from: IsoDate;
  source: string;
}>;

export type SeatRefusal =
  | 'seated-already'
  | 'before-the-committee'
  | 'committee-ended'
  | 'chair-taken'
  | 'weight-not-positive';

/** Whether an office may take this seat beside those that are taken. */
export function acceptSeat(
  seat: NewSeat,
  committee: Pick<Committee, 'from' | 'until'>,
  seats: readonly Seat[],
): Result<NewSeat, SeatRefusal> {
  if (!(seat.weight > 0) || seat.weight > 99_999) return refuse('weight-not-positive');
  if (committee.from !== undefined && seat.from < committee.from) return refuse('before-the-committee');
  if (committee.until !== undefined && seat.from >= committee.until) return refuse('committee-ended');
  const overlapping = seats.filter(({ until }) => until === undefined || until > seat.from);
  if (overlapping.some(({ officeId }) => officeId === seat.officeId)) return refuse('seated-already');
  if (seat.capacity === 'chair' && overlapping.some(({ capacity }) => capacity === 'chair'))
    return refuse('chair-taken');
  return ok(seat);
}

export type EndRefusal = 'ended-already' | 'ends-before-it-begins';

/** Whether a committee or a seat may end on a day, the first on which it is gone. */
export function acceptEnd({ from, until }: Life, ends: IsoDate): Result<IsoDate, EndRefusal> {
  if (until !== undefined) return refuse('ended-already');
  return from !== undefined && ends <= from ? refuse('ends-before-it-begins') : ok(ends);
}
