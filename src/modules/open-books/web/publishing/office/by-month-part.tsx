import type { Answers, FieldErrors } from '#platform/http';
import { formatCount, formatMoney, plural } from '#platform/kernel';
import { DataTable, RadiosField, Text } from '#platform/ui';
import { monthsInWords } from '../../../domain/release/months-covered.ts';
import type { PaymentsByMonth } from '../../../queries/publishing/payments-by-month.ts';

/** The months that payments are of, where they are of several. */
export const ByMonth = ({ parted }: Readonly<{ parted: PaymentsByMonth | undefined }>) =>
  parted === undefined || parted.months.length < 2 ? null : (
    <>
      <DataTable
        caption="Payments by month"
        rows={parted.months}
        columns={[
          { title: 'Month', cell: ({ period }) => monthsInWords(period) },
          { title: 'Payments', cell: ({ payments }) => formatCount(payments), numeric: true },
          { title: 'Amount', cell: ({ amount }) => formatMoney(amount), numeric: true },
        ]}
        empty="No payment has a day."
      />
      {parted.ofNoMonth > 0 && (
        <Text>
          {`${plural(parted.ofNoMonth, 'payment has', 'payments have')} no day or ${parted.ofNoMonth === 1 ? 'lies' : 'lie'} in several of these months.`}
        </Text>
      )}
    </>
  );

type FieldProps = Readonly<{ parted: PaymentsByMonth | undefined; answers: Answers; errors: FieldErrors }>;

/** Whether payments of several months become one release, or one for each month. */
export const ReleasesField = ({ parted, answers, errors }: FieldProps) =>
  parted === undefined || parted.months.length < 2 ? null : (
    <RadiosField
      name="releases"
      legend="How are they published?"
      options={[
        {
          value: 'one',
          text: 'Together, as one release',
          hint: 'It is superseded or withdrawn as a whole.',
        },
        {
          value: 'by-month',
          text: `Each month by itself, as ${parted.months.length} releases`,
          hint: 'By the days of the payments; the months below are then left aside. A month that is mended later takes the place of that month alone. Rows set aside are told with the last month of their table.',
        },
      ]}
      answers={{ releases: 'one', ...answers }}
      errors={errors}
    />
  );
