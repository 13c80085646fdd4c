import { LineChart, type LineChartProps } from '#platform/ui';
import type { Sum } from '../../domain/explore/asked.ts';
import { everyMonth, monthInShort, monthInWords, readMonth, undated } from '../../domain/explore/month.ts';
import { asPounds, inShort } from './money-words.tsx';

type Props = Readonly<{
  months: readonly Sum[];
  /** What is said of the drawing, given its first and its last month in words. */
  describe: (from: string, to: string) => string;
}> &
  Pick<LineChartProps, 'source' | 'hasTable'>;

/** With more than these, two of them would be short for the same. */
const acrossOneCentury = 1200;

/** What was paid in each month on a true scale: a month in which nothing is published has its place, and the line breaks there. */
export function MonthsLine({ months, describe, ...chart }: Props) {
  const every = everyMonth(
    months.map(({ key, pence }) => ({ month: readMonth(key) ?? undated, value: asPounds(pence) })),
  );
  if (every.length === 0) return null;
  const [first, last] = [every[0]?.month ?? undated, every.at(-1)?.month ?? undated];
  const isLong = every.length > acrossOneCentury;
  return (
    <LineChart
      id="over-time"
      title="Paid in each month"
      description={`${describe(monthInWords(first), monthInWords(last))} The line breaks where no payment of a month is published.`}
      periods={every.map(({ month }) => (isLong ? monthInWords(month) : monthInShort(month)))}
      periodTitle="Month"
      series={[{ name: 'Paid', values: every.map(({ value }) => value) }]}
      format={inShort}
      {...chart}
    />
  );
}
