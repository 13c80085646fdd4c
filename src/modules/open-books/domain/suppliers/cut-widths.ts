const leastWidth = 16;
const leastCut = 5;

/**
 * At which lengths a body’s ledger cuts names off: lengths far commoner than those beside them, or the greatest there is. Tells of
 * each record whether its name is likely cut off.
 */
export function cutNames(records: Named): Uint8Array {
  const lengths = new Map<string, number[]>();
  const ends = new Int32Array(records.length);
  for (let at = 0; at < records.length; at += 1) {
    const { body, name } = records.at(at) ?? nobody;
    let of = lengths.get(body);
    if (of === undefined) lengths.set(body, (of = []));
    const length = name.trim().length;
    ends[at] = length;
    while (of.length <= length) of.push(0);
    of[length] = (of[length] ?? 0) + 1;
  }
  const widths = new Map([...lengths].map(([body, of]) => [body, widthsOf(of)] as const));
  return Uint8Array.from(ends, (length, at) =>
    isCutAt(widths.get((records.at(at) ?? nobody).body), length) ? 1 : 0,
  );
}

type Named = Readonly<{
  length: number;
  at(place: number): Readonly<{ body: string; name: string }> | undefined;
}>;
const nobody = { body: '', name: '' };

/** Whether a name of so many letters was likely cut off by a ledger of these widths. */
export const isCutAt = (widths: Uint8Array | undefined, length: number): boolean =>
  widths?.[length] === 1 || widths?.[length + 1] === 1;

/** At which lengths names are cut off, of how many names there are of each length. */
export const widthsOf = (counts: readonly number[]): Uint8Array =>
  Uint8Array.from(counts, (count, length) => {
    const beyond = (counts[length + 1] ?? 0) + (counts[length + 2] ?? 0);
    return length >= leastWidth && count >= leastCut && count > 2.5 * beyond ? 1 : 0;
  });
