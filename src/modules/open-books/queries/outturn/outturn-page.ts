import type { Dataset } from '#platform/http';
import { remembered, type Sql } from '#platform/db';
import type { IsoDate, Money } from '#platform/kernel';
import { everyBody, placesOn, type Tier } from '#modules/register';
import {
  type Outturn,
  type OutturnDetail,
  type OutturnFiler,
  type OutturnLine,
  perHead,
  sumOver,
  tenthsOfPercent,
} from '../../domain/outturn/outturn.ts';
import { readOutturn, readOutturnDetail } from '../../store/outturn/read-outturn.ts';

/** An authority with the people it serves, by one estimate for all years, so that nothing but the money changes. */
export type Served = OutturnFiler & Readonly<{ people: number | undefined; tier: Tier | undefined }>;

/** Revenue outturn with everything its pages need. */
export type OutturnBook = Readonly<{
  outturn: Outturn;
  /** The councils of the register that filed returns, and the authorities beside them. */
  councils: readonly Served[];
  others: readonly OutturnFiler[];
  /** What the numbers of people are taken from. */
  people: Readonly<{ source: string; asAt: IsoDate }> | undefined;
}>;

/** The outturn that is held; undefined where none is. */
export async function outturnBook(sql: Sql, today: IsoDate): Promise<OutturnBook | undefined> {
  const outturn = await remembered(sql, 'open_books.outturn', () => readOutturn(sql));
  if (outturn === undefined) return undefined;
  const [bodies, places] = await Promise.all([everyBody(sql, { on: today }), placesOn(sql, { on: today })]);
  const names = new Map(bodies.map((body) => [body.id, body]));
  const populations = new Map(places.map(({ gss, population }) => [gss, population]));
  const councils = outturn.filers
    .filter(({ bodyId }) => bodyId !== undefined && names.has(bodyId))
    .map((filer): Served => {
      const body = names.get(filer.bodyId ?? '');
      return {
        ...filer,
        name: body?.name ?? filer.name,
        people: populations.get(body?.gss ?? '')?.count,
        tier: body?.tier,
      };
    });
  const [counted] = [...populations.values()].flatMap((population) => population ?? []);
  return {
    outturn,
    councils,
    others: outturn.filers.filter(({ code }) => !councils.some((council) => council.code === code)),
    people: counted && { source: counted.source, asAt: counted.asAt },
  };
}

/** A service in one year: what it came to, and of what it is a part. */
export type LineShown = Readonly<{
  line: OutturnLine;
  amount: Money | undefined;
  perHead: Money | undefined;
  /** Of all services, in tenths of one per cent. */
  share: number | undefined;
  /** How many authorities are in it, of how many. */
  known: number;
  asked: number;
}>;

/** The lines of a year, summed over these authorities. */
export function linesOf(
  { outturn }: Pick<OutturnBook, 'outturn'>,
  year: string,
  filers: readonly OutturnFiler[],
  people: number | undefined,
): readonly LineShown[] {
  const whole = sumOver(outturn, year, 'all-services', filers).amount;
  return outturn.lines.map((line) => {
    const { amount, known, asked } = sumOver(outturn, year, line.id, filers);
    return {
      line,
      amount,
      perHead: perHead(amount, people),
      share: line.kind === 'beside' || line.id === 'net-current' ? undefined : tenthsOfPercent(amount, whole),
      known,
      asked,
    };
  });
}

/** The people of all these councils together: those of a county and of its districts are the same people, counted once. */
export function peopleOf(councils: readonly Served[]): number | undefined {
  const isCounty = councils.some(({ tier }) => tier === 'upper');
  const once = councils.filter(({ tier }) => !isCounty || tier !== 'lower');
  const known = once.flatMap(({ people }) => people ?? []);
  return known.length === once.length && known.length > 0
    ? known.reduce((sum, each) => sum + each, 0)
    : undefined;
}

/** What a council itself said of 2006-07. */
export const outturnDetailOf = (
  sql: Sql,
  filer: string,
): Promise<Readonly<{ source: string; note: string; lines: readonly OutturnDetail[] }>> =>
  readOutturnDetail(sql, filer);

/** The lines of a council’s own return of 2006-07 to take away. */
export const outturnLinesDataset = (
  bodyId: string,
  { source, lines }: Awaited<ReturnType<typeof outturnDetailOf>>,
): Dataset => ({
  name: `revenue-outturn-lines-${bodyId}`,
  source,
  columns: [
    { key: 'block', title: 'Block' },
    { key: 'part', title: 'Part' },
    { key: 'line', title: 'Line' },
    { key: 'pence', title: 'Pence' },
  ],
  rows: lines.map(({ block, part, line, amount }) => ({ block, part, line, pence: amount ?? null })),
});

/** Every figure to take away, or those of one body. */
export function outturnDataset({ outturn, councils, others }: OutturnBook, bodyId?: string): Dataset {
  const all: readonly (OutturnFiler & Partial<Served>)[] = [...councils, ...others];
  const asked = all.filter((filer) => bodyId === undefined || filer.bodyId === bodyId);
  return {
    name: bodyId === undefined ? 'revenue-outturn' : `revenue-outturn-${bodyId}`,
    source: `${outturn.source}. ${outturn.licence}. Net current expenditure, in the money of each year.`,
    columns: [
      { key: 'year', title: 'Financial year' },
      { key: 'code', title: 'Code of the return' },
      { key: 'body', title: 'Body' },
      { key: 'name', title: 'Name' },
      { key: 'line', title: 'Line' },
      { key: 'title', title: 'Service or total' },
      { key: 'kind', title: 'Kind' },
      { key: 'pence', title: 'Pence' },
      { key: 'pencePerHead', title: 'Pence per head' },
      { key: 'shareTenths', title: 'Tenths of a per cent of all services' },
    ],
    rows: outturn.years.flatMap((year) =>
      asked.flatMap((filer) =>
        linesOf({ outturn }, year, [filer], filer.people).flatMap(({ line, amount, perHead: each, share }) =>
          amount === undefined
            ? []
            : [
                {
                  year,
                  code: filer.code,
                  body: filer.bodyId ?? null,
                  name: filer.name,
                  line: line.id,
                  title: line.title,
                  kind: line.kind,
                  pence: amount,
                  pencePerHead: each ?? null,
                  shareTenths: share ?? null,
                },
              ],
        ),
      ),
    ),
  };
}
