import { date, groupBy } from '#platform/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Group, groups, type PaymentsAsked } from './domain/explore/asked.ts';
import { monthOf, monthOfKey, monthText, somedayIn, spanOf } from './domain/explore/month.ts';
import { individuals, notStated, redacted } from './domain/explore/unnamed.ts';
import { explored } from './queries/explore/explored.ts';
import { everyPayment, paymentsIn } from './queries/explore/payments.ts';
import { scopeOf } from './queries/explore/scope.ts';
import { sumsBy, totalOf } from './queries/explore/sums.ts';
import { supplierPage, suppliersCalled } from './queries/explore/suppliers.ts';
import { type PaymentForTest, openBooksForTest, releaseForTest } from './testing.ts';

const spending = { dataset: 'spending' } as const;

/** A number in letters, as a word that hardly any other payment has; some begin alike. */
const lettersOf = (n: number) =>
  `z${String(n)
    .split('')
    .map((digit) => 'abcdefghij'.charAt(Number(digit)))
    .join('')}`;

const payees: Readonly<Record<string, string>> = {
  'Oak Ltd': 'oak',
  'OAK LIMITED': 'oak',
  'Weald & Co': 'weald co',
  "O'Hara; DROP": 'ohara drop',
};

/** Payments of every kind that there is: refunds, redacted, individuals, without a day, without a department. */
const payment: fc.Arbitrary<PaymentForTest> = fc
  .record({
    paid: fc.constantFrom('2026-04-01', '2026-04-30', '2026-05-15', '2026-06-30', '2025-03-31', null),
    who: fc.constantFrom(
      'Oak Ltd',
      'OAK LIMITED',
      'Weald & Co',
      'Ms A Person',
      'REDACTED',
      '',
      "O'Hara; DROP",
    ),
    pence: fc.bigInt({ min: -500_000n, max: 9_000_000n }),
    department: fc.constantFrom('Housing', 'Roads', ' HOUSING', undefined),
    category: fc.constantFrom('Repairs', 'repairs', "Lawyers' fees", '<b>Bold</b>', undefined),
    purpose: fc.oneof(
      fc.constantFrom('boiler at the depot', 'two "lines",\nno end \\ of\u001E\u001Fthem – £', undefined),
      // More words than any list of the commonest has.
      fc
        .array(fc.constantFrom('qaa', 'qab', 'qac', 'qbb', 'qbc', 'qca'), { minLength: 1, maxLength: 3 })
        .chain((common) => fc.noBias(fc.nat(999)).map((n) => `${common.join(' ')} ${lettersOf(n)} boiler`)),
    ),
  })
  .map(({ who, department, category, purpose, ...rest }) => ({
    ...rest,
    supplier: who === '' ? null : who,
    payee: payees[who] ?? null,
    ...(who === 'REDACTED' && { redaction: 'personal-data' }),
    ...(department !== undefined && { department }),
    ...(category !== undefined && { category }),
    ...(purpose !== undefined && { purpose }),
  }));
type Kept = PaymentForTest & Readonly<{ bodyId: string; covered: readonly [string, string] }>;

/** The month of a payment, or what stands for those of its release where it has no day. */
const monthKept = ({ paid, covered: [from, to] }: Kept) =>
  paid === null ? somedayIn(monthOf(date(from)), monthOf(date(to))) : monthOf(date(paid));

/** However it is written. */
const oneWord = (text: string) => text.trim().toLowerCase();

const keyOf: Readonly<Record<Group, (kept: Kept) => string>> = {
  body: ({ bodyId }) => bodyId,
  department: ({ department }) => oneWord(department ?? ''),
  category: ({ category, purpose }) => oneWord(category ?? purpose ?? ''),
  supplier: ({ payee, redaction, supplier }) =>
    redaction !== undefined ? redacted : (payee ?? (supplier === null ? notStated : individuals)),
  month: (kept) => monthText(monthKept(kept)),
};

/** Whether a payment is one of those asked for, told by its row alone. */
function isAsked(kept: Kept, asked: PaymentsAsked): boolean {
  const month = monthKept(kept);
  const { from, to } = spanOf(month) ?? { from: month, to: month };
  return (
    (asked.bodyId === undefined || kept.bodyId === asked.bodyId) &&
    (asked.from === undefined || from >= asked.from) &&
    (asked.to === undefined || to <= asked.to) &&
    (asked.department === undefined || keyOf.department(kept) === oneWord(asked.department)) &&
    (asked.category === undefined || keyOf.category(kept) === oneWord(asked.category)) &&
    (asked.supplier === undefined || keyOf.supplier(kept) === asked.supplier) &&
    (asked.words ?? '').split(' ').every((begun) =>
      ` ${kept.category ?? ''} ${kept.purpose ?? ''}`
        .toLowerCase()
        .split(/[^a-z]/)
        .some((word) => word.startsWith(begun)),
    )
  );
}

/** Every way to narrow down, alone and with others. */
const askedFor: readonly PaymentsAsked[] = [
  {},
  { bodyId: 'maidstone' },
  { from: monthOfKey('2026-04'), to: monthOfKey('2026-05') },
  { from: monthOfKey('2026-04'), to: monthOfKey('2026-04') },
  { from: monthOfKey('2026-05'), to: monthOfKey('2026-05') },
  { from: monthOfKey('2026-04'), to: monthOfKey('2026-06') },
  { bodyId: 'swale', supplier: 'oak', from: monthOfKey('2026-01'), to: monthOfKey('2026-06') },
  { department: 'Housing' },
  { department: '', bodyId: 'swale' },
  { category: 'Repairs' },
  { category: 'Repairs', from: monthOfKey('2026-05') },
  { category: "Lawyers' fees", department: 'Roads' },
  { supplier: 'oak' },
  { supplier: redacted, bodyId: 'maidstone' },
  { supplier: 'ohara drop', category: '<b>Bold</b>' },
  { words: 'boiler' },
  { words: 'repair', bodyId: 'swale', supplier: 'oak' },
  { words: 'boil repairs', department: 'housing' },
  { words: 'oiler' },
  { words: 'b' },
  { words: 'bold b', supplier: 'oak' },
  { words: 'fees', from: monthOfKey('2026-04') },
  { words: 'q' },
  { words: 'z' },
  { words: 'qa z' },
  { words: 'qc z' },
  { words: 'za q boiler' },
  { words: 'zb', supplier: 'oak' },
  { words: 'qa' },
  { words: 'boiler qa' },
  { words: 'qa qb' },
  { words: 'q repairs', bodyId: 'maidstone' },
  { words: 'qc or', supplier: 'oak' },
  { words: 'q', category: 'Repairs', to: monthOfKey('2026-05') },
].map((asked) => ({ ...spending, ...asked }));

test('whatever is asked, the sums are those of the rows, to the penny', { timeout: 120_000 }, async () => {
  const { services } = await openBooksForTest();
  const samples = fc.sample(fc.noBias(fc.array(payment, { minLength: 40, maxLength: 60 })), {
    numRuns: 4,
    seed: 7,
  });
  const bodies = ['maidstone', 'swale', 'maidstone', 'dover'];
  const periods = [
    ['2026-04-01', '2026-06-30'],
    ['2026-04-01', '2026-06-30'],
    ['2026-01-01', '2026-03-31'],
    ['2026-04-01', '2026-06-30'],
  ] as const;
  const kept: Kept[] = [];
  for (const [at, payments] of samples.entries()) {
    const [bodyId = '', [from, to] = periods[0]] = [bodies[at], periods[at]];
    await releaseForTest(services, {
      id: `${bodyId}-${at}`,
      bodyId,
      payments,
      periodFrom: date(from),
      periodTo: date(to),
    });
    kept.push(...payments.map((each) => ({ ...each, bodyId, covered: [from, to] as const })));
  }
  const { view } = await explored(services);
  for (const asked of askedFor) {
    const own = kept.filter((each) => isAsked(each, asked));
    const scope = await scopeOf(services.published, view, asked);
    const what = JSON.stringify(asked);
    expect(scope === undefined, what).toBe(own.length === 0 && scope === undefined);
    if (scope === undefined) continue;
    const total = await totalOf(services.published, scope);
    expect([total.pence, total.payments], what).toEqual([sum(own), own.length]);
    for (const group of Object.keys(groups) as Group[]) {
      const expected = groupBy(own, keyOf[group]);
      // Sums and total are found together where nothing was asked before, and apart otherwise.
      const afresh = (await scopeOf(services.published, view, asked)) ?? scope;
      const sums = await sumsBy(services.published, afresh, group, { limit: 100 });
      expect(await totalOf(services.published, afresh), what).toEqual(total);
      expect(
        Object.fromEntries(
          sums.map(({ key, pence, payments }) => [
            group === 'department' || group === 'category' ? oneWord(key) : key,
            [pence, payments],
          ]),
        ),
        `${what} by ${group}`,
      ).toEqual(Object.fromEntries([...expected].map(([key, some]) => [key, [sum(some), some.length]])));
    }
    const listed: string[] = [];
    for await (const some of everyPayment(services.published, scope)) listed.push(...some.map(saidOf));
    expect(listed.toSorted(), `${what}, each`).toEqual(own.map(saidOf).toSorted());
    const pages: string[] = [];
    const again = async () => (await scopeOf(services.published, view, asked)) ?? scope;
    for (let offset = 0; offset < own.length; offset += 7)
      pages.push(
        ...(
          await paymentsIn(services.published, offset > 7 ? scope : await again(), { limit: 7, offset })
        ).map(({ release, part, row }) => `${release} ${part} ${row}`),
      );
    expect([pages.length, new Set(pages).size], `${what}, in pages`).toEqual([own.length, own.length]);
  }
});

const sum = (some: readonly Kept[]) => some.reduce((all, { pence }) => all + pence, 0n);
const saidOf = ({
  bodyId,
  paid,
  supplier,
  department = '',
  category,
  purpose = null,
  pence,
}: Pick<Kept, 'bodyId' | 'paid' | 'supplier' | 'department' | 'category' | 'pence'> &
  Readonly<{ purpose?: string | null }>) =>
  JSON.stringify([bodyId, paid, supplier, department, category ?? purpose ?? '', purpose, String(pence)]);

describe('a supplier', () => {
  test('is one under all its spellings and councils, found by the beginnings of words of any of them', async () => {
    const { services } = await openBooksForTest();
    const paid = (supplier: string, pence: bigint): PaymentForTest => ({
      paid: '2026-04-02',
      supplier,
      payee: 'cafe society',
      pence,
      category: 'Catering',
    });
    await releaseForTest(services, {
      id: 'm-1',
      bodyId: 'maidstone',
      payments: [paid('Café Society Ltd', 100n), paid('CAFE SOCIETY (WHITSTABLE BRANCH)', 50n)],
    });
    await releaseForTest(services, { id: 's-1', bodyId: 'swale', payments: [paid('Café Society Ltd', 7n)] });
    const { view } = await explored(services);
    for (const typed of ['cafe', 'CAFÉ soc', 'whits', 'society cafe', 'branch cafe'])
      expect(
        (await suppliersCalled(services.published, view, typed, { limit: 5 })).lines.map(
          ({ payee }) => payee,
        ),
        typed,
      ).toEqual(['cafe society']);
    for (const typed of ['ociety', 'cafe zebra', '%', "'", '~redacted'])
      expect((await suppliersCalled(services.published, view, typed, { limit: 5 })).count, typed).toBe(0);
    const shown = await supplierPage(services.published, view, 'cafe society');
    expect(shown?.payers.map(({ bodyId, pence }) => [bodyId, pence])).toEqual([
      ['maidstone', 150n],
      ['swale', 7n],
    ]);
    expect(new Set(shown?.names.map(({ name }) => name))).toEqual(
      new Set(['Café Society Ltd', 'CAFE SOCIETY (WHITSTABLE BRANCH)']),
    );
  });
});

test('two names of one firm at one council are one supplier, put together and listed whole', async () => {
  const { services } = await openBooksForTest();
  const paid = (supplier: string, payee: string, pence: bigint, more = {}): PaymentForTest => ({
    paid: '2026-04-02',
    supplier,
    payee,
    pence,
    category: 'Repairs',
    ...more,
  });
  const company = { company: '01234567' };
  await releaseForTest(services, {
    id: 'm-1',
    bodyId: 'maidstone',
    payments: [
      paid('Oakfield Builders Ltd', 'oakfield builders', 100n, company),
      paid('Oakfield Construction Ltd', 'oakfield construction', 50n, company),
      paid('Zebra Legal LLP', 'zebra legal', 120n),
    ],
  });
  const { view } = await explored(services);
  for (const asked of [{}, { from: monthOfKey('2026-04') }, { category: 'Repairs' }]) {
    const scope = await scopeOf(services.published, view, { ...spending, bodyId: 'maidstone', ...asked });
    const sums = scope && (await sumsBy(services.published, scope, 'supplier', { limit: 10 }));
    expect(
      sums?.map(({ pence, payments }) => [pence, payments]),
      JSON.stringify(asked),
    ).toEqual([
      [150n, 2],
      [120n, 1],
    ]);
  }
  for (const supplier of ['oakfield builders', 'oakfield construction']) {
    const scope = await scopeOf(services.published, view, { ...spending, bodyId: 'maidstone', supplier });
    const listed = scope && (await paymentsIn(services.published, scope, { limit: 10, offset: 0 }));
    expect(listed?.map(({ pence }) => pence).toSorted(), supplier).toEqual([100n, 50n]);
    const shown = await supplierPage(services.published, view, supplier);
    expect([shown?.line.pence, shown?.payers.length, shown?.names.length], supplier).toEqual([150n, 1, 2]);
  }
});

test('a department is one however it is written, under the name it has most often; a payment keeps what was written', async () => {
  const { services } = await openBooksForTest();
  const paid = (department: string, pence: bigint): PaymentForTest => ({
    paid: '2026-04-02',
    supplier: 'Oak Ltd',
    payee: 'oak',
    pence,
    department,
    category: 'Repairs',
  });
  await releaseForTest(services, {
    id: 'm-1',
    bodyId: 'maidstone',
    payments: [paid('Café  Services', 1n), paid('CAFE SERVICES', 2n), paid('CAFE SERVICES', 4n)],
  });
  await releaseForTest(services, { id: 's-1', bodyId: 'swale', payments: [paid('cafe, services', 8n)] });
  const { view } = await explored(services);
  const all = await scopeOf(services.published, view, { ...spending, department: 'Cafe services' });
  expect(all && (await sumsBy(services.published, all, 'department', { limit: 9 }))).toEqual([
    { key: 'CAFE SERVICES', name: 'CAFE SERVICES', pence: 15n, payments: 4 },
  ]);
  const listed = all && (await paymentsIn(services.published, all, { limit: 9, offset: 0 }));
  expect(listed?.map(({ department, pence }) => [department, pence]).toSorted()).toEqual([
    ['CAFE SERVICES', 2n],
    ['CAFE SERVICES', 4n],
    ['Café  Services', 1n],
    ['cafe, services', 8n],
  ]);
});
