import { join } from 'node:path';
import { fixedClock } from '#platform/kernel';
import { useBrowser } from '#platform/testing';
import { expect, test } from 'vitest';
import { type Follower, followStep, stepsOf } from '../support/follow-guide.ts';
import { useSite } from '../support/open-site.ts';

const clock = fixedClock(new Date('2026-07-15T10:00:00Z'));
const site = useSite({}, clock);
const browser = useBrowser();
const steps = stepsOf(join(import.meta.dirname, '../../docs/guides/guided-tour.md'));

test('the guided tour can be followed word for word, without JavaScript', { timeout: 180_000 }, async () => {
  expect(steps.map(({ number }) => number)).toEqual(
    Array.from({ length: steps.length }, (_, index) => index + 1),
  );
  expect(steps.length).toBeGreaterThan(20);
  const page = await browser.visitor({ javaScript: false });
  page.setDefaultTimeout(10_000);
  const follower: Follower = { address: site().address, now: clock.now, page, steps };
  for (const step of steps) await followStep(follower, step);
});

test('a step that nobody can follow is noticed', async () => {
  const page = await browser.visitor({ javaScript: false });
  page.setDefaultTimeout(1000);
  const follower: Follower = { address: site().address, now: clock.now, page, steps };
  const wrong = (text: string) => followStep(follower, { number: 1, text });
  await expect(wrong('Open `/proposals`. Wait for a wonder.')).rejects.toThrow(
    'cannot be followed from here: Wait',
  );
  await expect(wrong('Open `/proposals`. You read “A proposal of nobody”.')).rejects.toThrow(
    'does not say so',
  );
  await expect(wrong('Open `/proposals`. Press “Adopt it for everybody”.')).rejects.toThrow(
    'Adopt it for everybody',
  );
});
