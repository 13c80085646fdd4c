import type { Status } from './status.ts';

/** How many curves stand where. */
export type Tally = Readonly<Record<Status['colour'], number>>;

export const noTally: Tally = { red: 0, amber: 0, green: 0, grey: 0 };

/** Counts curves by their colours, under each of the keys that they belong to. */
export function tallyBy<Line extends Readonly<{ status: Status }>>(
  lines: readonly Line[],
  keysOf: (line: Line) => readonly string[],
): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const line of lines)
    for (const key of keysOf(line)) {
      const { colour } = line.status;
      const before = tallies.get(key) ?? noTally;
      tallies.set(key, { ...before, [colour]: before[colour] + 1 });
    }
  return tallies;
}
