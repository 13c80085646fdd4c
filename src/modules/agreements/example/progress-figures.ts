import { date } from '#platform/kernel';
import type { Outcome } from '../domain/framework/framework.ts';
import type { Series } from '../domain/series/series.ts';

export const madeUp = 'Made up to show how the page works';
export const said = { source: madeUp, certainty: 'illustrative' } as const;

/** Where the made-up figures are of, and whose office brings them. */
export const areas = [
  { areaId: 'kent', bodyId: 'kent-county-council' },
  { areaId: 'ashford', bodyId: 'ashford' },
  { areaId: 'canterbury', bodyId: 'canterbury' },
  { areaId: 'dover', bodyId: 'dover' },
  { areaId: 'maidstone', bodyId: 'maidstone' },
  { areaId: 'swale', bodyId: 'swale' },
  { areaId: 'thanet', bodyId: 'thanet' },
] as const;

const common = {
  concerns: 'population',
  suppressUnder: undefined,
  collectedBy: 'district',
  floorMargin: undefined,
  profile: undefined,
  measuredFrom: madeUp,
  fromDay: date('2024-04-01'),
  replaces: undefined,
  proxyFor: undefined,
  ratio: undefined,
  isIllustrative: true,
  ...said,
} as const;

export const illustratedSeries: readonly Series[] = [
  {
    ...common,
    id: 'illustration-waste-per-home',
    indicatorId: 'illustration-waste',
    title: 'Waste that is not recycled, in a year (made up)',
    polarity: { better: 'lower' },
    unit: 'kg a home',
    measuredAs: 'number',
    decimals: 0,
    frequency: 'quarterly',
    accumulation: 'rolling',
    method: { by: 'count' },
    lagDays: 30,
  },
  {
    ...common,
    id: 'illustration-feel-safe',
    indicatorId: 'illustration-safe',
    title: 'People who feel safe outside after dark (made up)',
    polarity: { better: 'higher' },
    unit: '% of adults',
    measuredAs: 'percentage',
    decimals: 1,
    frequency: 'annual',
    accumulation: 'point',
    method: { by: 'survey', designEffect: '1.2' },
    lagDays: 60,
  },
  {
    ...common,
    id: 'illustration-new-homes',
    indicatorId: 'illustration-new-homes',
    title: 'New homes built since April (made up)',
    polarity: { better: 'higher' },
    unit: 'homes',
    measuredAs: 'count',
    decimals: 0,
    frequency: 'quarterly',
    accumulation: 'cumulative',
    method: { by: 'count' },
    suppressUnder: 5,
    profile: ['1', '2', '2', '1'],
    lagDays: 30,
  },
  {
    ...common,
    id: 'illustration-street-reports',
    indicatorId: 'illustration-streets',
    title: 'Broken street lights reported in a quarter (made up)',
    polarity: { better: 'lower' },
    unit: 'reports',
    measuredAs: 'count',
    decimals: 0,
    frequency: 'quarterly',
    accumulation: 'point',
    method: { by: 'count' },
    lagDays: 15,
    proxyFor: 'illustration-feel-safe',
  },
];

/** The outcomes that they tell of. */
export const outcomes = (frameworkId: string): readonly Outcome[] =>
  ['Streets that people are glad to walk', 'Homes for those who need them'].map((title, index) => ({
    id: `${frameworkId}/${index + 1}`,
    frameworkId,
    number: index + 1,
    theme: 1,
    title: `${title} (made up)`,
    says: '',
    concerns: 'population',
    cites: '',
    ...said,
  }));

/** One series in one area: its figures from the first period on, `±` before how sure they are, `hidden` for a small count. */
export type IllustratedCurve = Readonly<{
  seriesId: string;
  areaId: string;
  bodyId: string;
  figures: readonly string[];
  revised?: Readonly<{ index: number; figure: string; note: string }>;
  target?: Readonly<{ baseline: string; values: readonly string[]; floors?: readonly string[] }>;
  story?: string;
}>;

const kent = { areaId: 'kent', bodyId: 'kent-county-council' } as const;
const of = (areaId: string) => ({ areaId, bodyId: areaId });
const words = (text: string): readonly string[] => text.split(' ');

export const curves: readonly IllustratedCurve[] = [
  {
    seriesId: 'illustration-waste-per-home',
    ...kent,
    figures: words('612 609 607 604 603 601 602 600'),
    revised: { index: 5, figure: '605', note: 'One depot had weighed a week twice' },
    target: { baseline: '604', values: ['580', '560', '540'], floors: ['590', '570', '550'] },
    story:
      'The new round began four months late, so that food waste still went with the rest.\n\nIt has run everywhere since February.',
  },
  {
    seriesId: 'illustration-waste-per-home',
    ...of('ashford'),
    figures: words('520 515 511 505 498 492 486 480'),
    target: { baseline: '505', values: ['485', '470', '455'] },
  },
  {
    seriesId: 'illustration-waste-per-home',
    ...of('maidstone'),
    figures: words('560 556 551 548 544 541 539 537'),
    target: { baseline: '548', values: ['530', '515', '500'], floors: ['540', '525', '510'] },
  },
  {
    seriesId: 'illustration-waste-per-home',
    ...of('canterbury'),
    figures: words('575 574 570 566 565 563 560 558'),
  },
  {
    seriesId: 'illustration-waste-per-home',
    ...of('dover'),
    figures: words('590 588 587 583 582 580 579 577'),
  },
  {
    seriesId: 'illustration-waste-per-home',
    ...of('swale'),
    figures: words('640 638 641 639 642 640 643 645'),
  },
  {
    seriesId: 'illustration-waste-per-home',
    ...of('thanet'),
    figures: words('655 652 650 651 649 646 644 641'),
  },
  {
    seriesId: 'illustration-feel-safe',
    ...kent,
    figures: words('61.4±3.2 60.2±3.2'),
    target: { baseline: '61.4', values: ['62', '64', '66'] },
  },
  { seriesId: 'illustration-feel-safe', ...of('maidstone'), figures: words('58.0±3.3 64.5±3.2') },
  { seriesId: 'illustration-feel-safe', ...of('thanet'), figures: words('49.3±3.4 48.8±3.4') },
  {
    seriesId: 'illustration-new-homes',
    ...kent,
    figures: words('690 1950 3300 4010 720 2080 3520 4290'),
    target: { baseline: '4010', values: ['4200', '4300', '4400'] },
  },
  {
    seriesId: 'illustration-new-homes',
    ...of('maidstone'),
    figures: words('120 310 560 700 90 240 410 520'),
    target: { baseline: '700', values: ['720', '740', '760'], floors: ['650', '670', '690'] },
  },
  { seriesId: 'illustration-new-homes', ...of('dover'), figures: words('14 40 62 81 hidden 22 47 60') },
  { seriesId: 'illustration-new-homes', ...of('thanet'), figures: words('20 55 83 104 18 51 76 hidden') },
  {
    seriesId: 'illustration-street-reports',
    ...kent,
    figures: words('910 840 1120 1260 880 800 1040 1150'),
    target: { baseline: '1260', values: ['1200', '1150', '1100'] },
  },
];
