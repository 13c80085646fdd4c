import type { Random } from './random.ts';

const digits = (pence: number, grouped: boolean): string => {
  const size = Math.abs(pence);
  const whole = String(Math.floor(size / 100));
  const rest = String(size % 100).padStart(2, '0');
  return `${grouped ? whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',') : whole}.${rest}`;
};
const minus = (pence: number): string => (pence < 0 ? '-' : '');

/** An amount as it should be written. */
export const plainAmount = (pence: number): string => `${minus(pence)}${digits(pence, false)}`;

type AmountForm = (pence: number, random: Random) => string;

/** Ways of writing an amount; one file keeps to one of them, and mixes in others now and then. */
export const amountForms: readonly AmountForm[] = [
  plainAmount,
  (pence) => `${minus(pence)}${digits(pence, true)}`,
  (pence) => `${minus(pence)}£${digits(pence, true)}`,
  (pence) => `£${minus(pence)}${digits(pence, false)}`,
  (pence) => (pence < 0 ? `(${digits(pence, true)})` : digits(pence, true)),
  (pence) => (pence < 0 ? `(£${digits(pence, true)})` : `£${digits(pence, true)}`),
  (pence) => `${digits(pence, false)}${minus(pence)}`,
  (pence) => (pence < 0 ? `${digits(pence, false)} CR` : digits(pence, false)),
  (pence) => `GBP ${minus(pence)}${digits(pence, false)}`,
  (pence) => ` ${minus(pence)}${digits(pence, true)} `,
  (pence) => (pence % 100 === 0 ? plainAmount(pence).slice(0, -3) : plainAmount(pence)),
  (pence) => (pence % 10 === 0 ? plainAmount(pence).slice(0, -1) : plainAmount(pence)),
  // The third decimal and those after it are lost in the rounding, never so much as half a penny.
  (pence, random) => `${plainAmount(pence)}${random.below(5)}${random.below(10)}`,
];
