import { setTimeout as wait } from 'node:timers/promises';

/**
 * Waits until the payments of the example are there: they are loaded once the site is open, and until then the record grows by itself.
 * What pages open may have to be worked out first, which for many payments takes longer than an answer is waited for.
 */
export async function exampleLoaded(address: string): Promise<void> {
  for (;;) {
    const page = await fetch(`${address}/money`).then(
      (answer) => answer.text(),
      () => undefined,
    );
    if (page !== undefined && !page.includes('are on their way')) return;
    await wait(100);
  }
}
