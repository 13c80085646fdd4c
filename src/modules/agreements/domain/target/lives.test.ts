import { addDays, date, daysBetween } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ground, groundKey, type TargetFacts } from './partner-cell.ts';
import { targetOn } from './standing.ts';
import type { Target, TargetVersion } from './target.ts';

/** How many random lives: 500 in the usual run, 10,000 with RUNS=10000. */
const runs = Number(process.env['RUNS'] ?? 500);

// A life is told in whole days from the first. Bodies 0 to 2 are partners; 3 and 4 may take the place of one that ends.
type Deed =
  | Readonly<{ kind: 'puts'; day: number; partners: readonly number[] }>
  | Readonly<{ kind: 'consents'; day: number; body: number; late: boolean; wait: number | 'stopped' }>
  | Readonly<{ kind: 'refuses' | 'withdraws'; day: number; body: number; late: boolean }>
  | Readonly<{ kind: 'ends'; day: number; body: number; successors: readonly number[] }>;
type Life = Readonly<{
  deeds: readonly Deed[];
  designated: number | undefined;
  isDesignated: boolean;
  asked: number;
}>;

const first = date('2008-07-01');
const dayAt = (day: number) => addDays(first, day);
const days = fc.integer({ min: 1, max: 40 });
const anyBody = fc.nat({ max: 4 });
// Two in three answers come from somebody who was asked, and to the version that was put last.
const late = fc.constantFrom(false, false, false, true);
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('consents'),
      day: days,
      body: fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 2 }) }, { weight: 1, arbitrary: anyBody }),
      late,
      wait: fc.constantFrom<number | 'stopped'>(0, 0, 0, 0, 7, 'stopped'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('refuses', 'withdraws'), day: days, body: anyBody, late }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('puts'),
      day: days,
      partners: fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        kind: fc.constant('ends'),
        day: days,
        body: fc.nat({ max: 3 }),
        // Only bodies that come after it, so that nobody takes the place of its own heir.
        successors: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
      })
      .map((deed) => ({ ...deed, successors: deed.successors.filter((heir) => heir > deed.body) })),
  },
);
/** Nobody takes the place of a body after having ended itself: the register would not record it. */
const livingHeirs = (all: readonly Deed[]): readonly Deed[] =>
  all.map((deed) => {
    if (deed.kind !== 'ends') return deed;
    const hasEnded = (heir: number) =>
      all.some((other) => other.kind === 'ends' && other.body === heir && other.day <= deed.day);
    return { ...deed, successors: deed.successors.filter((heir) => !hasEnded(heir)) };
  });
const lives: fc.Arbitrary<Life> = fc.record({
  deeds: fc.array(deeds, { maxLength: 14 }).map((all) =>
    livingHeirs([
      { kind: 'puts', day: 0, partners: [0, 1] } as const,
      // Each deed on a day of its own, so that their order is never in doubt; and no body ends twice.
      ...all.filter(
        (deed, index) =>
          all.findIndex((other) => other.day === deed.day) === index &&
          !all.some(
            (other, before) =>
              before < index && other.kind === 'ends' && deed.kind === 'ends' && other.body === deed.body,
          ),
      ),
    ]),
  ),
  designated: fc.option(days, { nil: undefined, freq: 2 }),
  isDesignated: fc.boolean(),
  asked: fc.nat({ max: 55 }),
});

const inOrder = ({ deeds: all }: Life) => all.toSorted((a, b) => a.day - b.day);
/** The version a body answers: the last one put before that day, or the one before that. */
const answeredBy = (life: Life, deed: Readonly<{ day: number; late: boolean }>): number => {
  const put = inOrder(life).filter((each) => each.kind === 'puts' && each.day < deed.day).length;
  return Math.max(1, deed.late ? put - 1 : put);
};

type Told = Readonly<{ target: Pick<Target, 'versions' | 'answers' | 'standing'>; facts: TargetFacts }>;

/** The life as the code under test is told it. */
function told(life: Life): Told {
  const all = inOrder(life);
  const grounds = new Map<string, Ground>();
  const answers = all.flatMap((deed) => {
    if (deed.kind === 'puts' || deed.kind === 'ends') return [];
    const decisionId = deed.kind === 'consents' ? `decision-${deed.day}` : undefined;
    const answer = {
      version: answeredBy(life, deed),
      bodyId: String(deed.body),
      answer: deed.kind,
      decisionId,
      clause: undefined,
      on: dayAt(deed.day),
      says: 'So it was decided',
      byOffice: 'Leader',
      source: 'Minutes',
    };
    if (deed.kind === 'consents') grounds.set(groundKey(answer), groundOf(deed, life.asked));
    return [answer];
  });
  const versions = all
    .filter((deed) => deed.kind === 'puts')
    .map(({ day, partners }, index) => ({
      number: index + 1,
      putOn: dayAt(day),
      partners: partners.map(String),
    })) as unknown as readonly TargetVersion[];
  return {
    target: { versions, answers, standing: life.isDesignated ? 'designated' : 'local' },
    facts: {
      grounds,
      endings: all
        .filter((deed) => deed.kind === 'ends')
        .map(({ body, day, successors }) => ({
          bodyId: String(body),
          on: dayAt(day),
          successors: successors.map(String),
        })),
      designatedOn: life.designated === undefined ? undefined : dayAt(life.designated),
    },
  };
}

function groundOf({ day, wait }: Extract<Deed, { kind: 'consents' }>, asked: number): Ground {
  if (wait === 'stopped') return { ground: 'stopped', says: 'It is called in.' };
  return { ground: asked >= day + wait ? 'in-effect' : 'about-to-take-effect', from: dayAt(day + wait) };
}

type Stand = 'yes' | 'no' | 'held' | undefined;

/** An independent answer: lives the days one by one, with who answers for whom and what each has said in hand. */
function referee(life: Life): string {
  const all = inOrder(life);
  const alive = new Set([0, 1, 2, 3, 4]);
  /** Of each version: who speaks for each partner (with the consent they were handed), and what each body said. */
  const versions: {
    day: number;
    speakers: Map<number, { body: number | 'nobody'; handed: boolean }[]>;
    said: Map<number, Stand>;
    pending: { body: number; day: number }[];
    since: number | undefined;
    was: boolean;
    fixed: boolean;
  }[] = [];
  const passOn = (version: (typeof versions)[number], body: number, heirs: readonly number[]) => {
    for (const [partner, speakers] of version.speakers)
      version.speakers.set(
        partner,
        speakers.flatMap((speaker) => {
          if (speaker.body !== body) return [speaker];
          const said = version.said.get(body);
          const handed = said === 'yes' || (speaker.handed && said !== 'no' && !refused(version, body));
          return heirs.length === 0
            ? [{ body: 'nobody' as const, handed }]
            : heirs.flatMap((heir) => spread(heir, handed));
        }),
      );
  };
  /** Who truly takes over: an heir that has itself ended hands on at once. */
  const ended = new Map<number, readonly number[]>();
  const spread = (heir: number, handed: boolean): { body: number | 'nobody'; handed: boolean }[] => {
    const next = ended.get(heir);
    if (next === undefined) return [{ body: heir, handed }];
    return next.length === 0 ? [{ body: 'nobody', handed }] : next.flatMap((each) => spread(each, handed));
  };
  const refusals = new Map<object, Set<number>>();
  const refused = (version: object, body: number) => refusals.get(version)?.has(body) ?? false;
  for (let day = 0; day <= life.asked; day += 1) {
    for (const deed of all.filter((each) => each.day === day)) {
      if (deed.kind === 'ends') {
        alive.delete(deed.body);
        ended.set(deed.body, deed.successors);
        for (const version of versions) passOn(version, deed.body, deed.successors);
      } else if (deed.kind === 'puts') {
        const version: (typeof versions)[number] = {
          day,
          speakers: new Map(deed.partners.map((partner) => [partner, spread(partner, false)])),
          said: new Map(),
          pending: [],
          since: undefined,
          was: false,
          fixed: false,
        };
        refusals.set(version, new Set());
        versions.push(version);
      } else if (alive.has(deed.body)) {
        const version = versions[answeredBy(life, deed) - 1];
        if (version === undefined) continue;
        const mine = version.said.get(deed.body);
        if (deed.kind === 'consents') {
          if (deed.wait !== 'stopped') version.pending.push({ body: deed.body, day: day + deed.wait });
          if (mine !== 'yes') version.said.set(deed.body, 'held');
        } else {
          version.said.set(deed.body, 'no');
          refusals.get(version)?.add(deed.body);
          version.pending = version.pending.filter(({ body }) => body !== deed.body);
        }
      }
    }
    for (const version of versions) {
      for (const due of version.pending.filter((each) => each.day <= day && alive.has(each.body)))
        version.said.set(due.body, 'yes');
      const agreed = [...version.speakers.values()].every((speakers) =>
        speakers.every(({ body, handed }) => {
          if (body === 'nobody') return handed;
          if (version.said.get(body) === 'yes') return true;
          return handed && !refused(version, body);
        }),
      );
      if (agreed) {
        version.since ??= day;
        version.was = true;
      } else if (!version.fixed) version.since = undefined;
      const designated = life.isDesignated && life.designated !== undefined && life.designated <= day;
      if (designated && version.since !== undefined) version.fixed = true;
    }
  }
  const standing = versions.findLastIndex(({ was }) => was);
  const since = versions[standing]?.since;
  const last = versions.at(-1);
  const vetoed = [...(last?.speakers.values() ?? [])].some((speakers) =>
    speakers.some(({ body, handed }) => (body === 'nobody' ? !handed : last?.said.get(body) === 'no')),
  );
  return `${since === undefined ? 'nothing' : `version ${standing + 1} since ${since}`}, ${vetoed ? 'vetoed' : 'open'}`;
}

function say({ target, facts }: Told, asked: number): string {
  const { inForce, put } = targetOn(target, facts, dayAt(asked));
  const binds =
    inForce === undefined
      ? 'nothing'
      : `version ${inForce.version.number} since ${daysBetween(first, inForce.since)}`;
  return `${binds}, ${put?.outcome === 'vetoed' ? 'vetoed' : 'open'}`;
}

type Answerer = (life: Life) => string;
const real: Answerer = (life) => say(told(life), life.asked);
const agrees = (answer: Answerer) => fc.property(lives, (life) => answer(life) === referee(life));

describe(`${runs} random lives of targets`, () => {
  test('stand where an independent referee says they stand', { timeout: 300_000 }, () => {
    const found = fc.check(agrees(real), { numRuns: runs });
    const [life] = found.counterexample ?? [];
    const difference = life && { life: JSON.stringify(life), said: real(life), expected: referee(life) };
    expect(difference, `seed ${found.seed}`).toBeUndefined();
  });

  test('come to every end there is, so that nothing goes untried', () => {
    const seen = new Set(
      fc.sample(lives, { numRuns: 3000, seed: 2008 }).map((life) => referee(life).replace(/ since \d+/, '')),
    );
    expect([...seen]).toEqual(
      expect.arrayContaining(['nothing, open', 'nothing, vetoed', 'version 1, vetoed', 'version 2, open']),
    );
  });
});

const changed =
  (
    change: (told: Told) => Readonly<{ target?: Partial<Told['target']>; facts?: Partial<TargetFacts> }>,
  ): Answerer =>
  (life) => {
    const before = told(life);
    const { target, facts } = change(before);
    return say({ target: { ...before.target, ...target }, facts: { ...before.facts, ...facts } }, life.asked);
  };
const regrounded =
  (ground: (ground: Ground) => Ground) =>
  ({ facts: { grounds } }: Told) => ({
    facts: { grounds: new Map([...grounds].map(([key, each]) => [key, ground(each)])) },
  });

/** Mistakes that software of this kind makes, each made here on purpose. */
const plantedBugs: Readonly<Record<string, Answerer>> = {
  'a refusal is not noticed': changed(({ target: { answers } }) => ({
    target: { answers: answers.filter(({ answer }) => answer !== 'refuses') },
  })),
  'a withdrawal is not noticed': changed(({ target: { answers } }) => ({
    target: { answers: answers.filter(({ answer }) => answer !== 'withdraws') },
  })),
  'what may still be called in counts as consent': changed(
    regrounded((each) =>
      each.ground === 'about-to-take-effect' ? { ground: 'in-effect', from: first } : each,
    ),
  ),
  'what is called in counts as consent': changed(
    regrounded((each) => (each.ground === 'stopped' ? { ground: 'in-effect', from: first } : each)),
  ),
  'a decision in effect is doubted': changed(
    regrounded((each) => (each.ground === 'in-effect' ? { ground: 'stopped', says: '' } : each)),
  ),
  'a body that ended goes on answering': changed(() => ({ facts: { endings: [] } })),
  'what a body was bound by ends with it': changed(({ facts: { endings } }) => ({
    facts: { endings: endings.map((each) => ({ ...each, successors: [] })) },
  })),
  'one heir of several is enough': changed(({ facts: { endings } }) => ({
    facts: { endings: endings.map((each) => ({ ...each, successors: each.successors.slice(0, 1) })) },
  })),
  'a change binds without fresh consents': changed(({ target: { answers, versions } }) => ({
    target: {
      answers: versions.flatMap(({ number }) =>
        answers.filter(({ version }) => version <= number).map((each) => ({ ...each, version: number })),
      ),
    },
  })),
  'one partner is never asked': changed(({ target: { versions } }) => ({
    target: { versions: versions.map((each) => ({ ...each, partners: each.partners.slice(0, 1) })) },
  })),
  'no change is ever seen': changed(({ target: { versions } }) => ({
    target: { versions: versions.slice(0, 1) },
  })),
  'a withdrawal undoes what was designated': changed(() => ({ facts: { designatedOn: undefined } })),
  'a local target counts as designated': changed(() => ({ target: { standing: 'designated' } })),
};

describe('the referee notices', () => {
  test.each(Object.entries(plantedBugs))('that %s', (_bug, planted) => {
    expect(fc.check(agrees(planted), { numRuns: 5000, seed: 2008, endOnFailure: true }).failed).toBe(true);
  });
});
