import { date, refuse } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { bodyPage } from '../queries/body-page.ts';
import { search } from '../queries/search.ts';
import { officer, registerForTest } from '../testing.ts';
import { renameBody, type Renaming } from './rename-body.ts';

const monitoring = officer('swale', 'monitoring-officer');
const renaming: Renaming = {
  bodyId: 'swale',
  name: 'Sheppey and Sittingbourne Borough Council',
  from: date('2027-04-01'),
  source: 'A resolution, for this test',
  seen: 'Swale Borough Council',
};

describe('a council changes its name', () => {
  test('and is the same council: the old name finds it, and stands on its earlier pages', async () => {
    const { services, database } = await registerForTest();
    expect((await renameBody(services, monitoring, renaming)).ok).toBe(true);
    const nameOn = async (on: string) => (await bodyPage(database, 'swale', { on: date(on) }))?.line.name;
    expect(await nameOn('2027-03-31')).toBe('Swale Borough Council');
    expect(await nameOn('2027-04-01')).toBe(renaming.name);
    const [found] = await search(database, 'swale borough council', { on: date('2027-04-01') });
    expect(found).toMatchObject({ id: 'swale', name: renaming.name, alsoKnownAs: 'Swale Borough Council' });
    const sameDay = { ...renaming, name: 'Sheppey Council', seen: renaming.name };
    expect(await renameBody(services, monitoring, sameDay)).toEqual(refuse('named-from-that-day'));
  });

  test('is refused, and nothing changes', async () => {
    const { services, database } = await registerForTest();
    const refusal = async (change: Partial<Renaming>, actor = monitoring) => {
      const outcome = await renameBody(services, actor, { ...renaming, ...change });
      return outcome.ok ? 'accepted' : outcome.error;
    };
    expect(await refusal({}, officer('swale', 'democratic-services'))).toBe('wrong-role');
    expect(await refusal({ bodyId: 'dover' })).toBe('wrong-body');
    expect(await refusal({ bodyId: 'calais' }, officer('calais', 'monitoring-officer'))).toBe('no-such-body');
    expect(await refusal({ name: ' ' })).toBe('name-missing');
    expect(await refusal({ name: 'x'.repeat(121) })).toBe('name-too-long');
    expect(await refusal({ source: '' })).toBe('source-missing');
    expect(await refusal({ from: date('1970-01-01') })).toBe('date-before-founded');
    expect(await refusal({ name: 'Swale  Borough Council' })).toBe('same-name');
    expect(await refusal({ name: 'dover district council' })).toBe('name-taken');
    expect(await refusal({ seen: 'Sheerness Council' })).toEqual({ stale: 'Swale Borough Council' });
    const senate = { bodyId: 'kent-senate', seen: 'Kent Senate' };
    expect(await refusal(senate, officer('kent-senate', 'monitoring-officer'))).toBe('body-has-ended');
    expect((await bodyPage(database, 'swale', { on: renaming.from }))?.line.name).toBe(
      'Swale Borough Council',
    );
  });
});
