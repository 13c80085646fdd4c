import { formatCount, formatMoney, type IsoDate, pence, plural } from '#platform/kernel';
import { KeyFigures, Text } from '#platform/ui';
import type { TableReport } from '../../../domain/import/report.ts';
import { roundedTogether, roundingInWords } from '../../../domain/import/rounding.ts';
import { daysInWords } from '../../../domain/release/months-covered.ts';

type Sums = Readonly<{
  tables: readonly Pick<TableReport, 'rounding'>[];
  rowsIn: number;
  rowsUnderstood: number;
  rowsSetAside: number;
  penceUnderstood: number;
  penceSetAside: number;
  periodFrom: IsoDate | null;
  periodTo: IsoDate | null;
}>;

/** What files come to, and that every row and penny of them is on one side or the other. */
export const Balance = ({ sums, made }: Readonly<{ sums: Sums; made: string }>) => (
  <>
    <KeyFigures
      figures={[
        {
          label: 'Rows in',
          value: formatCount(sums.rowsIn),
          detail: inPounds(sums.penceUnderstood + sums.penceSetAside),
        },
        { label: made, value: formatCount(sums.rowsUnderstood), detail: inPounds(sums.penceUnderstood) },
        {
          label: 'Rows set aside',
          value: formatCount(sums.rowsSetAside),
          detail: inPounds(sums.penceSetAside),
        },
      ]}
    />
    <Text>
      {`${plural(sums.rowsIn, 'row')} in: ${formatCount(sums.rowsUnderstood)} read as payments and ${formatCount(sums.rowsSetAside)} set aside. ${inPounds(sums.penceUnderstood + sums.penceSetAside)} in: ${inPounds(sums.penceUnderstood)} and ${inPounds(sums.penceSetAside)}. ${daysOf(sums)}`}
    </Text>
    <Rounded {...sums} />
  </>
);

function Rounded({ tables, penceUnderstood }: Sums) {
  const rounding = roundedTogether(tables);
  return rounding === undefined ? null : <Text>{roundingInWords(rounding, penceUnderstood)}</Text>;
}

const inPounds = (amount: number): string => formatMoney(pence(amount));

const daysOf = ({ periodFrom, periodTo }: Sums): string =>
  periodFrom === null || periodTo === null
    ? 'No payment has a date.'
    : `The payments are of ${daysInWords(periodFrom, periodTo)}.`;
