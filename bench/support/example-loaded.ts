import { setTimeout as wait } from 'node:timers/promises';

/** Waits until the payments of the example are there: they are loaded once the site is open, and until then the record grows by itself. */
export async function exampleLoaded(address: string): Promise<void> {
  while ((await (await fetch(`${address}/money`)).text()).includes('are on their way')) await wait(100);
}
