import { expect, test, vi } from 'vitest';
import type { ReadingProgress } from '../../domain/import/reading-asked.ts';
import { howFar } from './how-far.ts';

test('bytes are told whole, also where a share of the work leaves part of one', async () => {
  vi.useFakeTimers();
  try {
    const told: ReadingProgress[] = [];
    const progress = howFar((each) => void told.push(each));
    progress.begin(29_513_001);
    const work = progress.during(() => 0.601_51, 29_513_001, new Promise((done) => setTimeout(done, 700)));
    await vi.advanceTimersByTimeAsync(1000);
    await work;
    await progress.end();
    expect(told.length).toBeGreaterThan(2);
    expect(told.map(({ bytes }) => bytes).filter((bytes) => !Number.isInteger(bytes))).toEqual([]);
    expect(told.at(-1)?.bytes).toBe(29_513_001);
  } finally {
    vi.useRealTimers();
  }
});
