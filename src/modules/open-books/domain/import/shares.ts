/** A large tidy text is read so much faster than its bytes would be row by row, by all processors at once. */
const byColumnsTimes = 5;

export type ShareSizes = Readonly<{
  /** So many shares at most. */
  atOnce: number;
  /** What a process that reads files beside others is worth beginning for, in bytes of texts that are read row by row. */
  leastBytes: number;
  byColumnsFromBytes: number;
}>;

/**
 * Cuts files of these sizes into shares that take about as long to read, as many as there may be at once and are worth it: the places
 * of the files, each in one share, in their order. Large texts are all in the first, as each by itself keeps the whole machine busy.
 */
export function sharesOf(
  sizes: readonly number[],
  { atOnce, leastBytes, byColumnsFromBytes }: ShareSizes,
): readonly (readonly number[])[] {
  const isLarge = (bytes: number): boolean => bytes >= byColumnsFromBytes;
  const small = sizes.reduce((sum, bytes) => sum + (isLarge(bytes) ? 0 : bytes), 0);
  const count = Math.max(1, Math.min(atOnce, Math.floor(small / leastBytes)));
  const shares = Array.from({ length: count }, () => ({ worth: 0, places: [] as number[] }));
  const files = sizes
    .map((bytes, place) => ({ bytes, place }))
    .toSorted((one, other) => other.bytes - one.bytes);
  for (const { bytes, place } of files) {
    const [least = shares[0]] = isLarge(bytes)
      ? shares
      : shares.toSorted((one, other) => one.worth - other.worth);
    least?.places.push(place);
    if (least !== undefined) least.worth += isLarge(bytes) ? bytes / byColumnsTimes : bytes;
  }
  return shares.map(({ places }) => places.toSorted((one, other) => one - other));
}
