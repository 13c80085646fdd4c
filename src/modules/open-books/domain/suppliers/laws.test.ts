import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Choice } from './choice.ts';
import { readPayee } from './payee.ts';
import { keyOfRecord, type PayeeRecord } from './records.ts';
import { type Resolution, resolveSuppliers } from './resolve.ts';

type Resolve = (records: readonly PayeeRecord[], choices: readonly Choice[]) => Resolution;

const names = [
  'Tidewater Drainage Ltd',
  'TIDEWATER DRAINAGE',
  'Tidewater Drianage Limited',
  'Drainage Tidewater',
  'Tidewater Drainage North',
  'Tidewater Drainage South',
  'Tidewater Drainage Ltd (Exeter)',
  'Tidewater Drainage (Exeter) Ltd',
  'Tidewater',
  'Tidewater Drainage LLP',
  'Hexley Group',
  'HEXLEY GRP',
  'Hexly Group',
  'Hexley Group Services',
  'Hexley Ltd t/a Tidewater Drainage',
  'Hexley Group / Tidewater Drainage',
  'Hexley Ltd/Advertising',
  'Tidewater Drainage Exeter',
  'Tidewater Land Drainage Works',
  'Tidewater Land Reclamation Drainage Works',
  'The Grange',
  'Grange Court',
  'St Ebbas School',
  'St Ebbas School Elmbrook',
  'Elmbrook Parish Council',
  'Elmbrooke Parish Council',
  'Peartree',
  'Pear Tree',
  'REDACTED',
  'Redacted personal data',
  'Mr A N Other',
  'OTHER JANE',
  'CRINV0008717',
] as const;
const keys = [...new Set(names.map((name) => readPayee(name).key).filter((key) => key !== ''))];
const bodies = ['ashford', 'dover', 'swale'] as const;
const number = fc.option(fc.constantFrom('01111119', '02222229', '03333339'), { nil: undefined, freq: 3 });
const vat = fc.option(fc.constantFrom('618184140', '142208211'), { nil: undefined, freq: 3 });
const record: fc.Arbitrary<PayeeRecord> = fc.record({
  body: fc.constantFrom(...bodies),
  name: fc.constantFrom(...names),
  payments: fc.integer({ min: 1, max: 5 }),
  company: number,
  vat,
});
const records = fc.uniqueArray(record, {
  maxLength: 24,
  selector: ({ body, name, company, vat: own }) => `${body} ${name} ${company ?? ''} ${own ?? ''}`,
});
const ref = fc.record(
  { key: fc.constantFrom(...keys), body: fc.constantFrom(...bodies) },
  { requiredKeys: ['key'] },
);
const choice: fc.Arbitrary<Choice> = fc
  .record({ kind: fc.constantFrom('together' as const, 'apart' as const), one: ref, other: ref })
  .filter(
    ({ one, other }) =>
      one.key !== other.key ||
      (one.body !== other.body && one.body !== undefined && other.body !== undefined),
  );
const choices = fc.array(choice, { maxLength: 6 });

/** Which records are together, told in the records themselves: the same whatever their order. */
const partition = (of: readonly PayeeRecord[], { suppliers }: Resolution) =>
  suppliers
    .map(({ id, records: members }) => [id, ...members.map((at) => textOf(of[at])).toSorted()].join(' | '))
    .toSorted();
const textOf = (one: PayeeRecord | undefined) =>
  `${one?.body} ${one?.name} ${one?.company ?? ''} ${one?.vat ?? ''} ${one?.payments}`;

const speaksOf = ({ key, body }: Choice['one'], { name, body: own }: PayeeRecord) =>
  readPayee(name).key === key && (body === undefined || body === own);

function follows(
  of: readonly PayeeRecord[],
  all: readonly Choice[],
  { supplierOf, overruled }: Resolution,
): boolean {
  const held = all.filter((each) => !overruled.includes(each));
  return held.every(({ kind, one, other }) => {
    const mine = of.flatMap((each, at) => (speaksOf(one, each) ? [supplierOf[at]] : []));
    const yours = of.flatMap((each, at) => (speaksOf(other, each) ? [supplierOf[at]] : []));
    return kind === 'together'
      ? new Set([...mine, ...yours]).size <= 1 || mine.length === 0 || yours.length === 0
      : mine.every((each) => !yours.includes(each));
  });
}

/** What holds of any way of finding suppliers; each law says no where it is broken. */
const laws = {
  'gives the same answer in whatever order': (resolve: Resolve) =>
    fc.property(records, choices, fc.infiniteStream(fc.nat()), (of, chosen, chance) => {
      const shuffled = of
        .map((each) => [chance.next().value ?? 0, each] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, each]) => each);
      const [first, second] = [resolve(of, chosen), resolve(shuffled, chosen)];
      const asked = ({ suggestions, links }: Resolution) =>
        [...suggestions, ...links]
          .map(({ one, other, evidence }) =>
            [`${one.key} at ${one.body}`, `${other.key} at ${other.body}`]
              .toSorted()
              .concat(evidence)
              .join(' '),
          )
          .toSorted()
          .join('\n');
      return (
        partition(of, first).join('\n') === partition(shuffled, second).join('\n') &&
        asked(first) === asked(second)
      );
    }),
  'follows every choice that no later one overrules': (resolve: Resolve) =>
    fc.property(records, choices, (of, chosen) => follows(of, chosen, resolve(of, chosen))),
  'never overrules the latest choice': (resolve: Resolve) =>
    fc.property(records, choices, (of, chosen) => {
      const { overruled } = resolve(of, chosen);
      const latest = chosen.at(-1);
      return latest === undefined || !overruled.includes(latest);
    }),
  'keeps what was chosen whatever is added': (resolve: Resolve) =>
    fc.property(records, records, choice, (of, added, chosen) => {
      const all = [...of, ...added];
      return follows(all, [chosen], resolve(all, [chosen]));
    }),
  'links nobody who is redacted or a person': (resolve: Resolve) =>
    fc.property(records, choices, (of, chosen) => {
      const { supplierOf } = resolve(of, chosen);
      return of.every((each, at) => (keyOfRecord(each) !== '') === (supplierOf[at] ?? -1) >= 0);
    }),
  'keeps two company numbers apart where no officer joined them': (resolve: Resolve) =>
    fc.property(records, (of) =>
      resolve(of, []).suppliers.every(
        (supplier) => new Set(supplier.records.flatMap((at) => of[at]?.company ?? [])).size <= 1,
      ),
    ),
  'changes nothing when what it found is confirmed': (resolve: Resolve) =>
    fc.property(records, (numbered) => {
      const of = distinct(numbered);
      const first = resolve(of, []);
      const confirmed = first.links.map(({ one, other }): Choice => ({ kind: 'together', one, other }));
      return partition(of, first).join('\n') === partition(of, resolve(of, confirmed)).join('\n');
    }),
  'puts every firm with one supplier, and nothing else': (resolve: Resolve) =>
    fc.property(records, choices, (of, chosen) => {
      const { suppliers, supplierOf } = resolve(of, chosen);
      const members = suppliers.flatMap((supplier, at) =>
        supplier.records.map((each) => supplierOf[each] === at),
      );
      return (
        members.every(Boolean) && members.length === of.filter((_, at) => (supplierOf[at] ?? -1) >= 0).length
      );
    }),
} as const;

/** Without numbers and other legal forms, each body’s spelling once: what a choice by name and body speaks of is then one thing. */
const distinct = (of: readonly PayeeRecord[]): readonly PayeeRecord[] => [
  ...new Map(
    of
      .filter(({ name }) => !name.endsWith('LLP'))
      .map(({ body, name, payments }) => [`${body} ${name}`, { body, name, payments }] as const),
  ).values(),
];

type Law = keyof typeof laws;
const runs = { numRuns: 150 };

describe('finding suppliers', () => {
  test.each(Object.keys(laws) as Law[])('%s', (law) => {
    const { failed, counterexample, seed } = fc.check(
      laws[law](resolveSuppliers) as fc.IProperty<unknown>,
      runs,
    );
    expect(
      failed,
      `${JSON.stringify(counterexample, (_, each: unknown) => (typeof each === 'bigint' ? Number(each) : each))} of seed ${seed}`,
    ).toBe(false);
  });
});

describe('a mistake put in is found out', () => {
  const everybody = (of: readonly PayeeRecord[], { supplierOf, ...found }: Resolution): Resolution => ({
    ...found,
    supplierOf: supplierOf.map((supplier) => Math.max(supplier, 0)),
    suppliers: [{ id: 'all', name: 'all', keys: [], records: of.map((_, at) => at) }],
  });
  const mistakes: readonly (readonly [Law, Resolve])[] = [
    ['gives the same answer in whatever order', (of, chosen) => resolveSuppliers(of.slice(0, 6), chosen)],
    ['follows every choice that no later one overrules', (of) => resolveSuppliers(of, [])],
    [
      'never overrules the latest choice',
      (of, chosen) => ({ ...resolveSuppliers(of, chosen), overruled: chosen }),
    ],
    ['keeps what was chosen whatever is added', (of) => resolveSuppliers(of, [])],
    ['links nobody who is redacted or a person', (of, chosen) => everybody(of, resolveSuppliers(of, chosen))],
    [
      'keeps two company numbers apart where no officer joined them',
      (of, chosen) =>
        resolveSuppliers(
          of.map(({ body, name, payments, vat: own }) => ({ body, name, payments, vat: own })),
          chosen,
        ),
    ],
    [
      'changes nothing when what it found is confirmed',
      (of, chosen) =>
        chosen.length > 0 ? resolveSuppliers(of, []) : everybody(of, resolveSuppliers(of, chosen)),
    ],
    [
      'puts every firm with one supplier, and nothing else',
      (of, chosen) => everybody(of, resolveSuppliers(of, chosen)),
    ],
  ];
  test.each(mistakes)('%s', (law, mistaken) => {
    expect(fc.check(laws[law](mistaken) as fc.IProperty<unknown>, { numRuns: 1500 }).failed).toBe(true);
  });

  test('every law has its mistake', () => {
    expect(mistakes.map(([law]) => law).toSorted()).toEqual(Object.keys(laws).toSorted());
  });
});
