import { formatCount, formatDate, type Money } from '#platform/kernel';
import { Bullets, Certainty, DataTable, type DataTableProps, LineChart, Text } from '#platform/ui';
import { Section } from '#platform/web';
import {
  changesBetween,
  type Outturn,
  type Sum,
  sumOver,
  yearsThrough,
} from '../../domain/outturn/outturn.ts';
import type { LineShown, OutturnBook, Served } from '../../queries/outturn/outturn-page.ts';
import { asPounds, inShort, roundly } from '../explore/money-words.tsx';

/** An amount, or that the source has none. */
export const amountOr = (amount: Money | undefined): string =>
  amount === undefined ? 'not known' : roundly(amount);

/** `12.3%` of tenths of one per cent. */
export const percent = (tenths: number | undefined): string =>
  tenths === undefined ? 'not known' : `${tenths < 0 ? '−' : ''}${(Math.abs(tenths) / 10).toFixed(1)}%`;

/** By what a figure differs from another, in per cent of the other. */
export function changed(now: Money | undefined, before: Money | undefined): string {
  if (now === undefined || before === undefined || before <= 0n) return 'not known';
  const tenths = Number(((now - before) * 1000n) / before) / 10;
  return `${tenths > 0 ? '+' : tenths < 0 ? '−' : ''}${Math.abs(tenths).toFixed(1)}%`;
}

/** The services of one year, with the totals the return gives. */
export const ServicesTable = ({
  caption,
  lines,
  downloads,
}: Readonly<{
  caption: string;
  lines: readonly LineShown[];
  downloads?: DataTableProps<unknown>['downloads'];
}>) => (
  <DataTable
    caption={caption}
    rows={lines.filter(({ known }) => known > 0)}
    columns={[
      {
        title: 'Service',
        cell: ({ line, known, asked }) =>
          `${line.title}${known < asked ? ` (${known} of ${asked} returned it)` : ''}`,
      },
      { title: 'Net cost', numeric: true, cell: ({ amount }) => amountOr(amount) },
      {
        title: 'Per head',
        numeric: true,
        cell: ({ perHead }) => (perHead === undefined ? 'not known' : roundly(perHead)),
      },
      {
        title: 'Share of all services',
        numeric: true,
        cell: ({ share, line }) => (share === undefined && line.kind !== 'service' ? '' : percent(share)),
      },
    ]}
    empty="No figure of this year is held."
    downloads={downloads}
  />
);

/** How a line went over the years, with a break where a year is not held. */
export function OverTheYears({
  outturn,
  line,
  filers,
  of,
}: Readonly<{ outturn: Outturn; line: string; filers: readonly Served[]; of: string }>) {
  const periods = yearsThrough(outturn.years);
  const sums = periods.map((year): Sum => sumOver(outturn, year, line, filers));
  const title = outturn.lines.find(({ id }) => id === line)?.title ?? line;
  const complete = sums.map(({ amount, known, asked }) =>
    amount !== undefined && known === asked ? asPounds(amount) : undefined,
  );
  return (
    <LineChart
      id="over-the-years"
      title={`${title}, ${of}: net cost in the money of each year`}
      description="In the money of each year: what pounds buy fell meanwhile. The line breaks where a year is not held here, or not everybody’s figure is."
      periods={periods}
      periodTitle="Financial year"
      series={[{ name: title, values: complete }]}
      format={inShort}
      source={{ text: outturn.source }}
    />
  );
}

/** What changed in what the lines mean, as far as it concerns these. */
export function WhatChanged({ outturn, lines }: Readonly<{ outturn: Outturn; lines: readonly string[] }>) {
  const changes = changesBetween(outturn, lines);
  if (changes.length === 0) return null;
  return (
    <Section title="What changed between years" id="changed">
      <Text>A line of one year is not always the line of another.</Text>
      <Bullets
        items={changes.map(({ year, says, certainty }) => (
          <>
            {`From ${year}: ${says} `}
            <Certainty mark={certainty === 'verified' ? 'verified' : 'confident'} />
          </>
        ))}
      />
    </Section>
  );
}

/** Whose heads are counted. */
export const PeopleSource = ({ people }: Pick<OutturnBook, 'people'>) =>
  people === undefined ? null : (
    <Text>
      {`Per head: the people of ${formatDate(people.asAt)} in every year (${people.source}), so that nothing but the money changes. A county council and its districts serve the same people.`}
    </Text>
  );

export const peopleInWords = (people: number | undefined): string =>
  people === undefined ? 'a number of people that is not known' : `${formatCount(people)} people`;
