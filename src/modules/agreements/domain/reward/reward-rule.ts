import {
  date,
  decimalFraction,
  formatFraction,
  type Fraction,
  fraction,
  type IsoDate,
  multiplyFractions,
  type Money,
  sumMoney,
} from '#platform/kernel';

/** Whether each target earns by itself, or all of them together by the average of what they achieved. */
export type RewardMethod = 'each-target' | 'average';

/** Where the money comes from: a sum that is set, or a part of what the bodies’ budgets required in the year before. */
export type Pot =
  | Readonly<{ by: 'sum'; amount: Money }>
  | Readonly<{ by: 'part-of-budgets'; part: string; year: string }>;

/** When a part of what is earned is paid, in words: "in the year after the end". */
export type Instalment = Readonly<{ title: string; part: string }>;

/** How reward is reckoned. Parts are exact decimals: `0.6` is 60 %. */
export type RewardTerms = Readonly<{
  method: RewardMethod;
  /**
   * What an achievement is measured from: from what was expected without the agreement, so that reward is for what goes beyond
   * it, or from the baseline.
   */
  from: 'without' | 'baseline';
  /** Below this part of the way nothing is paid: of each target, or of the average. */
  floor: string;
  /** No target counts for more than this. */
  cap: string;
  instalments: readonly Instalment[];
  /** How much of each payment is revenue; the rest is capital. */
  revenuePart: string;
  /** What part of a target’s share is paid on account where it reached its interim level; trued up with the instalments. */
  interimPart: string | undefined;
  /**
   * Whether a target on a survey is rewarded only if what it sets out to gain is more than the sampling error of the survey, so
   * that nothing is paid for chance.
   */
  isBeyondError: boolean;
}>;

/** A kind of reward that national rules made, as dated data. Its days are those on which an agreement’s term begins. */
export type RewardScheme = Readonly<{
  key: 'lpsa' | 'laa-average';
  title: string;
  terms: RewardTerms;
  /** The part of net budget requirements that makes the pot, where it is one. */
  budgetPart: string | undefined;
  from: IsoDate;
  until: IsoDate | undefined;
  /** False for a scheme of which nothing was ever paid: it is reckoned to be seen, and pays nothing. */
  wasPaid: boolean;
  whatHappened: string;
  source: string;
  certainty: 'verified' | 'confident' | 'unsure';
}>;

const halves: readonly Instalment[] = [
  { title: 'First instalment, in the year after the end', part: '0.5' },
  { title: 'Second instalment, a year later', part: '0.5' },
];

export const rewardSchemes: readonly RewardScheme[] = [
  {
    key: 'lpsa',
    title:
      'Performance reward grant of local public service agreements, and of local area agreements made before June 2008',
    terms: {
      method: 'each-target',
      from: 'without',
      floor: '0.6',
      cap: '1',
      instalments: halves,
      revenuePart: '0.5',
      interimPart: '0.2',
      isBeyondError: true,
    },
    budgetPart: '0.025',
    from: date('2001-04-01'),
    until: date('2008-04-01'),
    wasPaid: true,
    whatHappened:
      'The last instalment was paid in March 2011 at half of what had been earned, and was not ringfenced.',
    source:
      'Schedule of a signed local public service agreement; Hansard, 13 March 2009, written answer 262274',
    certainty: 'verified',
  },
  {
    key: 'laa-average',
    title: 'Performance reward grant of local area agreements of 2008 to 2011',
    terms: {
      method: 'average',
      from: 'baseline',
      floor: '0.6',
      cap: '1',
      instalments: [
        { title: 'First instalment, 2011-12', part: '0.5' },
        { title: 'Second instalment, 2012-13', part: '0.5' },
      ],
      revenuePart: '0.5',
      interimPart: undefined,
      isBeyondError: true,
    },
    budgetPart: undefined,
    from: date('2008-04-01'),
    until: date('2011-04-01'),
    wasPaid: false,
    whatHappened:
      'The grant was abolished in October 2010: nothing was ever paid for the agreements of 2008 to 2011.',
    source: 'Communities and Local Government, news 1867177, for what was paid; the formula is to be checked',
    certainty: 'unsure',
  },
];

/** The scheme for agreements whose term begins on a day; undefined where there was none. */
export const schemeOn = (on: IsoDate): RewardScheme | undefined =>
  rewardSchemes.find(({ from, until }) => from <= on && (until === undefined || on < until));

/** The scheme of that name, or undefined for rules of one’s own. */
export const findScheme = (key: string): RewardScheme | undefined =>
  rewardSchemes.find((each) => each.key === key);

/** A body’s net budget requirement in the year before an agreement. */
export type Budget = Readonly<{ bodyId: string; amount: Money }>;

/** The pot exactly, in pence; or the bodies whose budget nobody has recorded. */
export type PotFound =
  | Readonly<{ pence: Fraction }>
  | Readonly<{ pence: undefined; missing: readonly string[] }>;

/**
 * The pot that can be earned. In an area of two tiers the districts’ requirement is part of it, so that without any one of the
 * bodies it is not known.
 */
export function potOf(pot: Pot, budgets: readonly Budget[], bodies: readonly string[]): PotFound {
  if (pot.by === 'sum') return { pence: fraction(pot.amount) };
  const missing = bodies.filter((id) => budgets.every(({ bodyId }) => bodyId !== id));
  if (missing.length > 0 || budgets.length === 0) return { pence: undefined, missing };
  const counted = budgets.filter(({ bodyId }) => bodies.includes(bodyId));
  return {
    pence: multiplyFractions(
      decimalFraction(pot.part),
      fraction(sumMoney(counted.map(({ amount }) => amount))),
    ),
  };
}

/** What a part is in hundredths, for people: `60%` of `0.6`. */
export const inHundredths = (part: string | Fraction): string =>
  `${formatFraction(multiplyFractions(typeof part === 'string' ? decimalFraction(part) : part, fraction(100)))}%`;
