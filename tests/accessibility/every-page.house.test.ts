import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { groupBy } from '#platform/kernel';
import { expectNoHorizontalScroll, reachingPastTheEdge, useBrowser, violationsOn } from '#platform/testing';
import { useCarriedOnSite } from '../support/carry-on.ts';
import { everyPage, readersOf, type ShownPage } from '../support/every-page.ts';
import { hasNewParts, withNewPartsMarked } from '../support/parts-of-page.ts';
import { isWholeSweep } from '../support/sweep.ts';
import { turnTo } from '../support/turn-page.ts';
import { visitorOf } from '../support/visitor.ts';

const site = useCarriedOnSite();
const browser = useBrowser();

/** Pages that stand in for what could not be shown are pages too. */
const mishaps = ['/nothing', '/bodies/atlantis', '/bodies?on=yesterday'];
let pages: readonly ShownPage[];

beforeAll(async () => {
  pages = await everyPage(site(), await readersOf(site().address), site().parameters);
});

test('there are pages to judge, for everyone and for offices', () => {
  const readers = groupBy(pages, ({ visitor }) => visitor);
  expect([...readers.values()].map(({ length }) => length > 3)).toEqual([true, true, true, true]);
});

/** What another theme and a narrow screen change; the rest is judged once, on every page. */
const changedByTheme = ['color-contrast', 'link-in-text-block'];
const changedByWidth = ['target-size', 'scrollable-region-focusable', 'color-contrast'];
/**
 * What lies in the style of a part and not in its words. All pages are made of the same parts, so in the usual run this is judged,
 * in light, in dark and narrow, of each part that stands in a place in which none before it had stood.
 */
const inTheStyle = [...new Set([...changedByTheme, ...changedByWidth])];
const isNew = 'data-new-part';

type Screens = Readonly<{ wide: Page; narrow: Page }>;

async function openScreens(): Promise<Screens> {
  const [wide, narrow] = [await browser.visitor(), await browser.visitor({ width: 'phone' })];
  for (const page of [wide, narrow]) await page.goto(site().address);
  return { wide, narrow };
}

/**
 * The page is turned to where it can be, which is quicker; of the whole every page is loaded. Answers of what the style is to
 * be judged: the parts that are new, or all of a page that was loaded.
 */
async function turn(
  page: Page,
  shown: ShownPage,
  html: string,
  isWhole: boolean,
): Promise<Readonly<{ within?: string }>> {
  if (!isWhole && (await turnTo(page, shown.address, html, isNew))) return { within: `[${isNew}]` };
  await load(page, shown);
  return {};
}

/** Loads a page as whoever was shown it. */
async function load(page: Page, { address, visitor }: Pick<ShownPage, 'address' | 'visitor'>): Promise<void> {
  const session = visitor.cookie('accord-session');
  await page.context().clearCookies();
  if (session !== undefined)
    await page.context().addCookies([{ name: 'accord-session', value: session, url: site().address }]);
  await page.goto(site().address + address);
}

/** What is not accessible on a page: wide in light and dark, and at 320 px. */
async function violationsOf(
  { wide, narrow }: Screens,
  shown: ShownPage,
  known: Set<string>,
  isWhole = isWholeSweep,
) {
  const marked = isWhole ? shown.body : withNewPartsMarked(shown.body, known, isNew);
  const found: string[] = [];
  const ofWide = await turn(wide, shown, marked ?? shown.body, isWhole);
  found.push(...(await violationsOn(wide, { except: inTheStyle })));
  if (marked !== undefined) {
    found.push(...(await violationsOn(wide, { only: inTheStyle, ...ofWide })));
    await wide.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await violationsOn(wide, { only: changedByTheme, ...ofWide })));
    await wide.emulateMedia({ colorScheme: 'light' });
  }
  const ofNarrow = await turn(narrow, shown, marked ?? shown.body, isWhole);
  found.push(...(await reachingPastTheEdge(narrow)).map((wider) => `scrolls sideways at 320 px: ${wider}`));
  if (marked !== undefined)
    found.push(...(await violationsOn(narrow, { only: changedByWidth, ...ofNarrow })));
  return found.map((violation) => `${shown.address}: ${violation}`);
}

test(
  'every page keeps WCAG 2.2 AA, in light and dark, on a desktop and at 320 px',
  { timeout: 600_000 },
  async () => {
    const screens = await openScreens();
    const known = new Set<string>();
    const reader = visitorOf(site().address);
    const strange = await Promise.all(
      mishaps.map(async (address) => ({ address, visitor: reader, body: (await reader.get(address)).body })),
    );
    const found: string[] = [];
    for (const shown of [...strange, ...pages]) found.push(...(await violationsOf(screens, shown, known)));
    expect(found).toEqual([]);
  },
);

test('what is not accessible on a page is seen: what its words lack, its colours in each theme, its size', async () => {
  const screens = await openScreens();
  const known = new Set<string>();
  const [first] = pages;
  if (first === undefined) throw new Error('There are no pages');
  const planted = async (added: string) => {
    for (const page of [screens.wide, screens.narrow])
      await page.evaluate((rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets = [sheet];
      }, faults);
    const body = first.body.replace('</main>', `${added}</main>`);
    // A page with a fault is served by nobody, so it can only be turned to.
    const found = await violationsOf(screens, { ...first, body }, known, false);
    return found.map((each) => each.replace(/^\S+ /, ''));
  };
  const faults = `
    .pale { color: #aaa; background: #fff } .wide { width: 900px }
    @media (prefers-color-scheme: dark) { .dim { color: #333; background: #000 } }
    @media (max-width: 400px) { .tiny { display: inline-block; width: 9px; height: 9px; overflow: hidden } }`;
  expect(await planted('')).toEqual([]);
  expect(await planted('<input>')).toEqual([expect.stringContaining('label: ')]);
  expect(await planted('<p class="pale">Pale</p>')).toEqual([
    expect.stringContaining('color-contrast: '),
    expect.stringContaining('color-contrast: '),
    expect.stringContaining('color-contrast: '),
  ]);
  expect(await planted('<p class="dim">Dim</p>')).toEqual([expect.stringContaining('color-contrast: ')]);
  expect(await planted('<a class="tiny" href="/a">a</a><a class="tiny" href="/b">b</a>')).toContainEqual(
    expect.stringContaining('target-size: '),
  );
  expect(await planted('<p class="wide">Wide</p>')).toEqual([
    expect.stringContaining('scrolls sideways at 320 px: <p class="wide">'),
  ]);
  // A script that the page brings runs on it, and what it adds is judged.
  expect(await screens.wide.evaluate(() => document.body.className)).toContain('js-enabled');
});

test('every make of page fits 320 px without scripts', { timeout: 300_000 }, async () => {
  const page = await browser.visitor({ width: 'phone', javaScript: false });
  const known = new Set<string>();
  for (const shown of pages.filter(({ body }) => isWholeSweep || hasNewParts(body, known))) {
    await load(page, shown);
    await expectNoHorizontalScroll(page);
  }
});
