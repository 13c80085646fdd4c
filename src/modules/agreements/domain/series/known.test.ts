import { date } from '#platform/kernel';
import { describe, expect, it } from 'vitest';
import { knownOn, latestFigure, latestKnown, mayFollow } from './known.ts';
import { periodOf, published } from './series.testing.ts';

const june = periodOf('2008-04-01', '2008-06-30');
const september = periodOf('2008-07-01', '2008-09-30');
const at = (moment: string) => ({ publishedAt: new Date(moment) });

const provisional = published('61.9', june, { status: 'provisional', ...at('2008-07-30T09:00:00Z') });
const final = published('62.0', june, { revision: 2, ...at('2008-10-15T22:59:00Z') });
const revised = published('59.4', june, { revision: 3, status: 'revised', ...at('2009-02-02T09:00:00Z') });
const next = published('63.1', september, at('2008-10-30T09:00:00Z'));
const all = [revised, next, provisional, final];
const values = (on: string) => knownOn(all, date(on)).map(({ value }) => value);

describe('what was known on a day', () => {
  it('is nothing before anything was published', () => {
    expect(values('2008-07-29')).toEqual([]);
    expect(latestKnown(all, date('2008-07-29'))).toBeUndefined();
  });

  it('is the last revision published by the end of that day on London’s clocks', () => {
    expect(values('2008-07-30')).toEqual(['61.9']);
    expect(values('2008-10-14')).toEqual(['61.9']);
    expect(values('2008-10-15')).toEqual(['62.0']);
    expect(values('2008-10-30')).toEqual(['62.0', '63.1']);
  });

  it('is not changed by a revision that came later', () => {
    expect(values('2009-02-01')).toEqual(['62.0', '63.1']);
    expect(values('2009-02-02')).toEqual(['59.4', '63.1']);
  });

  it('keeps areas and series apart', () => {
    const ashford = published('70', june, { areaId: 'ashford' });
    expect(knownOn([...all, ashford], date('2026-07-15'))).toHaveLength(3);
  });

  it('is newest by its period, and passes over what has no figure where a figure is asked for', () => {
    const withdrawn = published(undefined, september, { revision: 2, ...at('2008-11-01T09:00:00Z') });
    expect(latestKnown([...all, withdrawn], date('2008-12-01'))).toEqual(withdrawn);
    expect(latestFigure([...all, withdrawn], date('2008-12-01'))).toEqual(final);
  });
});

describe('the order of statuses', () => {
  it.each([
    ['estimate', 'provisional', true],
    ['provisional', 'final', true],
    ['provisional', 'estimate', false],
    ['final', 'revised', true],
    ['final', 'final', false],
    ['final', 'provisional', false],
    ['revised', 'revised', true],
    ['revised', 'suppressed', true],
    ['suppressed', 'final', true],
  ] as const)('%s then %s: %s', (before, after, allowed) => {
    expect(mayFollow(before, after)).toBe(allowed);
  });
});
