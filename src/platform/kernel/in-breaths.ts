/** How many items are taken in one breath: each takes far less than a millisecond. */
export const itemsInABreath = 200;

/**
 * The items one after another, as a long piece of work takes them: after every so many, whatever else waits has its turn,
 * so that a server goes on answering meanwhile.
 */
export async function* inBreaths<Item>(items: Iterable<Item>): AsyncGenerator<Item, void, void> {
  let taken = 0;
  for (const item of items) {
    yield item;
    taken += 1;
    if (taken % itemsInABreath === 0) await breath();
  }
}

/** Lets whatever else waits have its turn. */
export const breath = (): Promise<void> =>
  new Promise((goOn) => {
    setImmediate(goOn);
  });
