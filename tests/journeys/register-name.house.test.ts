import { describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/kernel';
import { useSite } from '../support/open-site.ts';
import { errorsOf, hiddenIn, words } from '../support/read-page.ts';
import { actingIn, visitorOf } from '../support/visitor.ts';

const site = useSite({}, fixedClock(new Date('2026-07-15T10:00:00Z')));
const acting = (officeId: string) => actingIn(site().address, officeId);
const path = (body: string) => `/bodies/${body}/name`;

async function entries(): Promise<number> {
  const [head] = await site().test.asOwner('SELECT size::int AS size FROM record.head');
  return Number(head?.['size']);
}

const from = (year: string, month = '4') => ({ 'from-day': '1', 'from-month': month, 'from-year': year });
const answers = {
  name: 'Mid  Kent Borough Council',
  ...from('2027'),
  source: 'Full Council, 8 July 2026, minute 12',
};

describe('a council changes its name', () => {
  test('what follows is spelled out, then it is recorded once, and both names lead to it', async () => {
    const who = await acting('maidstone.monitoring-officer');
    const before = await entries();
    expect(words(await who.get('/work'))).toContain('Record a new name');
    const check = await who.send(path('maidstone'), answers);
    expect(check.status).toBe(200);
    expect(words(check)).toContain(
      'From 1 April 2027 its pages, lists and seats in other bodies say Mid Kent Borough Council.',
    );
    expect(words(check)).toContain('a search for Maidstone Borough Council goes on finding it');
    expect(words(check)).toContain('Old pages, links and entries of the record keep leading here');
    expect(await entries()).toBe(before);

    const fields = { ...hiddenIn(check), step: 'publish' };
    const told = [await who.post(path('maidstone'), fields), await who.post(path('maidstone'), fields)];
    expect(told.map(({ status, to }) => [status, to])).toEqual([
      [303, '/bodies/maidstone'],
      [303, '/bodies/maidstone'],
    ]);
    expect(await entries()).toBe(before + 1);

    const visitor = visitorOf(site().address);
    const heading = async (query: string) =>
      /<h1[^>]*>(?:<span.*?<\/span>)?(.*?)<\/h1>/s
        .exec((await visitor.get(`/bodies/maidstone${query}`)).body)?.[1]
        ?.trim();
    expect(await heading('')).toBe('Maidstone Borough Council');
    expect(await heading('?on=2027-03-31')).toBe('Maidstone Borough Council');
    expect(await heading('?on=2027-04-01')).toBe('Mid Kent Borough Council');
    for (const name of ['Maidstone Borough Council', 'Mid Kent Borough Council'])
      expect((await visitor.get(`/find?q=${encodeURIComponent(name)}`)).body).toMatch(
        /href="\/bodies\/maidstone["?]/,
      );
    expect(words(await who.get(path('maidstone')))).toContain(
      'From 1 April 2027 it is called Mid Kent Borough Council.',
    );
  });

  test('two officers at once: the second is told what stands, and checks once more', async () => {
    const [one, two] = [await acting('dover.monitoring-officer'), await acting('dover.monitoring-officer')];
    const slow = await one.send(path('dover'), { ...answers, name: 'White Cliffs Council', ...from('2028') });
    const quick = await two.send(path('dover'), { ...answers, name: 'Channel Council' });
    await two.post(path('dover'), { ...hiddenIn(quick), step: 'publish' });
    const before = await entries();
    const refused = await one.post(path('dover'), { ...hiddenIn(slow), step: 'publish' });
    expect([refused.status, errorsOf(refused)]).toEqual([
      422,
      [
        'The name that yours replaces is no longer the one you checked: it is Channel Council now. Check what follows once more',
      ],
    ]);
    expect(refused.body).toContain('value="White Cliffs Council"');
    expect(await entries()).toBe(before);

    const again = await one.send(path('dover'), {
      ...answers,
      name: 'White Cliffs Council',
      ...from('2028'),
    });
    const published = await one.post(path('dover'), { ...hiddenIn(again), step: 'publish' });
    expect(published.status).toBe(303);
    const between = await one.send(path('dover'), {
      ...answers,
      name: 'Straits Council',
      ...from('2027', '9'),
    });
    expect(words(between)).toContain(
      'From 1 April 2028 it is called White Cliffs Council, as recorded before.',
    );
    const sameDay = await one.send(path('dover'), { ...answers, name: 'Straits Council', ...from('2028') });
    expect(errorsOf(sameDay)).toEqual(['Another name is recorded from that very day. Enter a day after it']);
  });

  test.each([
    [
      { name: ' ', ...from(''), 'from-day': '', 'from-month': '', source: '' },
      ['Enter the new name', 'Enter the first day on which it is used', 'Enter where it is decided'],
    ],
    [{ name: 'x'.repeat(121) }, ['The new name must be 120 characters or fewer']],
    [{ name: 'Thanet District Council' }, ['That is its name on that day already. Enter the new name']],
    [
      { name: 'swale borough council' },
      ['Another body goes by that name on that day. Enter a name that tells them apart'],
    ],
    [from('1950'), ['The first day must not be before your body was founded']],
  ])('%j is refused, the answers are kept and nothing is changed', async (wrong, sentences) => {
    const who = await acting('thanet.monitoring-officer');
    const before = await entries();
    const asked = { ...answers, ...wrong };
    const answered = await who.send(path('thanet'), asked);
    expect([answered.status, errorsOf(answered)]).toEqual([422, sentences]);
    expect(answered.body).toContain(`value="${asked.name}"`);
    const published = await who.send(path('thanet'), { ...asked, step: 'publish' });
    expect(published.status).toBe(422);
    expect(await entries()).toBe(before);
  });

  test('no other office does it, and nobody for another body', async () => {
    const before = await entries();
    const clerk = await acting('swale.democratic-services-officer');
    const csrf = (await clerk.hiddenFields('/work'))['csrf'] ?? '';
    const sent = { ...answers, csrf, seen: 'Swale Borough Council', step: 'publish' };
    expect((await clerk.get(path('swale'))).status).toBe(403);
    expect((await clerk.post(path('swale'), sent)).status).toBe(403);
    expect(words(await clerk.get('/work'))).not.toContain('Record a new name');
    expect((await (await acting('thanet.monitoring-officer')).get(path('swale'))).status).toBe(403);
    expect(await entries()).toBe(before);
  });
});
