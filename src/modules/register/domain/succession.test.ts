import { addDays, date, type IsoDate } from '#platform/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptSuccession,
  endOf,
  existsOn,
  predecessorsOf,
  type SuccessionLink,
  successorsOf,
} from './succession.ts';

const vesting = date('2028-04-01');
const body = { id: 'swale', founded: date('1974-04-01') };
const north = { id: 'north-kent', founded: vesting };
const merge = { kind: 'merge', on: vesting, reason: 'Structural changes order' } as const;

describe('the end of a body', () => {
  const links: readonly SuccessionLink[] = [
    { predecessor: 'leaders-group', successor: 'senate', on: date('2010-06-01') },
    { predecessor: 'senate', successor: 'forum', on: date('2010-12-01') },
    { predecessor: 'county', successor: 'north-kent', on: vesting },
    { predecessor: 'county', successor: 'east-kent', on: vesting },
    { predecessor: 'quango', successor: undefined, on: date('2011-03-31') },
  ];
  test.each([
    ['leaders-group', '2010-05-31', ['leaders-group']],
    ['leaders-group', '2010-06-01', ['senate']],
    ['leaders-group', '2026-01-01', ['forum']],
    ['county', '2028-03-31', ['county']],
    ['county', '2028-04-01', ['north-kent', 'east-kent']],
    ['quango', '2011-03-31', []],
  ])('%s on %s is %j', (id, on, now) => {
    expect(successorsOf(id, date(on), links)).toEqual(now);
  });

  test('the forum’s history is also that of the Senate and the Leaders Group', () => {
    expect(predecessorsOf('forum', links)).toEqual(['senate', 'leaders-group']);
  });

  test('a body exists to the day before its end', () => {
    expect(
      existsOn(body, [{ predecessor: 'swale', successor: 'north-kent', on: vesting }], date('2028-03-31')),
    ).toBe(true);
    expect(existsOn(body, [{ predecessor: 'swale', successor: 'north-kent', on: vesting }], vesting)).toBe(
      false,
    );
    expect(existsOn(body, [], date('1974-03-31'))).toBe(false);
  });

  test.each([
    ['already-ended', merge, [north], [{ predecessor: 'swale', successor: 'x', on: vesting }]],
    ['ends-before-founded', { ...merge, on: date('1974-04-01') }, [north], []],
    ['reason-missing', { ...merge, reason: ' ' }, [north], []],
    ['successor-is-itself', merge, [body], []],
    ['successor-named-twice', { ...merge, kind: 'split' }, [north, north], []],
    [
      'successor-already-ended',
      merge,
      [north],
      [{ predecessor: 'north-kent', successor: undefined, on: date('2027-01-01') }],
    ],
    ['successor-begins-later', { ...merge, on: date('2027-04-01') }, [north], []],
    [
      'circular',
      merge,
      [{ id: 'old', founded: undefined }],
      [{ predecessor: 'old', successor: 'swale', on: date('1974-04-01') }],
    ],
    ['merge-needs-one-successor', merge, [], []],
    ['split-needs-two-successors', { ...merge, kind: 'split' }, [north], []],
    ['end-has-no-successor', { ...merge, kind: 'end' }, [north], []],
  ] as const)('refuses %s', (refusal, ending, successors, links) => {
    expect(acceptSuccession(ending, body, successors, links)).toEqual({ ok: false, error: refusal });
  });
});

describe('any history of reorganisations', () => {
  type Step = Readonly<{ who: number; into: readonly number[]; days: number; fresh: number }>;
  const step = fc.record({
    who: fc.nat(30),
    into: fc.uniqueArray(fc.nat(30), { maxLength: 3 }),
    days: fc.nat(400),
    fresh: fc.nat(2),
  });

  /** Plays the steps that are accepted, on bodies b0, b1 … */
  function play(
    steps: readonly Step[],
  ): Readonly<{ links: readonly SuccessionLink[]; bodies: readonly string[]; last: IsoDate }> {
    const bodies = Array.from({ length: 6 }, (_, index) => `b${index}`);
    const founded = new Map<string, IsoDate>();
    let links: readonly SuccessionLink[] = [];
    let on = date('1974-04-01');
    for (const { who, into, days, fresh } of steps) {
      on = addDays(on, days);
      const id = bodies[who % bodies.length] ?? '';
      const chosen = new Set(into.map((index) => bodies[index % bodies.length] ?? ''));
      const made = Array.from({ length: fresh }, (_, index) => `b${bodies.length + index}`);
      const successors = [...chosen, ...made].map((each) => ({ id: each, founded: founded.get(each) }));
      const kind =
        (['end', 'merge', 'split', 'split', 'split', 'split'] as const)[successors.length] ?? 'split';
      const accepted = acceptSuccession(
        { kind, on, reason: 'Order' },
        { id, founded: founded.get(id) },
        successors,
        links,
      );
      if (!accepted.ok) continue;
      for (const each of made) founded.set(each, on);
      bodies.push(...made);
      links = [...links, ...accepted.value];
    }
    return { links, bodies, last: on };
  }

  type Resolve = typeof successorsOf;
  const losesNothing = (resolve: Resolve) =>
    fc.property(fc.array(step, { maxLength: 25 }), fc.nat(9000), (steps, days) => {
      const { links, bodies } = play(steps);
      const on = addDays(date('1974-04-01'), days);
      return bodies.every((id) => {
        const now = resolve(id, on, links);
        const living = now.every((each) => (endOf(each, links) ?? '9999') > on);
        const endedForGood = links.some(({ successor, on: end }) => successor === undefined && end <= on);
        return living && (now.length > 0 || endedForGood);
      });
    });

  test('leads every body to bodies that exist, or to an end that was recorded', () => {
    expect(() => fc.assert(losesNothing(successorsOf), { numRuns: 300 })).not.toThrow();
  });

  test('is seen to lose bodies when only the first step is followed', () => {
    const oneStep: Resolve = (id, on, links) => {
      const next = links.filter(({ predecessor, on: end }) => predecessor === id && end <= on);
      return next.length === 0 ? [id] : next.flatMap(({ successor }) => successor ?? []);
    };
    expect(fc.check(losesNothing(oneStep), { numRuns: 300 }).failed).toBe(true);
  });

  test('makes no circle: no body descends from itself', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { links, bodies } = play(steps);
        for (const id of bodies) {
          const successors = links
            .filter(({ predecessor }) => predecessor === id)
            .map(({ successor }) => successor);
          for (const each of successors) expect(predecessorsOf(id, links)).not.toContain(each);
        }
      }),
      { numRuns: 200 },
    );
  });
});
