import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BodyNamings, resolveChanged } from './changed-names.ts';
import type { Choice } from './choice.ts';
import { gatherNamings, type KeptNames, type Naming, namingAt, resolveAndKeep } from './kept-names.ts';
import { payeeKey } from './payee.ts';
import type { Link } from './suppliers.ts';

const firsts = 'Tidewater Tidewatr Hexley Hexly Harbour Smeaton Oakley Peartree Pear Elmbrook Elmbrooke St';
const seconds = 'Drainage Drianage Plumbing Energy Enurgy Tree Group Grange Ebbas North Maintenance Care';
const thirds = 'Services Solutions School Surveys Exeter Dover Consultants Contractors';
const ends = ['', '', ' Ltd', ' Limited', ' LLP', ' (Exeter)', ' Ltd (Dover)', ' t/a Tidewater Drainage'];
const parishes =
  'Aldham Bexwell Corringham Dalwood Eastry Fordwich Halwell Halwill Ickham Lympne Mersham Newenden Orlestone Pluckley Rolvenden Tilmanstone Wittersham Woodchurch Yalding Boxley Detling Egerton Farleigh Frittenden Goudhurst Harrietsham Kenardington Leybourne Nettlestead Ospringe';

/** Names that officers speak of. */
const chosen = ['Tidewater Drainage', 'Tidewater', 'Hexley Energy', 'Hexley Ltd', 'Harbour Care', 'Smeaton'];

const of = (text: string) => fc.constantFrom(...text.split(' '));
const name = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(of(firsts), fc.option(of(seconds)), fc.option(of(thirds)), fc.constantFrom(...ends))
      .map(([one, two, three, end]) => [one, two ?? '', three ?? ''].join(' ').trim() + end),
  },
  { weight: 2, arbitrary: of(parishes).map((parish) => `${parish} Parish Council`) },
  // A ledger that cuts names off at its width.
  {
    weight: 4,
    arbitrary: of(parishes).map((parish) => `${parish} Regional Purchasing Consortium`.slice(0, 24)),
  },
  { weight: 2, arbitrary: of(parishes).map((parish) => `${parish} Regional Purchasing Consortium`) },
  { weight: 2, arbitrary: fc.constantFrom(...chosen) },
  { weight: 1, arbitrary: fc.constantFrom('REDACTED', 'Mr A N Other', 'Jane Smith', 'CRINV0008717') },
);
const naming = fc.record({
  name,
  payments: fc.integer({ min: 1, max: 3 }),
  company: fc.option(fc.constantFrom('01111119', '02222229'), { nil: undefined, freq: 8 }),
  vat: fc.option(fc.constantFrom('GB 618 1841 40', '142208211'), { nil: undefined, freq: 8 }),
});
const namings = fc
  .uniqueArray(naming, {
    maxLength: 40,
    selector: ({ name: called, company, vat }) => JSON.stringify([called, company, vat]),
  })
  .map((all) => all.map((each, place) => ({ ...each, place })));
const ref = fc.record(
  { key: fc.constantFrom(...chosen.map(payeeKey)), body: fc.constantFrom('dover', 'swale') },
  { requiredKeys: ['key'] },
);
const choice: fc.Arbitrary<Choice> = fc
  .record({ kind: fc.constantFrom('together' as const, 'apart' as const), one: ref, other: ref })
  .filter(({ one, other }) => one.key !== other.key);

/** What changes from one day to the next: what bodies publish, whole, or some names more or fewer; and what officers choose. */
const day = fc.record({
  published: fc.dictionary(fc.constantFrom('ashford', 'dover', 'swale'), namings, { maxKeys: 1 }),
  fewer: fc.option(fc.record({ body: fc.constantFrom('ashford', 'dover', 'swale'), least: fc.nat(12) })),
  more: fc.option(fc.record({ body: fc.constantFrom('ashford', 'dover', 'swale'), naming })),
  choices: fc.option(fc.array(choice, { maxLength: 3 }), { freq: 3 }),
});
type Day = typeof day extends fc.Arbitrary<infer Value> ? Value : never;
type Account = ReadonlyMap<string, BodyNamings['namings']>;

function published(account: Account, { published: whole, fewer, more }: Day): Account {
  const now = new Map<string, BodyNamings['namings']>([...account, ...Object.entries(whole)]);
  if (fewer !== null) now.set(fewer.body, (now.get(fewer.body) ?? []).slice(fewer.least));
  if (more !== null) {
    const own = (now.get(more.body) ?? []).filter((each) => each.name !== more.naming.name);
    now.set(more.body, [...own, { ...more.naming, place: 99 }]);
  }
  return now;
}

const told = ({ one, other, evidence, confidence }: Link): string =>
  [[one, other].map((each) => JSON.stringify(each)).toSorted(), evidence, confidence].join(' ');
const lines = (kept: KeptNames): readonly string[] =>
  Array.from({ length: kept.namings.count }, (_, at) =>
    JSON.stringify([namingAt(kept, at), kept.namings.supplier[at]]),
  ).toSorted();

function gathered(namings: readonly Naming[]) {
  const gathering = gatherNamings(namings.length);
  for (const each of namings) gathering.add(each);
  return gathering.all();
}

/** Goes through days one after another, each from the one before, and holds what comes out against what is found from nothing. */
function isAsFromNothing(days: readonly Day[], resolve: typeof resolveChanged): boolean {
  let account: Account = new Map([['ashford', []]]);
  let choices: readonly Choice[] = [];
  let { kept } = resolveAndKeep(gathered([]), []);
  let links: readonly Link[] = [];
  let suggestions: readonly Link[] = [];
  return days.every((each) => {
    const now = published(account, each);
    const changed = [...now].flatMap(([body, all]) =>
      all === account.get(body) ? [] : [{ body, namings: all }],
    );
    account = now;
    choices = each.choices ?? choices;
    const changes = resolve(kept, changed, choices);
    ({ kept } = changes);
    const { decided, resolution } = changes;
    const stands = ({ one, other }: Link) => !decided.has(one.key) && !decided.has(other.key);
    links = [...links.filter(stands), ...resolution.links];
    suggestions = [...suggestions.filter(stands), ...resolution.suggestions];

    const all = [...account].flatMap(([body, own]) => own.map((one) => ({ ...one, body })));
    const whole = resolveAndKeep(gathered(all), choices);
    const alike = (some: readonly Link[], others: readonly Link[]) =>
      some.map(told).toSorted().join('\n') === others.map(told).toSorted().join('\n');
    return (
      lines(kept).join('\n') === lines(whole.kept).join('\n') &&
      alike(links, whole.resolution.links) &&
      alike(suggestions, whole.resolution.suggestions)
    );
  });
}

const property = (resolve: typeof resolveChanged) =>
  fc.property(fc.array(day, { minLength: 2, maxLength: 6 }), (days) => isAsFromNothing(days, resolve));

describe('names that change from day to day', () => {
  test('are found to be the same suppliers’ as from nothing', () => {
    const { failed, counterexample, seed } = fc.check(property(resolveChanged), {
      numRuns: Number(process.env['RUNS'] ?? 60),
    });
    expect(failed, `${JSON.stringify(counterexample)} of seed ${seed}`).toBe(false);
  });

  test.each([
    [
      'what hangs on a name is left as it was',
      (kept: KeptNames, changed: readonly BodyNamings[], choices: readonly Choice[]) =>
        resolveChanged({ ...kept, pairs: [] }, changed, choices),
    ],
    [
      'a number that somebody else bears is forgotten',
      (kept: KeptNames, changed: readonly BodyNamings[], choices: readonly Choice[]) =>
        resolveChanged(
          { ...kept, borne: { keys: new Int32Array(0), hashes: new Float64Array(0) } },
          changed,
          choices,
        ),
    ],
    [
      'a choice is taken for one that held before',
      (kept: KeptNames, changed: readonly BodyNamings[], choices: readonly Choice[]) =>
        resolveChanged({ ...kept, choices }, changed, choices),
    ],
  ])('a mistake put in is found out: %s', (_, mistaken) => {
    expect(fc.check(property(mistaken), { numRuns: 2000, seed: 5 }).failed).toBe(true);
  });

  test('a name that a ledger cut short long ago is found when the whole one comes', () => {
    const cut = parishes.split(' ').map((parish, place) => ({
      name: `${parish} Regional Purchasing Consortium`.slice(0, 24),
      payments: 1,
      place,
    }));
    const { kept } = resolveAndKeep(gathered(cut.map((each) => ({ ...each, body: 'swale' }))), []);
    const whole = { name: 'Woodchurch Regional Purchasing Consortium', payments: 1, place: 0 };
    const { resolution } = resolveChanged(kept, [{ body: 'dover', namings: [whole] }], []);
    expect(resolution.links.map(({ evidence }) => evidence)).toEqual(['cut-short']);
  });

  test('hardly anything is decided anew where hardly anything changed', () => {
    const all = parishes.split(' ').map((parish, place) => ({
      body: 'dover',
      name: `${parish} Coaches`,
      payments: 1,
      place,
    }));
    const { kept } = resolveAndKeep(gathered(all), []);
    const one = { name: 'Detling Coach Hire', payments: 1, place: 0 };
    const { decided, told: toldAgain } = resolveChanged(kept, [{ body: 'swale', namings: [one] }], []);
    expect([...decided]).toEqual(['detling coach hire']);
    expect(toldAgain).toHaveLength(1);
  });
});
