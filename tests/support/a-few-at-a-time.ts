/** Asks the site all of these, a few at a time, as browsers do: all at once would wait too long for connections to the database. */
export async function aFewAtATime(asks: readonly (() => Promise<unknown>)[]): Promise<void> {
  const waiting = [...asks];
  const ask = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: 8 }, ask));
}
