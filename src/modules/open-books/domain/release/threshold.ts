import { type IsoDate, date, type Money, pounds } from '#platform/kernel';
import type { Dataset } from './release.ts';

/** An amount that a publication need not go below, since when, and who says so. */
type Threshold = Readonly<{ dataset: Dataset; from: IsoDate; amount: Money; source: string }>;

/** Payments of more than these are to be published; by procurement card every one is. Dated, as the law changes. */
const thresholds: readonly Threshold[] = [
  {
    dataset: 'spending',
    from: date('2014-10-31'),
    amount: pounds(500),
    source: 'Local Government Transparency Code 2015, paragraph 28; SI 2014/2680',
  },
];

/** What need not be published of a dataset on a day: payments of no more than this. Undefined where no threshold is known. */
export const thresholdOn = (dataset: Dataset, on: IsoDate): Threshold | undefined =>
  thresholds.find((each) => each.dataset === dataset && each.from <= on);
