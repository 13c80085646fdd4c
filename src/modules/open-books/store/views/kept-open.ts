type Kept<Opened> = { readonly opened: Promise<Opened>; users: number };

/**
 * Things that are opened by name when they are first used and stay open, so many of them at most: whichever was used longest ago is closed
 * first, once nobody uses it.
 */
export function keptOpen<Opened>(
  most: number,
  { open, close }: Readonly<{ open(name: string): Promise<Opened>; close(opened: Opened): Promise<void> }>,
): <Answer>(name: string, use: (opened: Opened) => Promise<Answer>) => Promise<Answer> {
  const kept = new Map<string, Kept<Opened>>();
  // What could not be opened need not be closed, and the fault is told by whoever wanted to use it.
  const closed = ({ opened }: Kept<Opened>) => opened.then(close, () => undefined);

  return async (name, use) => {
    const own = kept.get(name) ?? { opened: open(name), users: 0 };
    kept.delete(name);
    kept.set(name, own);
    own.users += 1;
    try {
      return await use(await own.opened);
    } catch (error) {
      // Whoever uses it after a fault has it opened anew.
      if (kept.get(name) === own) kept.delete(name);
      throw error;
    } finally {
      own.users -= 1;
      if (own.users === 0 && kept.get(name) !== own) await closed(own);
      for (const [oldest, each] of kept) {
        if (kept.size <= most) break;
        if (each.users > 0) continue;
        kept.delete(oldest);
        await closed(each);
      }
    }
  };
}
