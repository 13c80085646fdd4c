import { formatDate } from '#platform/kernel';
import { DataTable, Link } from '#platform/ui';
import { type DayAsked, onDay } from '#platform/web';
import { sayFigure } from '../../../domain/series/say-figure.ts';
import type { AddedUp } from '../../../queries/agreements/adding-up.ts';
import type { AgreementPage } from '../../../queries/agreements/agreement-page.ts';

type Props = Readonly<{ shown: Pick<AgreementPage, 'agreement' | 'addedUp' | 'bodies'>; visit: DayAsked }>;

/** How the chapters’ targets add up to the whole’s, year by year. */
export const AddingUpPart = ({ shown: { agreement, addedUp, bodies }, visit }: Props) =>
  addedUp.length === 0 ? null : (
    <DataTable
      caption="How the chapters add up"
      rows={addedUp}
      columns={[
        {
          title: 'Target',
          cell: ({ target, series }) => (
            <Link href={onDay(`/targets/${agreement.id}/${target.number}`, visit)}>
              {target.number}. {series.title}
            </Link>
          ),
        },
        { title: 'By', cell: ({ by }) => formatDate(by) },
        { title: 'Set for the whole', cell: ({ series, wanted }) => sayFigure(series, wanted) },
        { title: 'The chapters together', cell: (row) => together(row, (id) => bodies.get(id)?.name ?? id) },
      ]}
      empty=""
      narrow="stack"
    />
  );

const whyNot = {
  'nothing-came': 'None of them sets a figure that can be added up',
  'cannot-be-added-up': 'Figures of this kind cannot be added up',
  'nobody-to-divide-by': 'Nobody is counted in any of them',
} as const;

/** What the chapters come to, and which of them could not be counted in. */
export function together(
  { series, together: sum, areas }: AddedUp,
  nameOf: (areaId: string) => string,
): string {
  if (sum.value === undefined) return `${whyNot[sum.why]} (${areas.map(nameOf).join(', ')})`;
  const missing =
    sum.missing.length === 0 ? '' : `, without ${sum.missing.map(({ areaId }) => nameOf(areaId)).join(', ')}`;
  return `${sayFigure(series, sum.value)} in ${sum.counted.map(nameOf).join(', ')}${missing}`;
}
