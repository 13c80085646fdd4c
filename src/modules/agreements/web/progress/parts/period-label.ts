import { dateParts, months } from '#platform/kernel';
import type { ReadingPeriod } from '../../../domain/reading/reading.ts';
import { periodName } from '../../../domain/series/period-name.ts';
import type { Series } from '../../../domain/series/series.ts';

/** A period as the foot of a chart has room for it: `Jun 2008`, `2008-09` for whole years. */
export function periodLabel({ frequency }: Pick<Series, 'frequency'>, period: ReadingPeriod): string {
  if (frequency === 'annual' || frequency === 'biennial')
    return periodName(period).replace('academic year ', '');
  const { year, month } = dateParts(period.to);
  return `${(months[month - 1] ?? '').slice(0, 3)} ${year}`;
}
