import { formatMoney, type Money, pence as asPence } from '#platform/kernel';
import { InsetText, Unseen } from '#platform/ui';
import type { Explored } from '../../queries/explore/explored.ts';

/** An amount in a table: to the penny. */
export const exactly = (amount: bigint): string => formatMoney(asPence(amount));

/** An amount that stands for very many payments: to the pound. */
export const roundly = (amount: bigint): string => {
  const half = amount < 0n ? -50n : 50n;
  return formatMoney((((amount + half) / 100n) * 100n) as Money, { whole: true });
};

/** Pounds as a file carries them, exactly: `-1234.05`. */
export function inPounds(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  return `${amount < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

const steps = [
  { from: 1e9, unit: 'bn' },
  { from: 1e6, unit: 'm' },
  { from: 1e3, unit: 'k' },
] as const;

/** Pounds where there is little room: `£1.2m`, `−£340`. */
export function inShort(pounds: number): string {
  const size = Math.abs(pounds);
  const sign = pounds < 0 ? '−' : '';
  const step = steps.find(({ from }) => size >= from);
  if (step === undefined) return `${sign}£${Math.round(size)}`;
  const many = size / step.from;
  return `${sign}£${many >= 100 ? Math.round(many) : Number(many.toPrecision(3))}${step.unit}`;
}

/** Pounds as a chart draws them. */
export const asPounds = (amount: bigint): number => Number(amount) / 100;

/** The releases that a figure is put together from, in words, and whether any of them was made up. */
export function sourceOf({ standing }: Pick<Explored, 'standing'>, bodyId?: string) {
  const counted = standing.filter((release) => bodyId === undefined || release.bodyId === bodyId);
  const bodies = new Set(counted.map((release) => release.bodyId)).size;
  const latest = counted
    .map(({ publishedAt }) => publishedAt)
    .toSorted((a, b) => b.getTime() - a.getTime())[0];
  return {
    counted,
    latest,
    isIllustrative: counted.some(({ isIllustrative }) => isIllustrative),
    text: `${counted.length === 1 ? 'one release' : `${counted.length} releases`} of payments published by ${
      bodies === 1 ? 'one council' : `${bodies} councils`
    }`,
  };
}

/** Says at the top what was made up to show the page. */
export const MadeUp = ({ when }: Readonly<{ when: boolean }>) =>
  when ? (
    <InsetText>
      <strong>Illustrative.</strong> Among these payments are some that were generated to show how this works:
      no council made them, and no supplier was paid.
    </InsetText>
  ) : null;

/** What stands for a figure that would be nonsense. */
export const None = ({ says }: Readonly<{ says: string }>) => (
  <>
    <span aria-hidden="true">–</span>
    <Unseen>{says}</Unseen>
  </>
);

/** Says that payees stand apart which may be one supplier. */
export const NotLinked = ({ explored: { isLinked } }: Readonly<{ explored: Pick<Explored, 'isLinked'> }>) =>
  isLinked ? null : (
    <InsetText>
      Suppliers have not yet been found among these payments: each payee stands under its own name, and one
      that several councils pay may stand here more than once. Sums of councils, departments and purposes are
      whole.
    </InsetText>
  );
