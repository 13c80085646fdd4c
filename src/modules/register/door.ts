import { type Database, remembered, type Sql } from '#platform/db';
import type { ActingOffice, OfficeDirectory } from '#platform/identity';
import { type Calendar, calendarFrom, groupBy, type IsoDate } from '#platform/kernel';
import { englandBankHolidays } from './reference/bank-holidays.ts';
import { type Closure, closuresKnown } from './domain/closure.ts';
import type { AsOf } from './domain/dated.ts';
import type { RuleKey, RuleValue } from './domain/rule-catalogue/index.ts';
import { ruleOn, type RulePack, type Ruling } from './domain/rules.ts';
import { successorsOf as resolve } from './domain/succession.ts';
import { type BodyLine, everyBody } from './queries/bodies.ts';
import { type ActiveOffice, activeOffices } from './queries/offices.ts';
import { listClosures, listClosuresOf } from './store/closures.ts';
import { findRulePacks } from './store/rules.ts';
import { listSuccessions } from './store/successions.ts';

// What later modules may ask of the register. Each takes the transaction or the database that asks.

/** A body as it stood on a day; undefined where the register never had it. */
export async function bodyOn(sql: Sql, bodyId: string, asOf: AsOf): Promise<BodyLine | undefined> {
  return (await everyBody(sql, asOf)).find(({ id }) => id === bodyId);
}

/** Who stands in a body's place on a day: itself while it exists, its successors after, nobody when it ended for good. */
export async function successorsOf(sql: Sql, bodyId: string, on: IsoDate): Promise<readonly BodyLine[]> {
  const living = resolve(
    bodyId,
    on,
    await remembered(sql, 'register.successions', () => listSuccessions(sql)),
  );
  return (await everyBody(sql, { on })).filter(({ id }) => living.includes(id));
}

/** A body's rules, ready to be asked one by one for any day: the rule that judges an act is that of the act's own day. */
export type BodyRules = Readonly<{
  bodyId: string;
  rule<Key extends RuleKey>(key: Key, asOf: AsOf): Ruling<RuleValue<Key>>;
}>;

/** Reads a body's rules, all versions, in one go; undefined where there is no such body. */
export async function rulesFor(sql: Sql, bodyId: string): Promise<BodyRules | undefined> {
  return (await rulesForEach(sql, [bodyId])).get(bodyId);
}

/** The same for several bodies, by body, without asking for each. */
export async function rulesForEach(
  sql: Sql,
  bodyIds: readonly string[],
): Promise<ReadonlyMap<string, BodyRules>> {
  const ids = [...new Set(bodyIds)].toSorted();
  return remembered(sql, `register.rules ${ids.join(' ')}`, async () => {
    const packs = await findRulePacks(sql, ids);
    return new Map([...packs].map(([bodyId, pack]) => [bodyId, askable(pack)]));
  });
}

/** A pack to be asked often: each rule looks among its own versions and those that say whether it applies at all. */
function askable(pack: RulePack): BodyRules {
  const [own, law] = [groupBy(pack.own, ({ key }) => key), groupBy(pack.law, ({ key }) => key)];
  const packs = new Map<RuleKey, RulePack>();
  const packOf = (key: RuleKey): RulePack => {
    const keys = [...new Set<RuleKey>([key, 'regime', 'law.executiveDecisions'])];
    const made = packs.get(key) ?? {
      ...pack,
      own: keys.flatMap((each) => own.get(each) ?? []),
      law: keys.flatMap((each) => law.get(each) ?? []),
    };
    packs.set(key, made);
    return made;
  };
  return { bodyId: pack.bodyId, rule: (key, asOf) => ruleOn(packOf(key), key, asOf) };
}

/** The days a body's clocks skip: England's bank holidays and its own closures, as known now or on an earlier day. */
export async function calendarFor(sql: Sql, bodyId: string, knownOn?: IsoDate): Promise<Calendar> {
  return remembered(sql, `register.calendar ${bodyId} ${knownOn ?? ''}`, async () =>
    calendarOf(bodyId, closuresKnown(await listClosures(sql, bodyId), knownOn)),
  );
}

/** The same for several bodies, by body, without asking for each. */
export async function calendarsForEach(
  sql: Sql,
  bodyIds: readonly string[],
): Promise<ReadonlyMap<string, Calendar>> {
  const ids = [...new Set(bodyIds)].toSorted();
  return remembered(sql, `register.calendars ${ids.join(' ')}`, async () => {
    const closures = groupBy(closuresKnown(await listClosuresOf(sql, ids)), ({ bodyId }) => bodyId);
    return new Map(ids.map((bodyId) => [bodyId, calendarOf(bodyId, closures.get(bodyId) ?? [])]));
  });
}

function calendarOf(bodyId: string, closures: readonly Closure[]): Calendar {
  england ??= calendarFrom({ title: englandBankHolidays().title, tables: [englandBankHolidays()] });
  return {
    ...england,
    title: `${england.title} and closures of ${bodyId}`,
    closedDays: new Map([
      ...closures.map(({ day, reason }) => [day, reason] as const),
      ...england.closedDays,
    ]),
  };
}

/** What all bodies have in common, worked out once. */
let england: Calendar | undefined;

/**
 * Which offices can act on a day, for signing in: those with a role, that exist, of bodies that exist. Every page of somebody
 * signed in asks it, and every act may change it.
 */
export function officeDirectory({ database }: Readonly<{ database: Database }>): OfficeDirectory {
  return {
    officesOn: (on) =>
      remembered(database, `register.acting ${on}`, async () =>
        (await activeOffices(database, on))
          .map(actingOffice)
          .toSorted(
            (a, b) =>
              a.bodyName.localeCompare(b.bodyName, 'en') || a.officeTitle.localeCompare(b.officeTitle, 'en'),
          ),
      ),
    officeOn: (officeId, on) =>
      remembered(database, `register.acting ${on} ${officeId}`, async () => {
        const [office] = await activeOffices(database, on, officeId);
        return office === undefined ? undefined : actingOffice(office);
      }),
  };
}

function actingOffice({ office, body }: ActiveOffice): ActingOffice {
  if (office.role === undefined) throw new Error(`${office.id} has no role and so cannot act`);
  return {
    officeId: office.id,
    officeTitle: `${office.title}, ${body.name}`,
    role: office.role,
    bodyId: body.id,
    bodyName: body.name,
  };
}
