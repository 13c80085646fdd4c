import type { PaymentsAsked, Sum } from '../../domain/explore/asked.ts';
import { everyWithoutDay, isWithoutDay, monthOfKey, spanOf, undated } from '../../domain/explore/month.ts';
import { explored, type ExploreServices } from './explored.ts';
import { everyMonth } from './every-month.ts';
import { scopeOf } from './scope.ts';
import { sumsBy } from './sums.ts';

/** Payments without a day beside those of the months asked for, put together by the months of their releases. */
export type UndatedBeside = Readonly<{
  /** They lie somewhere in months that are all asked for, so they count. */
  counted: readonly Sum[];
  /** They may lie in the months asked for or beside them, or nothing says in which they lie, so they count to none of these. */
  left: readonly Sum[];
}>;

const none: UndatedBeside = { counted: [], left: [] };
const mostPeriods = 1200;

/** What the months asked for leave open. Nothing where no months are asked for: every payment counts then, whenever it was. */
export async function undatedBeside(services: ExploreServices, asked: PaymentsAsked): Promise<UndatedBeside> {
  const { from, to, dataset } = asked;
  if ((from === undefined && to === undefined) || isWithoutDay(asked)) return none;
  const { published } = services;
  const { view } = await explored(services, dataset);
  // Whether there are any at all is known of the view, and most councils give a day to each payment.
  if (view.bodies.length === 0 || !(await everyMonth(published, view)).some(({ month }) => month <= undated))
    return none;
  const scope = await scopeOf(published, view, { ...asked, ...everyWithoutDay });
  if (scope === undefined) return none;
  const sums = await sumsBy(published, scope, 'month', { limit: mostPeriods });
  const near = sums.flatMap((sum) => {
    const span = spanOf(monthOfKey(sum.key));
    if (span === undefined) return [{ sum, isWithin: false }];
    if (span.from > (to ?? Infinity) || span.to < (from ?? 0)) return [];
    return [{ sum, isWithin: span.from >= (from ?? 0) && span.to <= (to ?? Infinity) }];
  });
  return {
    counted: near.flatMap(({ sum, isWithin }) => (isWithin ? [sum] : [])),
    left: near.flatMap(({ sum, isWithin }) => (isWithin ? [] : [sum])),
  };
}
