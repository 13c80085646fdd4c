import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { type AsOf, covers, isKnown, versionOn } from '../domain/dated.ts';
import type { Holding } from '../domain/holding.ts';
import type { Office } from '../domain/office.ts';
import { successorsOf } from '../domain/succession.ts';
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
  const every = (await listOffices(sql)).filter(({ replacedOn }) => replacedOn === undefined);
  const known = (await listOffices(sql, { bodyId })).filter((office) => isKnown(office, asOf.knownOn));
  const holdings = (await listHoldings(sql, { bodyId })).filter((holding) => isKnown(holding, asOf.knownOn));
  const links = await listSuccessions(sql);
  const named = new Map(bodies.map(({ id, name }) => [id, name]));
  const name = (id: string): Named => ({ id, name: named.get(id) ?? id });

  const holdingLine = (holding: Holding): HoldingLine => ({
    holding,
    holder: holderName(holding, every, (id) => name(id).name),
    onBehalfOf:
      holding.onBehalfOf === undefined
        ? undefined
        : { ...name(holding.onBehalfOf), now: successorsOf(holding.onBehalfOf, asOf.on, links).map(name) },
  });
  const lines = known.map((office): OfficeLine => {
    const own = holdings.filter(({ officeId }) => officeId === office.id);
    const current = versionOn(own, asOf);
    return {
      office,
      heldBy: current === undefined ? undefined : holdingLine(current),
      holdings: own.sort((a, b) => (b.from ?? '').localeCompare(a.from ?? '')).map(holdingLine),
    };
  });
  const inOffice = ({ office }: OfficeLine) => body.exists && covers(office, asOf.on);
  const byTitle = lines.sort((a, b) => a.office.title.localeCompare(b.office.title, 'en'));
  return { body, offices: byTitle.filter(inOffice), otherOffices: byTitle.filter((line) => !inOffice(line)) };
}

/** An office that somebody can act in on a day, because it has a role, exists, and its body does. */
export type ActiveOffice = Readonly<{ office: Office; body: BodyLine }>;

export async function activeOffices(
  sql: Sql,
  on: IsoDate,
  officeId?: string,
): Promise<readonly ActiveOffice[]> {
  const bodies = new Map((await everyBody(sql, { on })).map((body) => [body.id, body]));
  const offices = await listOffices(sql, officeId === undefined ? {} : { officeId });
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
