import { fixedClock } from '#platform/kernel';
import { expect, test } from 'vitest';
import { useSite } from '../support/open-site.ts';
import { errorsOf, words } from '../support/read-page.ts';
import { actingIn, type Visitor, visitorOf } from '../support/visitor.ts';

const site = useSite({}, fixedClock(new Date('2026-09-20T10:00:00Z')));
const room = '/office/maidstone/suppliers';
const judge = `${room}/judge`;

type Line = Readonly<{ payee: string; name: string }>;

async function say(officer: Visitor, answers: Readonly<Record<string, string>>, at = judge) {
  const asked = new URLSearchParams({ one: answers['one'] ?? '', other: answers['other'] ?? '' });
  return officer.post(at, { ...(await officer.hiddenFields(`${at}?${asked.toString()}`)), ...answers });
}

test('an officer joins two names, another takes them apart, and everybody reads both', async () => {
  const { address } = site();
  const finance = await actingIn(address, 'maidstone.section-151-officer');
  const swale = await actingIn(address, 'swale.section-151-officer');
  const reader = visitorOf(address);
  const listed = JSON.parse((await reader.get('/money/suppliers.json')).body) as Readonly<{
    rows: readonly Line[];
  }>;
  const [one, other] = listed.rows;
  if (one === undefined || other === undefined) throw new Error('The example has no suppliers');

  expect((await finance.get(room)).status).toBe(200);
  expect((await reader.get(room)).status).not.toBe(200);
  expect(words(await reader.get('/money/supplier-choices'))).toContain('No officer has had to say yet');

  // What nobody may link, and what is left out, is asked for again in a sentence.
  expect(errorsOf(await say(finance, { one: '', other: '', kind: '', reason: '' }))).toEqual([
    'Enter one name',
    'Enter the other name',
    'Select whether they are one supplier',
    'Enter why',
  ]);
  const reasoned = { kind: 'together', reason: 'Both are on one invoice.' };
  expect(errorsOf(await say(finance, { one: 'Mr A N Other', other: other.name, ...reasoned }))[0]).toContain(
    'never linked',
  );
  expect(errorsOf(await say(finance, { one: one.name, other: `${one.name} Ltd`, ...reasoned }))[0]).toContain(
    'one and the same',
  );

  // Two officers open the form; the first joins, and the second is shown what stands.
  const opened = await swale.hiddenFields(
    `/office/swale/suppliers/judge?${new URLSearchParams({ one: one.name, other: other.name }).toString()}`,
  );
  expect((await say(finance, { one: one.name, other: other.name, ...reasoned })).to).toBe(room);
  const page = await reader.get(`/money/suppliers/${one.payee.replaceAll(' ', '-')}`);
  expect(page.status).toBe(200);
  expect(words(page)).toContain(one.name);
  expect(words(page)).toContain(other.name);
  const late = { one: one.name, other: other.name, kind: 'apart', reason: 'Two firms of one family.' };
  const stale = await swale.post('/office/swale/suppliers/judge', { ...opened, ...late });
  expect(errorsOf(stale)[0]).toContain('said of these two meanwhile');

  // Having read it, the second says otherwise; both stay to be read.
  expect((await say(swale, late, '/office/swale/suppliers/judge')).to).toBe('/office/swale/suppliers');
  expect(words(await reader.get(`/money/suppliers/${one.payee.replaceAll(' ', '-')}`))).not.toContain(
    other.name,
  );
  const said = words(await reader.get('/money/supplier-choices'));
  expect(said).toContain('They are not one supplier');
  expect(said).toContain('Replaced');
  expect((await reader.get('/money/supplier-choices.csv')).body).toContain('Both are on one invoice.');
});
