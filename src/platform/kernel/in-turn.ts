/** Lets so many pieces of work go on at once; the others wait, in the order in which they came. */
export function inTurn(atOnce: number): <Done>(work: () => Promise<Done>) => Promise<Done> {
  let under = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (under >= atOnce) await new Promise<void>((go) => waiting.push(go));
    else under += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) under -= 1;
      else next();
    }
  };
}
