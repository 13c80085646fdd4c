import { describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/kernel';
import { useSite } from '../support/open-site.ts';
import { errorsOf, words } from '../support/read-page.ts';
import { draftRecord, maidstone2008, publishRecord, wholeRecord } from '../support/record-decision.ts';
import { actingIn, visitorOf } from '../support/visitor.ts';

const site = useSite({}, fixedClock(new Date('2026-07-15T09:00:00Z')));
const acting = (officeId: string) => actingIn(site().address, officeId);
const clerk = () => acting('maidstone.democratic-services-officer');
const reader = () => visitorOf(site().address);

describe('the record of Maidstone’s Cabinet of 9 July 2008', () => {
  test('is entered as it was, and stands differently on each day since', async () => {
    const officer = await clerk();
    const draft = await draftRecord(officer, 'maidstone', maidstone2008);
    expect(words(await officer.get(`${draft}/check`))).toContain('It is published as the old record was');
    const reference = await publishRecord(officer, draft);
    const path = `/decisions/maidstone/${reference}`;
    const on = async (day: string) => words(await reader().get(`${path}?on=${day}`));

    expect(await on('2008-07-10')).toMatch(/it had been taken, and its record was not published/);
    expect(await on('2008-07-12')).toMatch(/can be called in until 5pm on Friday 18 July 2008/);
    const after = await on('2008-07-19');
    expect(after).toMatch(/1 Executive decision .* About to take effect/);
    expect(after).toMatch(/2 Agrees a scrutiny reference .* In effect/);
    expect(after).toMatch(/3 Recommends to the Council .* Waits for the Council/);
    console.log(words(await reader().get(path)));
  });
});
