import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { groupBy } from '#platform/kernel';
import { expectNoHorizontalScroll, useBrowser, violationsOn } from '#platform/testing';
import { carryOn } from '../support/carry-on.ts';
import { everyPage, readersOf, type ShownPage } from '../support/every-page.ts';
import { useSite } from '../support/open-site.ts';
import { hasNewParts } from '../support/parts-of-page.ts';
import { isWholeSweep } from '../support/sweep.ts';

const site = useSite();
const browser = useBrowser();

/** Pages that stand in for what could not be shown are pages too. */
const mishaps = ['/nothing', '/bodies/atlantis', '/bodies?on=yesterday'];
let pages: readonly ShownPage[];

beforeAll(async () => {
  const parameters = await carryOn(site());
  pages = await everyPage(site(), await readersOf(site().address), parameters);
});

/** Has every page looked at as whoever was shown it, and those that stand in for what could not be shown. */
async function lookAtEach(
  page: Page,
  shown: readonly ShownPage[],
  look: (address: string, shown?: ShownPage) => Promise<void>,
): Promise<void> {
  for (const mishap of mishaps) await look(mishap);
  for (const each of shown) {
    const session = each.visitor.cookie('accord-session');
    await page.context().clearCookies();
    if (session !== undefined)
      await page.context().addCookies([{ name: 'accord-session', value: session, url: site().address }]);
    await look(each.address, each);
  }
}

test('there are pages to judge, for everyone and for offices', () => {
  const readers = groupBy(pages, ({ visitor }) => visitor);
  expect([...readers.values()].map(({ length }) => length > 3)).toEqual([true, true, true, true]);
});

/** What another theme and a narrow screen change; the rest is judged once, on every page. */
const changedByTheme = ['color-contrast', 'link-in-text-block'];
const changedByWidth = ['target-size', 'scrollable-region-focusable', 'color-contrast'];
/**
 * What lies in the style of a part and not in its words. All pages are made of the same parts, so in the usual run this is judged,
 * in light, in dark and narrow, where a page has a part in a place in which none before it had one.
 */
const inTheStyle = [...new Set([...changedByTheme, ...changedByWidth])];
const [desktop, phone] = [
  { width: 1280, height: 900 },
  { width: 320, height: 800 },
];

test(
  'every page keeps WCAG 2.2 AA, in light and dark, on a desktop and at 320 px',
  { timeout: 600_000 },
  async () => {
    const page = await browser.visitor({ width: 'desktop', theme: 'light', javaScript: true });
    const found: string[] = [];
    const known = new Set<string>();
    const judge = async (path: string, shown?: ShownPage) => {
      const isOfAnotherMake = isWholeSweep || shown === undefined || hasNewParts(shown.body, known);
      await page.setViewportSize(desktop);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(site().address + path);
      const violations = [...(await violationsOn(page, isOfAnotherMake ? {} : { except: inTheStyle }))];
      if (isOfAnotherMake) {
        await page.emulateMedia({ colorScheme: 'dark' });
        violations.push(...(await violationsOn(page, { only: changedByTheme })));
      }
      await page.setViewportSize(phone);
      await expectNoHorizontalScroll(page);
      if (isOfAnotherMake) violations.push(...(await violationsOn(page, { only: changedByWidth })));
      found.push(...violations.map((violation) => `${path}: ${violation}`));
    };
    await lookAtEach(page, pages, judge);
    expect(found).toEqual([]);
  },
);

test(
  'every make of page that anyone may read fits 320 px without scripts',
  { timeout: 300_000 },
  async () => {
    const page = await browser.visitor({ width: 'phone', javaScript: false });
    const known = new Set<string>();
    const open = pages
      .filter(({ visitor }) => visitor.cookie('accord-session') === undefined)
      .filter(({ body }) => isWholeSweep || hasNewParts(body, known));
    await lookAtEach(page, open, async (path) => {
      await page.goto(site().address + path);
      await expectNoHorizontalScroll(page);
    });
  },
);

test('the harness sees a page that is not accessible, and one that is too wide', async () => {
  const page = await browser.visitor({ width: 'phone' });
  await page.goto(site().address);
  await page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<input><p class="w">x</p>');
    const wide = document.querySelector<HTMLElement>('main .w');
    if (wide !== null) wide.style.width = '900px';
  });
  expect((await violationsOn(page)).join()).toContain('label');
  await expect(expectNoHorizontalScroll(page)).rejects.toThrow('scrolls sideways');
});
