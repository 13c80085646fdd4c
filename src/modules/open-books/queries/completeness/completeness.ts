import type { Dataset as Download } from '#platform/http';
import { remembered, type Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { bodiesOn, type BodyLine } from '#modules/register';
import {
  type Duty,
  type Owed,
  owedBy,
  type OwedStanding,
  owedStanding,
} from '../../domain/completeness/completeness.ts';
import { listDuties } from '../../store/completeness/duties.ts';
import { type ReleaseShown, releasesOn } from '../publishing/releases.ts';

/** One thing that one body owes for one period, and how it stands. */
export type OwedLine = Readonly<{
  body: Pick<BodyLine, 'id' | 'name'>;
  duty: Duty;
  owed: Owed;
  standing: OwedStanding;
  /** The releases that count for the period. */
  releases: readonly ReleaseShown[];
  /** Some of what is published was made up to show the page. */
  isIllustrative: boolean;
}>;

export type Completeness = Readonly<{
  duties: readonly Duty[];
  /** What is kept here, council by council, the latest period first. */
  lines: readonly OwedLine[];
}>;

export type CompletenessAsked = Readonly<{
  /** One council instead of all. */
  bodyId?: string;
  /** How far back: the latest two years, those and whatever else is published, or everything since the duty began. */
  periods?: 'latest' | 'published' | 'every';
}>;

const councils: ReadonlySet<string> = new Set(['county-council', 'district-council', 'unitary-council']);
/** Two years of quarters. */
const periodsShown = 8;
/** Quarters of a lifetime: a duty begins later. */
const everyPeriod = 400;

/** What every council owes by the Transparency Code, or one of them, as it stood at the end of a day. */
export async function completenessOn(
  sql: Sql,
  on: IsoDate,
  { bodyId, periods = 'latest' }: CompletenessAsked = {},
): Promise<Completeness> {
  const [duties, bodies, releases] = await Promise.all([
    remembered(sql, 'open_books.duties', () => listDuties(sql)),
    bodiesOn(sql, { on }),
    releasesOn(sql, on, bodyId),
  ]);
  const owing = bodies.filter(
    ({ id, kind, exists }) => exists && councils.has(kind) && (bodyId === undefined || id === bodyId),
  );
  const lines = owing.flatMap(({ id, name }) =>
    duties.flatMap((duty) => {
      if (duty.dataset === undefined) return [];
      const own = releases.filter((release) => release.bodyId === id && release.dataset === duty.dataset);
      const owes = owedBy(duty, on, periods === 'latest' ? periodsShown : everyPeriod);
      const all = owes.map((owed): OwedLine => {
        const counted = own.filter(
          ({ standing, periodFrom, periodTo }) =>
            standing.is === 'standing' && periodFrom <= owed.to && periodTo >= owed.from,
        );
        return {
          body: { id, name },
          duty,
          owed,
          standing: owedStanding(owed, own, on),
          releases: counted,
          isIllustrative: counted.some((release) => release.isIllustrative),
        };
      });
      if (periods !== 'published') return all;
      return all.filter(({ releases: counted }, at) => at < periodsShown || counted.length > 0);
    }),
  );
  return { duties, lines };
}

/** The same to take away. */
export const completenessDataset = ({ lines }: Completeness, name: string): Download => ({
  name,
  source:
    'What councils owe by the Local Government Transparency Code 2015, held against what they published here. Illustrative releases are made up.',
  columns: [
    { key: 'body', title: 'Body' },
    { key: 'name', title: 'Name' },
    { key: 'dataset', title: 'Dataset' },
    { key: 'from', title: 'From' },
    { key: 'to', title: 'To' },
    { key: 'due', title: 'Due' },
    { key: 'standing', title: 'Standing' },
    { key: 'publishedOn', title: 'Published' },
    { key: 'daysLate', title: 'Days late' },
    { key: 'monthsMissing', title: 'Months missing' },
    { key: 'releases', title: 'Releases' },
    { key: 'illustrative', title: 'Illustrative' },
  ],
  rows: lines.map(({ body, duty, owed, standing, releases, isIllustrative }) => ({
    body: body.id,
    name: body.name,
    dataset: duty.id,
    from: owed.from,
    to: owed.to,
    due: owed.due,
    standing: standing.is,
    publishedOn: standing.is === 'published' ? standing.on : null,
    daysLate: standing.is === 'not-due' ? null : Math.max(0, standing.daysLate),
    monthsMissing:
      standing.is === 'in-part' ? standing.missing.map((month) => month.slice(0, 7)).join(' ') : null,
    releases: releases.map(({ id }) => id).join(' '),
    illustrative: isIllustrative,
  })),
});
