import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { chooseFile, takeFile, writeInFile } from './file-on-desk.ts';

/** A numbered step of a guide, as its readers read it. */
export type GuideStep = Readonly<{ number: number; text: string }>;

/** The numbered steps of a guide, in their order. What stands between them explains, and asks nothing. */
export function stepsOf(path: string): readonly GuideStep[] {
  const steps: GuideStep[] = [];
  for (const paragraph of readFileSync(path, 'utf8').split(/\n(?=\d+\. )|\n\n/)) {
    const [, number, text] = /^(\d+)\. ([\s\S]+)$/.exec(paragraph.trim()) ?? [];
    if (number !== undefined && text !== undefined)
      steps.push({ number: Number(number), text: text.replaceAll(/\s+/g, ' ') });
  }
  return steps;
}

/** Somebody following a guide: where it is running, the clock on the wall, the page in front of them, every step. */
export type Follower = Readonly<{
  address: string;
  now: () => Date;
  page: Page;
  steps: readonly GuideStep[];
}>;

/** Does what a step says, sentence by sentence. A sentence that asks for nothing anybody can do is a fault of the guide. */
export async function followStep(follower: Follower, { number, text }: GuideStep): Promise<void> {
  let rest = text;
  while (rest !== '') {
    const found = sentences.flatMap(({ says, does }) => {
      const match = says.exec(rest);
      return match === null ? [] : [{ match, does }];
    })[0];
    if (found === undefined)
      throw new Error(`Step ${number} of the guide cannot be followed from here: ${rest}`);
    const [whole, first = '', second = '', third = ''] = found.match;
    try {
      await found.does(follower, first, second, third);
    } catch (error) {
      const shown = (await follower.page.locator('main').innerText()).slice(0, 3000);
      throw new Error(
        `Step ${number}, “${whole.trim()}”: ${String(error)}\n${follower.page.url()}\n${shown}`,
        {
          cause: error,
        },
      );
    }
    rest = rest.slice(whole.length).trim();
  }
}

type Sentence = Readonly<{
  says: RegExp;
  does(follower: Follower, first: string, second: string, third: string): Promise<void> | void;
}>;

/** Everything that a guide can ask of its reader. */
const sentences: readonly Sentence[] = [
  {
    says: /^Open `([^`]+)`\./,
    does: async ({ page, address }, path) => void (await page.goto(address + path)),
  },
  { says: /^Act as “([^”]+)” of “([^”]+)”\./, does: actAs },
  {
    says: /^Follow “([^”]+)”\./,
    does: ({ page }, name) => page.getByRole('link', { name, exact: true }).first().click(),
  },
  {
    says: /^Follow “([^”]+)” in the row of “([^”]+)”\./,
    does: ({ page }, name, row) =>
      page.getByRole('row').filter({ hasText: row }).getByRole('link', { name }).first().click(),
  },
  {
    says: /^Follow the decision in the row of “([^”]+)”\./,
    does: ({ page }, name) =>
      page.getByRole('row').filter({ hasText: name }).getByRole('link').nth(1).click(),
  },
  {
    says: /^Press “([^”]+)”\./,
    does: ({ page }, name) => page.getByRole('button', { name, exact: true }).first().click(),
  },
  {
    says: /^Enter “([^”]+)” under “([^”]+)”\./,
    does: async ({ page }, value, label) => labelled(page, label).fill(value),
  },
  { says: /^Enter today’s date under “([^”]+)”\./, does: enterToday },
  {
    says: /^Enter the time on your clock under “([^”]+)”\./,
    does: ({ page, now }, label) =>
      labelled(page, label).fill(
        now().toLocaleTimeString('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }),
      ),
  },
  {
    says: /^Choose “([^”]+)” under “([^”]+)”\./,
    does: ({ page }, option, legend) => group(page, legend).getByLabel(option, { exact: true }).check(),
  },
  {
    says: /^Tick “([^”]+)” under “([^”]+)”\./,
    does: ({ page }, option, legend) => group(page, legend).getByLabel(option, { exact: true }).check(),
  },
  {
    says: /^Select “([^”]+)” under “([^”]+)”\./,
    does: async ({ page }, option, label) => select(labelled(page, label), option),
  },
  { says: /^Take “([^”]+)” as a file\./, does: ({ page }, link) => takeFile(page, link) },
  {
    says: /^Write “([^”]+)” in the file, in the row of “([^”]+)” under “([^”]+)”\./,
    does: ({ page }, value, row, heading) => writeInFile(page, [value, row, heading]),
  },
  { says: /^Choose your file under “([^”]+)”\./, does: ({ page }, label) => chooseFile(page, label) },
  { says: /^You read “([^”]+)”\.?/, does: read },
  {
    says: /^Do steps (\d+) to (\d+) again\./,
    async does(follower, first, last) {
      for (const step of follower.steps)
        if (step.number >= Number(first) && step.number <= Number(last)) await followStep(follower, step);
    },
  },
];

const labelled = (page: Page, label: string): Locator => page.getByLabel(label, { exact: false }).first();
const group = (page: Page, legend: string): Locator => page.getByRole('group', { name: legend }).first();

async function actAs({ page, address }: Follower, office: string, body: string): Promise<void> {
  await page.goto(`${address}/office`);
  await page.getByRole('link', { name: body, exact: true }).click();
  await page.getByLabel(`${office}, ${body}`, { exact: true }).check();
  await page.getByRole('button', { name: 'Act in this office' }).click();
}

async function enterToday({ page, now }: Follower, legend: string): Promise<void> {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London' }).formatToParts(now());
  for (const name of ['day', 'month', 'year'] as const) {
    const value = parts.find(({ type }) => type === name)?.value ?? '';
    await group(page, legend)
      .getByLabel(new RegExp(`^${name}$`, 'i'))
      .fill(value);
  }
}

/** Selects the first option that says so, among other things: a day before it may differ. */
async function select(list: Locator, option: string): Promise<void> {
  const options = await list.locator('option').allInnerTexts();
  const index = options.findIndex((text) => text.includes(option));
  if (index < 0) throw new Error(`there is only ${options.join(', ')}`);
  await list.selectOption({ index });
}

/** Reads the page; one that asks again by itself, while something is being done, is read again until that is done. */
async function read({ page }: Follower, text: string): Promise<void> {
  for (let reading = 0; reading < 30; reading += 1) {
    const shown = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
    if (shown.includes(text)) return;
    if (!shown.includes('This page asks again every')) break;
    await page.waitForTimeout(500);
  }
  throw new Error('the page does not say so');
}
