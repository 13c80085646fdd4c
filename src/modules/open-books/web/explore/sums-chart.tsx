import { formatDate, londonDate } from '#platform/kernel';
import { BarChart, Treemap } from '#platform/ui';
import { type Group, groups, type Sum } from '../../domain/explore/asked.ts';
import type { Total } from '../../queries/explore/sums.ts';
import type { ViewAsked } from './asked-in.ts';
import { asPounds, inShort, roundly, type sourceOf } from './money-words.tsx';
import { MonthsLine } from './months-line.tsx';

type Props = Readonly<{
  sums: readonly Sum[];
  by: Group;
  total: Total;
  view: ViewAsked;
  source: ReturnType<typeof sourceOf>;
  /** That its figures stand beside it as a table. */
  hasTable?: boolean;
}>;

/** So many bars; what is left is one more. */
const bars = 12;

/** Payments put together as a drawing: bars and shares, or a line over the months. */
export function SumsChart({ sums, by, total, source, hasTable }: Props) {
  const common = {
    hasTable,
    source: {
      text: source.text,
      href: '/money/releases',
      ...(source.latest !== undefined && { asAt: formatDate(londonDate(source.latest)) }),
      ...(source.isIllustrative && { certainty: 'illustrative' as const }),
    },
  };
  if (by === 'month')
    return (
      <MonthsLine
        months={sums}
        describe={(from, to) => `From ${from} to ${to}, ${roundly(total.pence)} together.`}
        {...common}
      />
    );
  const first = sums.slice(0, bars);
  const rest = total.pence - first.reduce((sum, { pence }) => sum + pence, 0n);
  const isMore = sums.length > bars;
  const word = groups[by];
  const largest = first[0];
  const parts = first.filter(({ pence }) => pence > 0n);
  return (
    <>
      <BarChart
        id="sums"
        title={`Paid, by ${word.toLowerCase()}`}
        description={
          largest === undefined
            ? 'No payment.'
            : `${largest.name} has the most, ${roundly(largest.pence)} of ${roundly(total.pence)}.${
                first.some(({ pence }) => pence < 0n)
                  ? ' More came back than was paid where an amount is below nothing.'
                  : ''
              }`
        }
        bars={[
          ...first.map(({ name, pence }) => ({ label: name, value: asPounds(pence) })),
          ...(isMore ? [{ label: 'All others together', value: asPounds(rest) }] : []),
        ]}
        labelTitle={word}
        valueTitle="Paid"
        format={inShort}
        {...common}
      />
      {parts.length > 1 && (
        <Treemap
          id="shares"
          title={`Shares, by ${word.toLowerCase()}`}
          description={`How much of ${roundly(total.pence)} each has. Where more came back than was paid, there is no share.`}
          parts={[
            ...parts.map(({ name, pence }) => ({ label: name, value: asPounds(pence) })),
            ...(isMore && rest > 0n ? [{ label: 'All others together', value: asPounds(rest) }] : []),
          ]}
          labelTitle={word}
          valueTitle="Paid"
          format={inShort}
          {...common}
        />
      )}
    </>
  );
}
