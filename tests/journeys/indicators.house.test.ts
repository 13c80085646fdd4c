import { expect, test } from 'vitest';
import { systemClock } from '../../src/app/system-clock.ts';
import { useSite } from '../support/open-site.ts';
import { errorsOf, hiddenIn, words } from '../support/read-page.ts';
import { actingIn, visitorOf } from '../support/visitor.ts';

const site = useSite();
const [year = '', month = '', day = ''] = systemClock.today().split('-');
const todayIn = (name: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

test('a reader finds an outcome, what would tell of it, and which way is better', async () => {
  const reader = visitorOf(site().address);
  const read = async (path: string) => words(await reader.get(path));
  expect(await read('/frameworks')).toContain('Kent Agreement Two');
  const agreement = await read('/frameworks/kent-agreement-two');
  expect(agreement).toContain('Keeping Kent Moving');
  expect(agreement).toContain('NI 154 Net additional homes Unverified Suggested');
  const outcome = await read('/outcomes/kent-agreement-two/7');
  expect(outcome).toContain('Child poverty');
  expect(outcome).toContain('under Learning for Everyone');
  expect(await read('/indicators?words=NI+15')).toContain('1 indicator');
  const better = await read('/indicators?better=lower&words=fuel');
  expect(better).toContain('NI 187');
  expect(await read('/indicators/ni-187')).toContain('Its title is in our own words and unverified');
  expect(await read('/indicators/lof-h1')).toContain('Not defined yet');

  const schema: unknown = JSON.parse((await reader.get('/indicators.schema.json')).body);
  expect(schema).toMatchObject({
    fields: expect.arrayContaining([{ name: 'decimals', title: 'Decimals', type: 'integer' }]),
  });
  expect((await reader.get('/frameworks/none')).status).toBe(404);
  expect((await reader.get('/indicators/none')).status).toBe(404);
  expect((await reader.get('/outcomes/kent-agreement-two/99')).status).toBe(404);
});

test('the page of a target tells the whole story, on the day asked', async () => {
  const reader = visitorOf(site().address);
  const on = async (asked: string) => words(await reader.get(`/targets/homes-kept-well/1?on=${asked}`));
  const now = words(await reader.get('/targets/homes-kept-well/1'));
  expect(now).toContain('Change vetoed Version 1 has been in force since 28 May 2025.');
  expect(now).toContain('Swale Borough Council refused on 4 March 2026, which is a veto');
  expect(now).toContain(
    'Swale Borough Council can consent after all, or Maidstone Borough Council can put another version.',
  );
  expect(now).toContain('No body named here has agreed to it');
  expect(now).toContain('None: it is made up');
  expect(await on('2025-05-20')).toContain('Version 1 waits for every partner’s consent');
  expect(await on('2025-06-01')).not.toContain('Version 2');
  expect((await reader.get('/targets/homes-kept-well/1?on=2025-04-01')).status).toBe(404);
  expect(words(await reader.get('/targets/homes-kept-well'))).toContain('of at most 35');
});

const series = {
  code: 'H1',
  title: 'Homes',
  seriesTitle: 'Affordable homes built',
  concerns: 'population',
  better: 'higher',
  unit: 'homes',
  measuredAs: 'count',
  decimals: '0',
  frequency: 'annual',
  accumulation: 'cumulative',
  method: 'count',
  collectedBy: 'county',
  lagDays: '60',
  measuredFrom: 'Housing returns',
  source: 'Paper of the county council',
};

test('an officer defines an indicator, puts a target on it, and a partner finds it in its work and refuses', async () => {
  const { address } = site();
  const county = await actingIn(address, 'kent-county-council.performance-officer');
  const swale = await actingIn(address, 'swale.democratic-services-officer');
  const office = '/office/kent-county-council';

  // A draft keeps what is not finished; nobody else sees it.
  const kept = await county.send(`${office}/indicators/new`, { title: 'Homes', step: 'keep-draft' });
  expect(kept.to).toMatch(/\/indicators\/new\?draft=/);
  const draft = kept.to ?? '';
  expect((await county.get(draft)).body).toContain('value="Homes"');
  expect((await swale.get(draft.replace('kent-county-council', 'swale'))).body).not.toContain(
    'value="Homes"',
  );
  expect(errorsOf(await county.send(draft, { title: 'Homes' }))).toContain('Enter the code');
  expect(
    errorsOf(await county.send(draft, { ...series, profile: '1, 2, 3, 4, 5', step: 'publish' })),
  ).toEqual(['Enter two, three, four, six or twelve parts of the year, in order from its first']);
  const checked = await county.send(draft, { ...series, profile: '10, 20, 30, 40' });
  expect(words(checked)).toContain('Usual share of the year 10, 20, 30, 40');
  expect(words(checked)).toContain('a count, in homes, to whole numbers');
  const defined = await county.send(draft, { ...series, step: 'publish' });
  expect(defined.to).toBe('/indicators/kent-county-council-h1');
  expect(words(await county.get(`${office}/indicators`))).not.toContain('Drafts');

  // Another unit under the same name is refused, with the way out; saying what it replaces is the way.
  const another = `${office}/indicators/kent-county-council-h1/series/new`;
  const otherwise = { ...series, unit: 'homes per 1,000', measuredAs: 'rate', step: 'publish' };
  expect(errorsOf(await county.send(another, otherwise)).join()).toContain(
    'what is measured never changes midway',
  );
  const replacing = { ...otherwise, replaces: 'kent-county-council-h1', ...todayIn('fromDay') };
  expect((await county.send(another, replacing)).to).toBe('/indicators/kent-county-council-h1');
  expect(words(await county.get('/indicators/kent-county-council-h1'))).toContain('Replaced by');

  const owner = `${office}/series/kent-county-council-h1-2/owner`;
  const named = { area: 'kent', role: 'performance', ...todayIn('from') };
  expect((await county.send(owner, named)).to).toBe('/indicators/kent-county-council-h1');
  expect(words(await county.send(owner, named))).toContain('This office brings the readings already');
  expect(words(await county.send(owner, { ...named, role: 'finance', 'seen-kent': '' }))).toContain(
    'Another officer named an office for this area meanwhile',
  );

  // Its duty is laid down by its own body alone, and from a day that is not over.
  const handing = `${office}/series/kent-county-council-h1-2/hand-over`;
  expect((await county.get(owner)).body).toContain(handing);
  const opened = hiddenIn(await county.get(handing));
  expect(errorsOf(await county.post(handing, { ...opened, area: 'kent', ...todayIn('until') }))).toEqual([
    'The day must be after the day from which your office was named',
  ]);
  expect(errorsOf(await county.send(handing, { area: 'dover', ...todayIn('until') }))).toEqual([
    'Your body does not bring the readings of this area, so it has none to hand over',
  ]);

  const choose = `${office}/outcomes/kent-agreement-two/32/indicators`;
  const chosen = { 'chosen-ni-155': 'yes', add: 'kent-county-council-h1', source: 'Paper' };
  expect((await county.send(choose, chosen)).to).toBe('/outcomes/kent-agreement-two/32');
  const outcome = words(await county.get('/outcomes/kent-agreement-two/32'));
  expect(outcome).toContain('H1 Homes Chosen');
  expect(outcome).not.toContain('NI 159');

  // A target: everything that is wrong is said in its field.
  const form = `${office}/targets/new?agreement=kent-agreement-two`;
  const target = {
    standing: 'local',
    outcome: 'kent-agreement-two/32',
    series: 'kent-county-council-h1-2',
    area: 'kent',
    baseline: '',
    baselineYear: '2024-25',
    baselineStatus: 'final',
    'year-1': '2027-28',
    'value-1': '12.5',
    lead: 'kent-county-council',
    'partner-swale': 'yes',
    source: 'Paper of the county council',
  };
  const wrong = await county.send(form, { ...target, step: 'publish' });
  expect(errorsOf(wrong)).toEqual([
    'Enter the baseline, or say that it is still to be set and by which day. A baseline without a figure is never final',
    'This has more decimals than the series keeps',
  ]);
  const right = { ...target, baseline: '10', 'value-1': '12', step: 'publish' };
  const put = await county.send(form, right);
  expect(put.to).toBe('/targets/kent-agreement-two/1');

  // The partner’s own item.
  expect(words(await swale.get('/work'))).toContain('Answer the target: Affordable homes built, Kent');
  const answer = '/office/swale/targets/kent-agreement-two/1/answer';
  const refusal = { answer: 'refuses', ...todayIn('on'), source: 'Minutes', step: 'publish' };
  expect(errorsOf(await swale.send(answer, refusal))).toEqual([
    'Say why, in a sentence the other partners can act on',
  ]);
  expect(errorsOf(await swale.send(answer, { ...refusal, answer: 'consents' }))).toEqual([
    'A consent is a decision of your own body. Select the decision and its clause',
  ]);
  const refused = await swale.send(answer, { ...refusal, says: 'There is no land for it.' });
  expect(refused.to).toBe('/targets/kent-agreement-two/1');
  const story = words(await swale.get('/targets/kent-agreement-two/1'));
  expect(story).toContain('Vetoed Version 1 binds nobody. Swale Borough Council refused');
  expect(story).toContain('There is no land for it.');
  expect(words(await swale.get('/work'))).not.toContain('Answer the target');

  // Put again with less: Swale is asked afresh.
  const change = `${office}/targets/kent-agreement-two/1/change`;
  const less = { ...right, 'value-1': '11', reason: 'Swale has no land for more.' };
  expect((await county.send(change, less)).to).toBe('/targets/kent-agreement-two/1');
  expect(words(await swale.get('/work'))).toContain('Answer the changed target');
  const late = await county.post(change, {
    ...(await county.hiddenFields(change)),
    ...less,
    'value-1': '9',
    seen: '1',
  });
  expect(words(late)).toContain('Version 2 of this target was put while you were changing it.');
});
