/** An exact number: `digits` divided by ten to the power of `decimals`. */
export type Decimal = Readonly<{ digits: bigint; decimals: number }>;

const written = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** The number as it is written, so that 0.1 is exactly one tenth. Undefined for NaN and the infinities. */
export function exactDecimal(value: bigint | number): Decimal | undefined {
  const [, sign, whole, fraction = '', exponent = '0'] = written.exec(String(value)) ?? [];
  if (whole === undefined) return undefined;
  const magnitude = BigInt(whole + fraction);
  const digits = sign === '-' ? -magnitude : magnitude;
  const decimals = fraction.length - Number(exponent);
  if (decimals >= 0) return { digits, decimals };
  return { digits: digits * 10n ** BigInt(-decimals), decimals: 0 };
}

/** The digits of a number once every number in hand is written with so many decimals. */
export function digitsAt({ digits, decimals }: Decimal, wantedDecimals: number): bigint {
  return digits * 10n ** BigInt(wantedDecimals - decimals);
}
