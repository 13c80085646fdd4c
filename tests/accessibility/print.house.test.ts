import { expect, test } from 'vitest';
import { useBrowser } from '#platform/testing';
import { useSite } from '../support/open-site.ts';

const site = useSite({ ACCORD_MODE: 'development' });
const browser = useBrowser();

test('a printed page keeps what was read, drops the way around, and says where its links lead', async () => {
  const page = await browser.visitor();
  await page.goto(`${site().address}/bodies/maidstone`);
  const shown = (selector: string) => page.locator(selector).first().isVisible();
  expect(await shown('.govuk-service-navigation')).toBe(true);

  await page.emulateMedia({ media: 'print' });
  expect(await shown('.govuk-service-navigation')).toBe(false);
  expect(await shown('h1')).toBe(true);
  expect(await shown('table')).toBe(true);
  const address = await page
    .locator('main .govuk-body a[href^="/"], main .govuk-list a[href^="/"]')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(address).toContain('/');
});

test('in development the components page shows what pages are built from', async () => {
  const page = await browser.visitor();
  await page.goto(`${site().address}/dev/components`);
  expect(await page.locator('h1').textContent()).toBe('Components');
  for (const part of ['.govuk-button', '.govuk-error-summary', '.govuk-task-list', 'svg[role="img"]']) {
    expect(await page.locator(part).count(), part).toBeGreaterThan(0);
  }
});
