import type { Sql } from '#platform/db';
import { date, type IsoDate } from '#platform/kernel';
import { type ActServices, type Entry, publicEntry } from '#platform/record';
import { bodiesOn, type BodyLine, officesOnDay } from '#modules/register';
import { type Committee, committeeKinds, committeePath, type Seat } from '../domain/committee.ts';
import { insertAffiliations, listAffiliations } from '../store/affiliations.ts';
import { insertCommittees, listCommittees } from '../store/committees.ts';
import { insertSeats, listSeats } from '../store/seats.ts';
import { loadFor } from './loading.ts';

const illustrative = 'Illustrative: added to make the example usable';
const council = 'Local Government Act 1972, sections 2 and 102; the name is illustrative';
const register = 'The body’s own form of governance, as the register of its rules has it';

/** From when the example’s seats are given: before the oldest act it tells of. */
const seatedFrom = date('2007-01-01');

type Given = Pick<Committee, 'id' | 'name' | 'kind'> &
  Partial<Pick<Committee, 'remit' | 'from' | 'until'>> &
  Readonly<{ source: string; castingVote: boolean | undefined }>;

/**
 * The council, executive and scrutiny of each council, and the forums, so that meetings can be held and call-ins signed in
 * the example. Where no source names a committee it says that it is illustrative. Loading it again changes nothing.
 */
export async function loadCommitteesExample(services: ActServices): Promise<void> {
  const today = services.clock.today();
  const bodies = await bodiesOn(services.database, { on: today });
  const others = new Set([
    'kent-leaders-group',
    'kent-forum',
    'kent-public-service-board',
    'kent-partnership',
  ]);
  for (const body of bodies)
    if (body.kind.endsWith('council'))
      await loadFor(services, body.id, (sql) => loadCouncil(sql, body, today));
    else if (others.has(body.id))
      await loadFor(services, body.id, (sql) => loadForum(sql, body, 'forum', today));
    else if (body.kind === 'partnership')
      await loadFor(services, body.id, (sql) => loadForum(sql, body, 'board', today));
}

async function loadCouncil(sql: Sql, { id, kind }: BodyLine, today: IsoDate): Promise<readonly Entry[]> {
  const given: readonly Given[] = [
    {
      id: `${id}.council`,
      name: kind === 'county-council' ? 'County Council' : 'Council',
      kind: 'council',
      source: council,
      castingVote: true,
    },
    ...executivesOf(id),
    {
      id: `${id}.overview-and-scrutiny-committee`,
      name: kind === 'county-council' ? 'Scrutiny Committee' : 'Overview and Scrutiny Committee',
      kind: 'scrutiny',
      source: illustrative,
      castingVote: true,
    },
  ];
  const entries = await setUp(sql, id, given, today);
  await seat(sql, id, today);
  await group(sql, id, today);
  return entries;
}

/** Maidstone and Swale have been run by committees for a time; the others’ cabinets are illustrative. */
function executivesOf(id: string): readonly Given[] {
  const cabinet = {
    id: `${id}.cabinet`,
    name: 'Cabinet',
    kind: 'executive',
    castingVote: undefined,
  } as const;
  const lead = {
    id: `${id}.policy-and-resources-committee`,
    name: 'Policy and Resources Committee',
    kind: 'committee',
    castingVote: true,
    source: `${register}; the name is illustrative`,
  } as const;
  const [from, until] = [date('2015-05-01'), date('2022-05-01')];
  if (id === 'maidstone')
    return [
      { ...lead, from, until },
      { ...cabinet, id: `${id}.cabinet-2022`, from: until, source: register },
    ];
  if (id === 'swale')
    return [
      { ...cabinet, until, source: illustrative },
      { ...lead, from: until },
    ];
  return [{ ...cabinet, source: illustrative }];
}

async function loadForum(
  sql: Sql,
  { id, name, founded }: BodyLine,
  kind: 'forum' | 'board',
  today: IsoDate,
): Promise<readonly Entry[]> {
  const committeeId = `${id}.${kind}`;
  const entries = await setUp(
    sql,
    id,
    [
      {
        id: committeeId,
        name,
        kind,
        source: 'The body itself, as the register has it',
        castingVote: undefined,
        ...(founded !== undefined && { from: founded }),
      },
    ],
    today,
  );
  const offices = entries.length === 0 ? [] : await officesOnDay(sql, id, today);
  await insertSeats(
    sql,
    offices.map((office) => aSeat(committeeId, office.id, 'member', founded ?? seatedFrom)),
    today,
  );
  return entries;
}

async function setUp(
  sql: Sql,
  bodyId: string,
  given: readonly Given[],
  today: IsoDate,
): Promise<readonly Entry[]> {
  const known = new Set((await listCommittees(sql, { bodyId })).map(({ id }) => id));
  const fresh = given
    .filter(({ id }) => !known.has(id))
    .map((each) => ({
      remit: '',
      from: undefined,
      until: undefined,
      ...each,
      bodyId,
      appointedBy: [],
      quorum: undefined,
      proxies: false,
      weighted: false,
    }));
  await insertCommittees(sql, fresh, today);
  return fresh.map(({ id, name, kind, source }) =>
    publicEntry({
      act: 'governance.committee.set-up',
      subject: committeePath(id),
      summary: `Committee set up: ${name} (${committeeKinds[kind]})`,
      facts: { committeeId: id, name, kind, source },
      about: { bodies: [bodyId] },
    }),
  );
}

/** The Leader in the executive, the councillors of the example in scrutiny, and all of them in the Council. */
async function seat(sql: Sql, bodyId: string, today: IsoDate): Promise<void> {
  const committees = await listCommittees(sql, { bodyId });
  const taken = await listSeats(
    sql,
    committees.map(({ id }) => id),
  );
  const leader = `${bodyId}.leader`;
  const [chair = '', ...members] = [1, 2, 3].map((seat) => `${bodyId}.non-executive-councillor-${seat}`);
  const seats = committees
    .filter(({ id }) => !taken.has(id))
    .flatMap(({ id, kind, from }): readonly Seat[] => {
      const begins = from === undefined || from < seatedFrom ? seatedFrom : from;
      const of = (officeId: string, capacity: Seat['capacity'] = 'member') =>
        aSeat(id, officeId, capacity, begins);
      if (kind === 'executive') return [of(leader, 'chair')];
      if (kind === 'scrutiny') return [of(chair, 'chair'), ...members.map((each) => of(each))];
      return [leader, chair, ...members].map((each) => of(each));
    });
  await insertSeats(sql, seats, today);
}

const aSeat = (committeeId: string, officeId: string, capacity: Seat['capacity'], from: IsoDate): Seat => ({
  committeeId,
  officeId,
  capacity,
  votes: true,
  weight: 1,
  from,
  until: undefined,
  source: illustrative,
});

/** Two groups, so that a rule which asks for members of several can be met. */
async function group(sql: Sql, bodyId: string, today: IsoDate): Promise<void> {
  const groups = {
    leader: 'First group of the example',
    'non-executive-councillor-1': 'First group of the example',
    'non-executive-councillor-2': 'Second group of the example',
    'non-executive-councillor-3': 'Second group of the example',
  };
  const ids = Object.keys(groups).map((slug) => `${bodyId}.${slug}`);
  const known = new Set((await listAffiliations(sql, ids)).map(({ officeId }) => officeId));
  await insertAffiliations(
    sql,
    Object.entries(groups)
      .map(([slug, name]) => ({
        officeId: `${bodyId}.${slug}`,
        group: name,
        from: seatedFrom,
        until: undefined,
        source: illustrative,
      }))
      .filter(({ officeId }) => !known.has(officeId)),
    today,
  );
}
