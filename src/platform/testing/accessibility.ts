import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** WCAG 2.2 at level AA, and what axe counts as good practice besides. */
const judgedBy = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Lets axe judge the page as it stands: nothing may be found, and what is found is told with its place. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOn(page), `${page.url()} judged by WCAG 2.2 AA`).toEqual([]);
}

type Some = Readonly<{
  only?: readonly string[];
  except?: readonly string[];
  /** What is in the elements that this selector finds, where the rest of the page was judged already. */
  within?: string;
}>;

/** What axe finds on the page: which rule, why it matters, and where, one line a place. */
export async function violationsOn(
  page: Page,
  /** Some of axe's rules by name, where the others were judged already; or those that were. */
  some: Some = {},
): Promise<readonly string[]> {
  const withoutScript = await page.evaluate(() => matchMedia('(scripting: none)').matches);
  if (!withoutScript) return judge(page, some);
  const twin = await stillTwinOf(page);
  try {
    return await judge(twin, some);
  } finally {
    await twin.context().close();
  }
}

async function judge(page: Page, { only, except = [], within }: Some): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeItself());
  const runOnly: axe.RunOnly =
    only === undefined ? { type: 'tag', values: judgedBy } : { type: 'rule', values: [...only] };
  const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
  // Nothing of ours plays by itself, so no rule needs what a page would load beforehand.
  const options: axe.RunOptions = { runOnly, rules, resultTypes: ['violations'], preload: false };
  const violations = await page.evaluate(
    async ({ selector, asked }) => {
      const { axe: judging } = globalThis as unknown as { axe: typeof axe };
      const found = await judging.run(selector === undefined ? document : { include: selector }, asked);
      return found.violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => ({ id, help, at: target.join(' '), why: failureSummary })),
      );
    },
    { selector: within, asked: options },
  );
  return violations.map(({ id, help, at, why }) => `${id}: ${help}: ${at}\n${why ?? ''}`);
}

let source: string | undefined;

/** The script as it is delivered: half as long to read for a browser as the one that people read. */
const axeItself = (): string =>
  (source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));

/**
 * axe is a script, and where scripts are off it would wait for ever. So it judges a twin: the same markup at the same
 * address, size and theme, in which the page's own scripts are forbidden.
 */
async function stillTwinOf(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page belongs to no browser');
  const markup = await page.content();
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const context = await browser.newContext({
    viewport: page.viewportSize(),
    colorScheme: dark ? 'dark' : 'light',
    storageState: await page.context().storageState(),
  });
  const twin = await context.newPage();
  await twin.route(page.url(), (route) =>
    route.fulfill({
      body: markup,
      contentType: 'text/html',
      headers: { 'content-security-policy': "script-src 'none'" },
    }),
  );
  await twin.goto(page.url());
  return twin;
}
