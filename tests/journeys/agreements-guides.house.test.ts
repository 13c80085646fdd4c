import { join } from 'node:path';
import { fixedClock } from '#platform/kernel';
import { useBrowser } from '#platform/testing';
import { expect, test } from 'vitest';
import { type Follower, followStep, stepsOf } from '../support/follow-guide.ts';
import { useSite } from '../support/open-site.ts';

/** The second quarter of 2026 is over, and its readings are not brought yet. */
const clock = fixedClock(new Date('2026-07-15T10:00:00Z'));
const site = useSite({}, clock);
const browser = useBrowser();

test.each(['run-a-quarter', 'agree-a-target'])(
  'the guide %s can be followed word for word, without JavaScript',
  { timeout: 120_000 },
  async (name) => {
    const steps = stepsOf(join(import.meta.dirname, `../../docs/guides/${name}.md`));
    expect(steps.map(({ number }) => number)).toEqual(
      Array.from({ length: steps.length }, (_, index) => index + 1),
    );
    expect(steps.length).toBeGreaterThan(10);
    const page = await browser.visitor({ javaScript: false });
    page.setDefaultTimeout(10_000);
    const follower: Follower = { address: site().address, now: clock.now, page, steps };
    for (const step of steps) await followStep(follower, step);
  },
);

test('a step with a file that nobody can follow is noticed', async () => {
  const page = await browser.visitor({ javaScript: false });
  page.setDefaultTimeout(1000);
  const follower: Follower = { address: site().address, now: clock.now, page, steps: [] };
  const wrong = (text: string) => followStep(follower, { number: 1, text });
  await wrong('Open `/progress`.');
  await expect(wrong('Choose your file under “The file”.')).rejects.toThrow('no file was taken');
  await expect(wrong('Select “Atlantis” under “Body”.')).rejects.toThrow('there is only Every body');
  await wrong(
    'Act as “Performance Officer” of “Swale Borough Council”. Open `/office/swale/readings/bring`.',
  );
  await wrong('Take “the file of what is due” as a file.');
  await expect(wrong('Write “1” in the file, in the row of “Nobody” under “Value”.')).rejects.toThrow(
    'no row of the file says Nobody',
  );
});
