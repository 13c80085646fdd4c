import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { expectNoHorizontalScroll, useBrowser, violationsOn } from '#platform/testing';
import { carryOn } from '../support/carry-on.ts';
import { everyPage } from '../support/every-page.ts';
import { useSite } from '../support/open-site.ts';
import { actingIn, type Visitor, visitorOf } from '../support/visitor.ts';

const site = useSite();
const browser = useBrowser();

/** Pages that stand in for what could not be shown are pages too. */
const mishaps = ['/nothing', '/bodies/atlantis', '/bodies?on=yesterday'];
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

/** What another theme and a narrow screen change; the rest is judged once. */
const changedByTheme = ['color-contrast', 'link-in-text-block'];
const changedByWidth = ['target-size', 'scrollable-region-focusable', 'color-contrast'];
const [desktop, phone] = [
  { width: 1280, height: 900 },
  { width: 320, height: 800 },
];

test(
  'every page keeps WCAG 2.2 AA, in light and dark, on a desktop and at 320 px',
  { timeout: 300_000 },
  async () => {
    const page = await browser.visitor({ width: 'desktop', theme: 'light', javaScript: true });
    const found: string[] = [];
    const judge = async (path: string) => {
      await page.setViewportSize(desktop);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(site().address + path);
      const violations = [...(await violationsOn(page))];
      await page.emulateMedia({ colorScheme: 'dark' });
      violations.push(...(await violationsOn(page, changedByTheme)));
      await page.setViewportSize(phone);
      await expectNoHorizontalScroll(page);
      violations.push(...(await violationsOn(page, changedByWidth)));
      found.push(...violations.map((violation) => `${path}: ${violation}`));
    };
    for (const path of [...open, ...mishaps]) await judge(path);
    await asOfficer(page);
    for (const path of forOffices) await judge(path);
    expect(found).toEqual([]);
  },
);

test('every page fits 320 px without scripts', { timeout: 120_000 }, async () => {
  const page = await browser.visitor({ width: 'phone', javaScript: false });
  const look = async (path: string) => {
    await page.goto(site().address + path);
    await expectNoHorizontalScroll(page);
  };
  for (const path of [...open, ...mishaps]) await look(path);
  await asOfficer(page);
  for (const path of forOffices) await look(path);
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
