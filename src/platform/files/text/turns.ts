import { limits } from './limits.ts';

let under = 0;
const waiting: (() => void)[] = [];

/** Lets so many work at once; the others wait their turn, in the order they came. */
export async function turns<Done>(work: () => Promise<Done>): Promise<Done> {
  if (under >= limits.atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else under += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) under -= 1;
    else next();
  }
}
