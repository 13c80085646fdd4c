import { fixedClock } from '#platform/kernel';
import { expectAccessible, expectNoHorizontalScroll, useBrowser } from '#platform/testing';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useSite } from '../support/open-site.ts';

const site = useSite({}, fixedClock(new Date('2026-09-20T10:00:00Z')));
const browser = useBrowser();

/** So many payments that their reading is seen on its way. */
const payments = 30_000;

/** A month of payments whose amounts stand under a heading that nobody knows. */
function ledger(month: string): Buffer {
  const rows = Array.from(
    { length: payments },
    (_, at) =>
      `${String((at % 28) + 1).padStart(2, '0')}/${month}/2026,Example Firm ${at % 900} Ltd,Parks,T${at},${600 + (at % 70)}.25,x`,
  );
  return Buffer.from(['Date,Supplier,Department,Reference,Charged,Sterling', ...rows].join('\r\n'));
}

async function actAs(page: Page, office: string): Promise<void> {
  await page.goto(`${site().address}/office?body=maidstone`);
  await page.getByLabel(office).check();
  await page.getByRole('button', { name: 'Act in this office' }).click();
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

test.each([
  { javaScript: true, width: 'desktop', month: '07', named: 'July 2026' },
  { javaScript: false, width: 'phone', month: '06', named: 'June 2026' },
] as const)(
  'an officer brings a month, says which column is which, and another publishes it: JavaScript $javaScript, $width',
  { timeout: 180_000 },
  async ({ month, named, ...circumstances }) => {
    const officer = await browser.visitor(circumstances);
    const chief = await browser.visitor(circumstances);
    const reader = await browser.visitor(circumstances);
    for (const page of [officer, chief, reader]) page.setDefaultTimeout(30_000);

    await actAs(officer, 'Section 151 Officer');
    await officer.goto(`${site().address}/work`);
    await officer.getByRole('link', { name: 'Published spending' }).click();
    await officer.getByRole('button', { name: 'Bring payments' }).click();
    await officer.getByLabel('Payments to suppliers').check();
    await officer.getByLabel('The files').setInputFiles({
      name: `ledger-${month}.csv`,
      mimeType: 'text/csv',
      buffer: ledger(month),
    });
    await press(officer, 'Check these files');

    // The page tells how far it is and asks again by itself, with a script or without, until the report is there.
    await officer.getByRole('heading', { name: 'Report of the check of payments' }).waitFor();
    if (month === '07') {
      await expectAccessible(officer);
      await officer.getByRole('link', { name: /Correct the columns/ }).click();
      await officer
        .getByLabel('Column 5 holds')
        .selectOption({ label: 'Amount, net of VAT where the file says so' });
      await officer.getByLabel('Column 6 holds').selectOption({ label: 'Nothing that is published' });
      await expectAccessible(officer);
      await press(officer, 'Remember this and read the files again');
      await officer.getByText('As an officer said of these files').first().waitFor({ state: 'attached' });
    } else await expectNoHorizontalScroll(officer);
    await officer.getByText('30,000 rows in: 30,000 read as payments and 0 set aside').waitFor();

    await officer.getByRole('button', { name: 'Check and ask for publication' }).click();
    expect(await officer.getByLabel('First month').inputValue()).toBe(named);
    await officer.getByLabel(/I have looked through the report/).check();
    await press(officer, 'Ask a second officer to publish');
    await officer.getByText('A second officer of your body is asked').waitFor();

    await actAs(chief, month === '07' ? 'Finance Officer' : 'Chief Executive');
    await chief.goto(`${site().address}/work`);
    await chief.getByRole('link', { name: `Approve 30,000 payments of ${named}` }).click();
    await press(chief, 'Approve and publish');
    await chief.getByText('The payments are published').waitFor();

    await reader.goto(`${site().address}/money/releases`);
    await reader.getByRole('link', { name: `Maidstone Borough Council, ${named}, version 1` }).click();
    await reader.getByText('30,000 rows in: 30,000 read as payments').waitFor();
    await expectNoHorizontalScroll(reader);
    expect(
      await reader.getByRole('link', { name: 'Every payment as CSV, in the national schema' }).count(),
    ).toBe(1);
    const csv = await reader.request.get(`${reader.url()}/payments.csv`);
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(payments + 1);

    // The search of the site tells what a council paid from what the example makes up.
    await reader.goto(`${site().address}/find?q=firm+899`);
    await reader.getByRole('heading', { name: 'No council, body or place goes by that name' }).waitFor();
    const found = reader.getByRole('listitem').filter({ hasText: 'Firm 899' });
    expect(await found.first().textContent()).not.toContain('illustrative');
    await reader.goto(`${site().address}/find?q=heron`);
    const madeUp = reader.getByRole('listitem').filter({ hasText: 'Heron' });
    expect(await madeUp.first().textContent()).toContain('illustrative');
  },
);

test('suppliers are shown while one types, as links and nothing else', async () => {
  const page = await browser.visitor({ javaScript: true });
  await page.goto(`${site().address}/money/suppliers`);
  await page.getByLabel('Name, or words of it').pressSequentially('exam her');
  await page.locator('.accord-suggestions').getByRole('link', { name: 'Example Heron Roofing Ltd' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Example Heron Roofing Ltd');
  await page.goBack();
  await page.getByLabel('Name, or words of it').fill('<img src=x onerror=alert(1)>');
  await page.getByRole('status').filter({ hasText: 'None found.' }).waitFor();
  expect(await page.locator('.accord-suggestions *').count()).toBe(0);
});
