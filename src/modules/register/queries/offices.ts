import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { titleOn } from '../domain/body.ts';
import { type AsOf, covers, isKnown, versionOn } from '../domain/dated.ts';
import type { Holding } from '../domain/holding.ts';
import type { Office } from '../domain/office.ts';
import { type SuccessionLink, successorsOf } from '../domain/succession.ts';
import { listNames } from '../store/bodies.ts';
import { listHoldings } from '../store/holdings.ts';
import { listOffices } from '../store/offices.ts';
import { listSuccessions } from '../store/successions.ts';
import { type BodyLine, everyBody } from './bodies.ts';

type Named = Readonly<{ id: string; name: string }>;

/** A holding as a page shows it. */
export type HoldingLine = Readonly<{
  holding: Holding;
  /** The person, or the office and its body. */
  holder: string;
  /** The body it is held for, and who stands in that body's place on the day. */
  onBehalfOf: (Named & Readonly<{ now: readonly Named[] }>) | undefined;
}>;

export type OfficeLine = Readonly<{
  office: Office;
  /** Undefined: who holds it is not recorded, or it is vacant. */
  heldBy: HoldingLine | undefined;
  /** Everyone recorded as holding it, the latest first. */
  holdings: readonly HoldingLine[];
}>;

export type OfficesPage = Readonly<{
  body: BodyLine;
  /** In office on the day, by title. Empty once the body has ended. */
  offices: readonly OfficeLine[];
  /** Offices that have ended or not yet begun. */
  otherOffices: readonly OfficeLine[];
}>;

/** The offices of one body and who holds them, on a day and as known on another. */
export async function officesPage(sql: Sql, bodyId: string, asOf: AsOf): Promise<OfficesPage | undefined> {
  const bodies = await everyBody(sql, asOf);
  const body = bodies.find(({ id }) => id === bodyId);
  if (body === undefined) return undefined;
  return { body, ...(await officesOf(sql, body, asOf, { bodies, links: await listSuccessions(sql) })) };
}

/** The same for a page that has read the bodies and their successions already. */
export async function officesOf(
  sql: Sql,
  body: BodyLine,
  asOf: AsOf,
  { bodies, links }: Readonly<{ bodies: readonly BodyLine[]; links: readonly SuccessionLink[] }>,
): Promise<Pick<OfficesPage, 'offices' | 'otherOffices'>> {
  const known = (await listOffices(sql, { bodyId: body.id })).filter((office) =>
    isKnown(office, asOf.knownOn),
  );
  const holdings = (await listHoldings(sql, { bodyId: body.id })).filter((holding) =>
    isKnown(holding, asOf.knownOn),
  );
  const held = [...new Set(holdings.flatMap(({ onBehalfOf }) => onBehalfOf ?? []))];
  const [holders, names] = await Promise.all([
    holdingOffices(sql, holdings),
    held.length === 0 ? [] : listNames(sql, held),
  ]);
  const named = new Map(bodies.map(({ id, name }) => [id, name]));
  const name = (id: string): Named => ({ id, name: named.get(id) ?? id });

  const holdingLine = (holding: Holding): HoldingLine => ({
    holding,
    holder: holderName(holding, holders, (id) => name(id).name),
    onBehalfOf:
      holding.onBehalfOf === undefined
        ? undefined
        : { ...name(holding.onBehalfOf), now: successorsOf(holding.onBehalfOf, asOf.on, links).map(name) },
  });
  const lines = known.map((office): OfficeLine => {
    const own = holdings.filter(({ officeId }) => officeId === office.id);
    const current = versionOn(own, asOf);
    const seatOf = (current ?? own[0])?.onBehalfOf;
    const itsNames = names.filter(({ bodyId }) => bodyId === seatOf);
    return {
      office: { ...office, title: titleOn(office.title, itsNames, asOf) },
      heldBy: current === undefined ? undefined : holdingLine(current),
      holdings: own.sort((a, b) => (b.from ?? '').localeCompare(a.from ?? '')).map(holdingLine),
    };
  });
  const inOffice = ({ office }: OfficeLine) => body.exists && covers(office, asOf.on);
  const byTitle = lines.sort((a, b) => a.office.title.localeCompare(b.office.title, 'en'));
  return { offices: byTitle.filter(inOffice), otherOffices: byTitle.filter((line) => !inOffice(line)) };
}

/** The offices that hold these offices in their own right. */
async function holdingOffices(sql: Sql, holdings: readonly Holding[]): Promise<readonly Office[]> {
  const ids = new Set(holdings.flatMap(({ holder }) => (holder.kind === 'office' ? [holder.officeId] : [])));
  const offices = await listOffices(sql, { ids: [...ids] });
  return offices.filter(({ replacedOn }) => replacedOn === undefined);
}

/** An office that somebody can act in on a day, because it has a role, exists, and its body does. */
export type ActiveOffice = Readonly<{ office: Office; body: BodyLine }>;

/** Those that can be acted in on the day: every one, or the one named. */
export async function activeOffices(
  sql: Sql,
  on: IsoDate,
  officeId?: string,
): Promise<readonly ActiveOffice[]> {
  const bodies = new Map((await everyBody(sql, { on })).map((body) => [body.id, body]));
  const offices = await listOffices(sql, officeId === undefined ? {} : { ids: [officeId] });
  return offices.flatMap((office) => {
    const body = bodies.get(office.bodyId);
    const active =
      office.replacedOn === undefined &&
      office.role !== undefined &&
      covers(office, on) &&
      body?.exists === true;
    return active ? [{ office, body }] : [];
  });
}

function holderName(holding: Holding, offices: readonly Office[], nameOf: (id: string) => string): string {
  const { holder } = holding;
  if (holder.kind === 'person') return holder.name;
  const office = offices.find(({ id }) => id === holder.officeId);
  return office === undefined ? holder.officeId : `${office.title}, ${nameOf(office.bodyId)}`;
}
