import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '#platform/testing';
import { useSite } from '../support/open-site.ts';

const site = useSite();
const browser = useBrowser();
const curve = '/series/illustration-waste-per-home/kent';

/** More steps than any of these pages has before what is looked for. */
const mostSteps = 150;

/** Goes on by the Tab key until what is focused matches; every step on the way can be seen to have the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < mostSteps; step += 1) {
    await page.keyboard.press('Tab');
    const { isThere, isSeen, what } = await page.evaluate((sought) => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement || focused instanceof SVGElement))
        return { isThere: false, isSeen: false, what: 'nothing' };
      const style = getComputedStyle(focused);
      const beside = getComputedStyle(focused, '::before');
      const label = getComputedStyle(focused.nextElementSibling ?? focused, '::before');
      const isMarked = (each: CSSStyleDeclaration) =>
        (each.outlineStyle !== 'none' && Number.parseFloat(each.outlineWidth) > 0) ||
        each.boxShadow !== 'none';
      return {
        isThere: focused.matches(sought),
        isSeen: [style, beside, label].some(isMarked),
        what: focused.outerHTML.slice(0, 120),
      };
    }, selector);
    expect([what, isSeen]).toEqual([what, true]);
    if (isThere) return;
  }
  throw new Error(`${selector} is not reached by the keyboard`);
}

test('why a figure is red, its revisions and its partners are reached by the keyboard alone', async () => {
  const page = await browser.visitor();
  await page.goto(site().address + curve);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => location.hash)).toBe('#main-content');
  await tabTo(page, 'a[href^="/targets/"]');
  await tabTo(page, 'details > summary');
  const isOpen = () => page.evaluate(() => document.activeElement?.parentElement?.hasAttribute('open'));
  const before = await isOpen();
  await page.keyboard.press('Enter');
  expect(await isOpen()).toBe(before !== true);
});

test('progress is narrowed to one district by the keyboard alone', async () => {
  const page = await browser.visitor();
  await page.goto(`${site().address}/progress`);
  await tabTo(page, 'main select');
  const chosen = await page.evaluate(() => {
    const select = document.activeElement as HTMLSelectElement;
    return { name: select.name, second: select.options[1]?.value ?? '' };
  });
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'main form button');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.has(chosen.name));
  expect(new URL(page.url()).searchParams.get(chosen.name)).toBe(chosen.second);
});

test('an answer to a consultation is begun, and what is wrong with it is told, by the keyboard alone', async () => {
  const page = await browser.visitor();
  const form = '/consultations/have-your-say-walking-and-cycling-in-mid-kent/respond';
  await page.goto(site().address + form);
  await tabTo(page, 'main form button');
  await page.keyboard.press('Enter');
  // What is wrong is told before all else: the summary has the focus.
  await page.waitForFunction(() => document.activeElement?.matches('.govuk-error-summary'));
  await tabTo(page, 'main form textarea');
  await page.keyboard.type('More racks at the station.');
  const typed = await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value);
  expect(typed).toBe('More racks at the station.');
  await tabTo(page, 'main form button');
});

test('an agreement, a target, a figure and progress are whole on paper', async () => {
  const page = await browser.visitor();
  for (const path of [
    '/agreements/kent-agreement-two',
    '/agreements/walking-and-cycling-in-mid-kent/chapters',
    '/targets/homes-kept-well/1',
    curve,
    '/progress',
    '/commitments/kent-commitment/KC-02a',
  ]) {
    await page.emulateMedia({ media: 'screen' });
    await page.goto(site().address + path);
    await page.emulateMedia({ media: 'print' });
    const found = await page.evaluate(() => {
      const isShown = (element: Element) => element.getClientRects().length > 0;
      const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      return {
        heading: [...document.querySelectorAll('h1')].some(isShown),
        navigation: [...document.querySelectorAll('.govuk-service-navigation, .accord-another-day')].some(
          isShown,
        ),
        tables: [...document.querySelectorAll('main table')].every(isShown),
        wide: Math.max(0, wide),
      };
    });
    expect({ path, ...found }).toEqual({ path, heading: true, navigation: false, tables: true, wide: 0 });
  }
});
