/** `5A` in its two parts. */
type Parts = Readonly<{ whole: number; letters: string }>;

/** Reads an item’s number; undefined for what is none. */
export function readNumber(number: string): Parts | undefined {
  const found = /^([1-9]\d{0,3})([A-Z]{0,3})$/.exec(number);
  return found === null ? undefined : { whole: Number(found[1]), letters: found[2] ?? '' };
}

/** For sorting: 5, 5A, 5B, … 5Z, 5AA, 6. What is no number comes last. */
export function compareNumbers(a: string | undefined, b: string | undefined): number {
  const [left, right] = [readNumber(a ?? ''), readNumber(b ?? '')];
  if (left === undefined || right === undefined)
    return Number(left === undefined) - Number(right === undefined);
  return left.whole - right.whole || countOf(left.letters) - countOf(right.letters);
}

/**
 * Numbers for items that are published now, in their order. Those of a first agenda are 1, 2, 3. A late one takes the
 * next free letter of the item it comes after, or the next whole number at the end. What was given once is never given
 * again, even where its item was withdrawn.
 */
export function numberItems(
  given: readonly string[],
  coming: readonly Readonly<{ after: string | undefined }>[],
): readonly string[] {
  const used = given.flatMap((number) => readNumber(number) ?? []);
  const isFirst = used.length === 0;
  return coming.map(({ after }) => {
    const whole = isFirst || after === undefined ? undefined : readNumber(after)?.whole;
    const next: Parts =
      whole === undefined
        ? { whole: Math.max(0, ...used.map((each) => each.whole)) + 1, letters: '' }
        : { whole, letters: nextLetters(used.filter((each) => each.whole === whole)) };
    used.push(next);
    return `${next.whole}${next.letters}`;
  });
}

const nextLetters = (used: readonly Parts[]): string =>
  lettersOf(Math.max(0, ...used.map(({ letters }) => countOf(letters))) + 1);

/** A is 1, Z is 26, AA is 27; nothing is 0. */
function countOf(letters: string): number {
  return Array.from(letters).reduce((count, letter) => count * 26 + letter.charCodeAt(0) - 64, 0);
}

function lettersOf(count: number): string {
  const rest = count - 1;
  const last = String.fromCharCode(65 + (rest % 26));
  return rest < 26 ? last : lettersOf(Math.floor(rest / 26)) + last;
}
