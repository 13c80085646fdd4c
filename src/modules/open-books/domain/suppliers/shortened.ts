/**
 * Whether `short` is a ledger’s shortening of `full`: its beginning (“comm” of “community”), or its consonants in their order with
 * the same first letter (“wshp” of “workshop”).
 */
export function isShortened(short: string, full: string): boolean {
  if (short.length < 3 || full.length < short.length + 2 || full.length < 6) return false;
  if (full.startsWith(short)) return true;
  if (short[0] !== full[0]) return false;
  let at = 0;
  let vowels = 0;
  for (const letter of short) {
    at = full.indexOf(letter, at) + 1;
    if (at === 0) return false;
    if ('aeiou'.includes(letter)) vowels += 1;
  }
  return vowels === ('aeiou'.includes(short[0] ?? '') ? 1 : 0) && short.length * 5 >= full.length * 2;
}
