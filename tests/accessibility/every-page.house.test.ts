import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Circumstances,
  expectNoHorizontalScroll,
  inWords,
  useBrowser,
  violationsOn,
} from '#platform/testing';
import { carryOn } from '../support/carry-on.ts';
import { everyPage } from '../support/every-page.ts';
import { useSite } from '../support/open-site.ts';
import { actingIn, type Visitor, visitorOf } from '../support/visitor.ts';

const site = useSite();
const browser = useBrowser();

/** Pages that stand in for what could not be shown are pages too. */
const mishaps = ['/nothing', '/bodies/atlantis', '/bodies?on=yesterday'];
const judged: readonly Circumstances[] = [
  { width: 'desktop', theme: 'light', javaScript: true },
  { width: 'desktop', theme: 'dark', javaScript: true },
];
let open: readonly string[];
let forOffices: readonly string[];
let officer: Visitor;

beforeAll(async () => {
  const { address } = site();
  const parameters = await carryOn(site());
  officer = await actingIn(address, 'maidstone.monitoring-officer');
  open = await everyPage(site(), visitorOf(address), parameters);
  const all = await everyPage(site(), officer, parameters);
  forOffices = all.filter((page) => !open.includes(page));
});

async function asOfficer(page: Page): Promise<void> {
  const value = officer.cookie('accord-session') ?? '';
  await page.context().addCookies([{ name: 'accord-session', value, url: site().address }]);
}

test('there are pages to judge, for everyone and for offices', () => {
  expect(open.length).toBeGreaterThan(15);
  expect(forOffices.length).toBeGreaterThan(1);
});

describe.each(judged)('on $width, $theme', (circumstances) => {
  test(`every page keeps WCAG 2.2 AA: ${inWords(circumstances)}`, { timeout: 180_000 }, async () => {
    const page = await browser.visitor(circumstances);
    const found: string[] = [];
    const judge = async (path: string) => {
      await page.goto(site().address + path);
      found.push(...(await violationsOn(page)).map((violation) => `${path}: ${violation}`));
    };
    for (const path of [...open, ...mishaps]) await judge(path);
    await asOfficer(page);
    for (const path of forOffices) await judge(path);
    expect(found).toEqual([]);
  });
});

/** What a narrow screen changes; the rest was judged on the wide one. */
const changedByWidth = ['target-size', 'scrollable-region-focusable', 'color-contrast'];

test('every page can be read and tapped at 320 px, scripts or none', { timeout: 120_000 }, async () => {
  const found: string[] = [];
  for (const javaScript of [true, false]) {
    const page = await browser.visitor({ width: 'phone', javaScript });
    const look = async (path: string) => {
      await page.goto(site().address + path);
      await expectNoHorizontalScroll(page);
      if (javaScript)
        found.push(...(await violationsOn(page, changedByWidth)).map((each) => `${path}: ${each}`));
    };
    for (const path of [...open, ...mishaps]) await look(path);
    await asOfficer(page);
    for (const path of forOffices) await look(path);
  }
  expect(found).toEqual([]);
});

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
