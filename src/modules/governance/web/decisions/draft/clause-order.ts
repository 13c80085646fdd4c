/** What can be done with a clause in the list of them. */
export type Move = 'up' | 'down' | 'remove';

/** The moves a clause at a position has. */
export const movesOf = (position: number, of: number): readonly Readonly<{ move: Move; text: string }>[] => [
  ...(position > 0 ? [{ move: 'up', text: 'Move up' } as const] : []),
  ...(position < of - 1 ? [{ move: 'down', text: 'Move down' } as const] : []),
  { move: 'remove', text: 'Remove' },
];

/** A move as its button sends it: `up:3`. */
export function readMove(sent: string | undefined): Readonly<{ move: Move; id: number }> | undefined {
  const [, move, id] = /^(up|down|remove):(\d{1,4})$/.exec(sent ?? '') ?? [];
  return move === 'up' || move === 'down' || move === 'remove' ? { move, id: Number(id) } : undefined;
}

/** The ids in their order after the move; undefined where there is no such clause. */
export function moved(
  ids: readonly number[],
  { move, id }: Readonly<{ move: Move; id: number }>,
): readonly number[] | undefined {
  const at = ids.indexOf(id);
  if (at < 0) return undefined;
  const others = ids.filter((each) => each !== id);
  if (move === 'remove') return others;
  const to = Math.max(0, move === 'up' ? at - 1 : at + 1);
  return [...others.slice(0, to), id, ...others.slice(to)];
}
