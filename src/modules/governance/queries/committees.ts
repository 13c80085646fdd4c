import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import { bodyOn, everyBody, officesNamed } from '#modules/register';
import { capacities, type Committee, type Seat } from '../domain/committee.ts';
import { lasts } from '../domain/committee-changes.ts';
import {
  checkBalance,
  checkJointCommittee,
  type CommitteeWarning,
  type SeatChecked,
} from '../domain/committee-checks.ts';
import { type CommitteeTerms, termsOn } from '../domain/committee-terms.ts';
import { type Affiliation, listAffiliations } from '../store/affiliations.ts';
import { committeesAppointedBy, findCommittee, listCommittees, listTerms } from '../store/committees.ts';
import { executivesAmong, listSeats } from '../store/seats.ts';

/** A seat as a page shows it. */
export type SeatLine = Readonly<{
  seat: Seat;
  title: string;
  bodyId: string;
  bodyName: string;
  group: string | undefined;
  isLeader: boolean;
}>;

export type CommitteeLine = Readonly<{
  committee: Committee;
  exists: boolean;
  terms: CommitteeTerms;
  /** How many sit on it on the day. */
  members: number;
}>;

export type Named = Readonly<{ id: string; name: string }>;

/** The committees of one body on a day, those that have ended too, and the joint ones kept by others. */
export type CommitteesPage = Readonly<{
  body: Named;
  committees: readonly CommitteeLine[];
  elsewhere: readonly CommitteeLine[];
}>;

/** What a body’s list of committees shows; undefined where there is no such body. */
export async function committeesPage(
  sql: Sql,
  bodyId: string,
  on: IsoDate,
): Promise<CommitteesPage | undefined> {
  const body = await bodyOn(sql, bodyId, { on });
  if (body === undefined) return undefined;
  const [own, elsewhere] = await Promise.all([
    listCommittees(sql, { bodyId }),
    committeesAppointedBy(sql, bodyId),
  ]);
  const lines = await committeeLines(sql, [...own, ...elsewhere], on);
  return { body, committees: lines.slice(0, own.length), elsewhere: lines.slice(own.length) };
}

/** Every committee in the register on a day. */
export async function everyCommittee(sql: Sql, on: IsoDate): Promise<readonly CommitteeLine[]> {
  return committeeLines(sql, await listCommittees(sql), on);
}

async function committeeLines(
  sql: Sql,
  committees: readonly Committee[],
  on: IsoDate,
): Promise<readonly CommitteeLine[]> {
  const ids = committees.map(({ id }) => id);
  const [terms, seats] = await Promise.all([listTerms(sql, ids), listSeats(sql, ids)]);
  return committees.map((committee) => ({
    committee,
    exists: lasts(committee, on),
    terms: termsOn(committee, terms.get(committee.id) ?? [], on),
    members: (seats.get(committee.id) ?? []).filter((seat) => lasts(seat, on)).length,
  }));
}

/** One committee on a day: who sits on it, who sat, how it works, and what the law of membership says of it. */
export type CommitteePage = Readonly<{
  committee: Committee;
  body: Named;
  exists: boolean;
  terms: CommitteeTerms;
  /** Every version of how it works, the first first. */
  allTerms: readonly CommitteeTerms[];
  appointedBy: readonly Named[];
  seats: readonly SeatLine[];
  otherSeats: readonly SeatLine[];
  warnings: readonly CommitteeWarning[];
}>;

/** What a committee’s page shows; undefined where there is no such committee. */
export async function committeePage(
  sql: Sql,
  committeeId: string,
  on: IsoDate,
): Promise<CommitteePage | undefined> {
  const committee = await findCommittee(sql, committeeId);
  if (committee === undefined) return undefined;
  const [bodies, terms, seats] = await Promise.all([
    everyBody(sql, { on }),
    listTerms(sql, [committeeId]),
    seatLines(sql, committeeId, on),
  ]);
  const nameOf = (id: string): Named => ({ id, name: bodies.find((body) => body.id === id)?.name ?? id });
  const present = seats.filter(({ seat }) => lasts(seat, on));
  const allTerms = terms.get(committeeId) ?? [];
  const appointedBy = committee.appointedBy.map(nameOf);
  return {
    committee,
    body: nameOf(committee.bodyId),
    exists: lasts(committee, on),
    terms: termsOn(committee, allTerms, on),
    allTerms,
    appointedBy,
    seats: present.toSorted(byCapacity),
    otherSeats: seats.filter(({ seat }) => !lasts(seat, on)),
    warnings: await warningsOf(sql, committee, appointedBy, present, on),
  };
}

async function seatLines(sql: Sql, committeeId: string, on: IsoDate): Promise<readonly SeatLine[]> {
  const seats = (await listSeats(sql, [committeeId])).get(committeeId) ?? [];
  const officeIds = [...new Set(seats.map(({ officeId }) => officeId))];
  const [offices, affiliations, bodies] = await Promise.all([
    officesNamed(sql, officeIds),
    listAffiliations(sql, officeIds),
    everyBody(sql, { on }),
  ]);
  const groups = groupsOn(affiliations, on);
  return seats.map((seat) => {
    const office = offices.get(seat.officeId);
    const bodyId = office?.bodyId ?? seat.officeId.split('.')[0] ?? '';
    return {
      seat,
      title: office?.title ?? seat.officeId,
      bodyId,
      bodyName: bodies.find(({ id }) => id === bodyId)?.name ?? bodyId,
      group: groups.get(seat.officeId),
      isLeader: office?.role === 'leader',
    };
  });
}

/** The group of each office on a day: the one it joined last. */
export function groupsOn(affiliations: readonly Affiliation[], on: IsoDate): ReadonlyMap<string, string> {
  const present = affiliations.filter((each) => lasts(each, on));
  return new Map(
    [...groupBy(present, ({ officeId }) => officeId)].map(([id, own]) => [id, own.at(-1)?.group ?? '']),
  );
}

const order = Object.keys(capacities);
const byCapacity = (a: SeatLine, b: SeatLine) =>
  order.indexOf(a.seat.capacity) - order.indexOf(b.seat.capacity) || a.title.localeCompare(b.title, 'en');

async function warningsOf(
  sql: Sql,
  committee: Committee,
  appointedBy: readonly Named[],
  lines: readonly SeatLine[],
  on: IsoDate,
): Promise<readonly CommitteeWarning[]> {
  const members = lines.filter(({ seat }) => seat.capacity !== 'substitute');
  const executives = await executivesAmong(
    sql,
    members.map(({ seat }) => seat.officeId),
    on,
  );
  const checked = members.map((line): SeatChecked => {
    return {
      bodyId: line.bodyId,
      bodyName: line.bodyName,
      isExecutive: executives.has(line.seat.officeId) || line.isLeader,
      group: line.group,
      votes: line.seat.votes,
    };
  });
  const councils = committee.kind === 'joint-committee' ? committee.appointedBy : [committee.bodyId];
  const balance = await Promise.all(
    councils.map(async (bodyId) =>
      checkBalance(
        committee.kind,
        await councilGroups(sql, bodyId, on),
        checked.filter((seat) => seat.bodyId === bodyId),
      ),
    ),
  );
  return [
    ...(committee.kind === 'joint-committee' ? checkJointCommittee(appointedBy, checked) : []),
    ...balance.flat(),
  ];
}

/** The group of everybody who sits on a body’s full council. */
async function councilGroups(
  sql: Sql,
  bodyId: string,
  on: IsoDate,
): Promise<readonly (string | undefined)[]> {
  const councils = (await listCommittees(sql, { bodyId })).filter(
    ({ kind, ...life }) => kind === 'council' && lasts(life, on),
  );
  const seats = await listSeats(
    sql,
    councils.map(({ id }) => id),
  );
  const officeIds = [...seats.values()].flat().flatMap((seat) => (lasts(seat, on) ? [seat.officeId] : []));
  const groups = groupsOn(await listAffiliations(sql, officeIds), on);
  return officeIds.map((id) => groups.get(id));
}
