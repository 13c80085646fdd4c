import { test } from 'vitest';
import { fixedClock } from '#platform/kernel';
import { launch } from '../../src/platform/testing/browser.ts';
import { useSite } from '../support/open-site.ts';

const site = useSite({}, fixedClock(new Date('2026-10-15T10:00:00Z')));
test('shots', { timeout: 200_000 }, async () => {
  const browser = await launch();
  for (const width of [1280, 320]) {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      javaScriptEnabled: width === 1280,
    });
    const page = await context.newPage();
    const at = site().address;
    const shot = (name: string) =>
      page.screenshot({ path: `/tmp/accord/office/${name}-${width}.png`, fullPage: true });
    const act = async (office: string) => {
      await page.goto(`${at}/office?body=${office.split('.')[0]}`);
      await page.check(`input[value="${office}"]`);
      await page.click('main button[type=submit], main .govuk-button');
    };
    const body = width === 1280 ? 'swale' : 'thanet';
    await act(`${body}.monitoring-officer`);
    await shot('work');
    await page.goto(`${at}/bodies/${body}/details`);
    await shot('details');
    await page.fill('[name=homepage]', 'swale');
    await page.fill('[name=from-month]', '13');
    await page.click('main form button');
    await shot('details-errors');
    await page.goto(`${at}/bodies/${body}/details`);
    await page.fill('[name=homepage]', 'https://swale.gov.uk');
    await page.fill('[name=phone]', '01795 417850');
    await page.fill('[name=source]', 'Own website');
    await page.click('main form button');
    await shot('details-check');
    const other = await context.newPage();
    await page.goto(`${at}/bodies/${body}/details`);
    await other.goto(`${at}/bodies/${body}/details`);
    await other.fill('[name=phone]', '01795 999999');
    await other.fill('[name=source]', 'x');
    await other.click('main form button');
    await other.click('main form button >> nth=0');
    await page.fill('[name=phone]', '01795 111111');
    await page.fill('[name=description]', 'A long description of the council, its borough and what it does.');
    await page.fill('[name=source]', 'x');
    await page.click('main form button');
    await shot('details-conflict');
    await page.goto(`${at}/bodies/${body}/offices/manage`);
    await shot('offices');
    await page.goto(`${at}/bodies/${body}/offices/leader/holdings/add`);
    await shot('holding');
    await page.goto(`${at}/bodies/${body}/rules/callIn.window/correct`);
    await shot('rule');
    await page.fill('[name=value]', '5');
    await page.check('[value=working-days]');
    await page.fill('[name=from-day]', '1');
    await page.fill('[name=from-month]', '11');
    await page.fill('[name=from-year]', '2026');
    await page.fill('[name=source]', 'Constitution, part 4');
    await page.check('[value=confirmed]');
    await page.fill('[name=reason]', 'Amended by the council on 1 October');
    if ((await page.locator('[name=replaces][type=radio]').count()) > 0)
      await page.check('[name=replaces][value=none]');
    await page.click('main form button >> nth=0');
    await shot('rule-check');
    await page.goto(`${at}/bodies/${body}/drafts`);
    await shot('drafts');
    await page.goto(`${at}/bodies/${body}/rules/callIn.window/check`);
    await page.click('main form button >> nth=0');
    await shot('rule-corrected');
    await page.goto(`${at}/bodies/${body}/closures/add`);
    await page.fill('[name=day-day]', '29');
    await page.fill('[name=day-month]', '12');
    await page.fill('[name=day-year]', '2026');
    await page.fill('[name=reason]', 'Christmas closure');
    await page.fill('[name=source]', 'Cabinet, minute 4');
    await page.click('main form button >> nth=0');
    await page.click('main form button >> nth=0');
    await shot('closures');
    await page.goto(`${at}/bodies/${body}/succession`);
    await page.check('[value=merge]');
    await page.selectOption('[name=merge-1]', 'new');
    await page.fill('[name=merge-1-name]', `New Council ${width}`);
    await page.selectOption('[name=merge-1-kind]', 'unitary-council');
    await shot('succession');
    await page.fill('[name=on-day]', '1');
    await page.fill('[name=on-month]', '4');
    await page.fill('[name=on-year]', '2028');
    await page.fill('[name=source]', 'Order');
    await page.fill('[name=reason]', 'Reorganisation');
    await page.click('main form button >> nth=0');
    await shot('succession-check');
    await context.close();
  }
  await browser.close();
});
