import { type Actor, formatDate, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { officesNamed } from '#modules/register';
import { capacities, committeePath, type Seat } from '../../domain/committee.ts';
import {
  acceptEnd,
  acceptSeat,
  type EndRefusal,
  type NewSeat,
  type SeatRefusal,
} from '../../domain/committee-changes.ts';
import { endSeat as end, insertSeats, listSeats } from '../../store/seats.ts';
import { aboutCommittee, actOnCommittee, type OfCommitteeRefusal } from './change-committee.ts';

export type SeatOfficeRefusal = OfCommitteeRefusal | SeatRefusal | 'no-such-office';

/** Gives an office a seat on a committee from a day on. */
export const seatOffice = (
  services: ActServices,
  actor: Actor | undefined,
  committeeId: string,
  asked: NewSeat,
  options: ActOptions = {},
): Promise<Result<undefined, SeatOfficeRefusal>> =>
  actOnCommittee<SeatOfficeRefusal>(services, actor, committeeId, options, async (sql, committee) => {
    const office = (await officesNamed(sql, [asked.officeId])).get(asked.officeId);
    if (office === undefined) return refuse('no-such-office');
    const seats = (await listSeats(sql, [committeeId])).get(committeeId) ?? [];
    const accepted = acceptSeat(asked, committee, seats);
    if (!accepted.ok) return accepted;
    await insertSeats(sql, [{ ...accepted.value, committeeId, until: undefined }], services.clock.today());
    const { officeId, capacity, votes, weight, from, source } = asked;
    return ok(
      publicEntry({
        act: 'governance.seat.given',
        subject: committeePath(committeeId),
        summary: `${committee.name}: ${office.title} sits on it from ${formatDate(from)} (${capacities[capacity]})`,
        facts: { committeeId, officeId, capacity, votes, weight: String(weight), from, source },
        about: aboutCommittee(committee),
      }),
    );
  });

export type EndSeatRefusal = OfCommitteeRefusal | EndRefusal | 'no-such-seat';

/** Ends an office’s seat: from the day given it no longer sits. */
export const endSeat = (
  services: ActServices,
  actor: Actor | undefined,
  seat: Pick<Seat, 'committeeId' | 'officeId' | 'from'>,
  asked: Readonly<{ until: IsoDate; reason: string }>,
  options: ActOptions = {},
): Promise<Result<undefined, EndSeatRefusal>> =>
  actOnCommittee<EndSeatRefusal>(services, actor, seat.committeeId, options, async (sql, committee) => {
    const seats = (await listSeats(sql, [committee.id])).get(committee.id) ?? [];
    const found = seats.find(({ officeId, from }) => officeId === seat.officeId && from === seat.from);
    if (found === undefined) return refuse('no-such-seat');
    const accepted = acceptEnd(found, asked.until);
    if (!accepted.ok) return accepted;
    await end(sql, found, asked.until);
    const title = (await officesNamed(sql, [seat.officeId])).get(seat.officeId)?.title ?? seat.officeId;
    return ok(
      publicEntry({
        act: 'governance.seat.ended',
        subject: committeePath(committee.id),
        summary: `${committee.name}: ${title} no longer sits on it from ${formatDate(asked.until)}`,
        facts: {
          committeeId: committee.id,
          officeId: seat.officeId,
          until: asked.until,
          reason: asked.reason,
        },
        about: aboutCommittee(committee),
      }),
    );
  });
