import { describe, expect, test } from 'vitest';
import type { Choice } from './choice.ts';
import type { PayeeRecord } from './records.ts';
import { resolveSuppliers } from './resolve.ts';

const paid = (name: string, body = 'ashford', more: Partial<PayeeRecord> = {}): PayeeRecord => ({
  body,
  name,
  payments: 1,
  ...more,
});

/** The names of each supplier of more than one, and what an officer is asked. */
function found(records: readonly PayeeRecord[], choices: readonly Choice[] = []) {
  const { suppliers, suggestions } = resolveSuppliers(records, choices);
  return {
    together: suppliers
      .filter((supplier) => supplier.records.length > 1)
      .map((supplier) => supplier.records.map((at) => records[at]?.name ?? '').toSorted()),
    asked: suggestions.map(({ one, other, evidence }) => `${one.key} ${evidence} ${other.key}`),
  };
}

const isOne = (one: PayeeRecord, other: PayeeRecord, choices: readonly Choice[] = []): boolean =>
  found([one, other], choices).together.length === 1;

describe('names that are one supplier’s', () => {
  test.each([
    ['Tidewater Drainage Ltd', 'TIDEWATER DRAINAGE LIMITED'],
    ['Tidewater Drainage Surveys Ltd', 'Tidewater Drianage Surveys'],
    ['Marlow Finch Associates', 'Finch Marlow Associates'],
    ['Peartree Consulting', 'Pear Tree Consulting Ltd'],
    ['Harbour Building Support Services', 'Harbour Building Support'],
    ['Sandline Coach Travel', 'Dealgate Ltd t/a Sandline Coach Travel'],
    ['Tidewater Ltd', 'Tidewater Ltd (Glasgow)'],
    ['Tidewater Drainage', 'Tidewater Drainage (Glasgow)'],
    ['Tidewater', 'Tidewater (Glasgow)'],
    ['Tidewater Ltd', 'Tidewater Ltd/Advertising'],
    ['Tidewater Drainage Ltd', 'Tidewater Drainage / Hexley Ltd'],
    ['Tidewater Surveys Ltd', 'Hexley Group / Tidewater Surveys'],
    ['Hexley Childrens Wildlife Trust', 'Hexley Childrens Wildlife Conservation Trust'],
    ['Tidewater Drainage', 'Tidewater Drainage Glasgow'],
  ])('%s and %s', (one, other) => {
    expect(isOne(paid(one), paid(other))).toBe(true);
  });

  test('a name that a ledger cut off at its width', () => {
    const cut = [
      'Abberton Regional Purchasing Con',
      'Bellingham and Sorley Engineerin',
      'Caldecott Municipal Insurance Br',
    ].concat([
      'Dunmore Vehicle Leasing and Cont',
      'Elderton Community Transport Ass',
      'Fallowfield Specialist Contracti',
    ]);
    const whole = 'Abberton Regional Purchasing Consortium';
    const { together } = found([...cut.map((name) => paid(name, 'swale')), paid(whole, 'dover')]);
    expect(together).toEqual([['Abberton Regional Purchasing Con', whole]]);
  });

  test('a word and its slip that are as common, whichever comes first', () => {
    const names = [
      'Hexley Energy',
      'Hexley Enurgy',
      'Orvane Enurgy',
      'Sundel Enurgy',
      'Caldrow Energy',
      'Tilmar Energy',
    ];
    const forwards = found(names.map((name) => paid(name)));
    expect(forwards.together).toEqual([['Hexley Energy', 'Hexley Enurgy']]);
    expect(found(names.toReversed().map((name) => paid(name)))).toEqual(forwards);
  });

  test('whatever they are called, by one company number; by one VAT number only where the names have something in common', () => {
    const numbered = (name: string, more: Partial<PayeeRecord>) => paid(name, 'ashford', more);
    expect(
      isOne(numbered('Tidewater', { company: '01234567' }), numbered('Hexley Group', { company: '1234567' })),
    ).toBe(true);
    expect(
      isOne(
        numbered('Tidewater', { vat: 'GB 618 1841 40' }),
        numbered('Tidewater Surveys', { vat: '618184140' }),
      ),
    ).toBe(true);
    const strange = [
      numbered('Tidewater', { vat: '618184140' }),
      numbered('Elmbrook School', { vat: '618184140' }),
    ];
    expect(found(strange)).toEqual({ together: [], asked: [expect.stringContaining('vat-number')] });
  });
});

describe('people in business', () => {
  const vat = (number: string) => ({ vat: number });
  test('one number is one supplier, whatever body pays it', () => {
    expect(
      isOne(
        paid('Jane Smith', 'ashford', vat('GB 618 1841 40')),
        paid('SMITH JANE', 'dover', vat('618184140')),
      ),
    ).toBe(true);
  });

  test('two numbers are two, and no number says that it is a business', () => {
    const records = [
      paid('Jane Smith', 'ashford', vat('618184140')),
      paid('Jane Smith', 'ashford', vat('142208211')),
      paid('Jane Smith', 'ashford', vat('000000000')),
      paid('Jane Smith', 'ashford'),
      paid('Jane Smith Ltd', 'ashford'),
    ];
    const { suppliers, supplierOf } = resolveSuppliers(records);
    expect(suppliers.map(({ id }) => id)).toEqual([
      'jane smith vat 618184140',
      'jane smith vat 142208211',
      'jane smith',
    ]);
    expect([...supplierOf]).toEqual([0, 1, -1, -1, 2]);
  });
});

describe('names that are not', () => {
  test.each([
    ['Smeaton Plumbing North', 'Smeaton Plumbing South'],
    ['Elmbrook Parish Council', 'Elmbrooke Town Council'],
    ['St Ebba’s Primary School Elmbrook', 'St Ebba’s Primary School Hexley'],
    ['Hamsard 3147 Ltd', 'Hamsard 3148 Ltd'],
    ['Harbour Care Ltd', 'Harbour Cars Ltd'],
    ['J Smeaton Builders', 'P Smeaton Builders'],
    ['Tidewater (Exeter) Ltd', 'Tidewater (Truro) Ltd'],
    ['The Grange', 'The Grange (Exeter)'],
    ['Smeaton First Care', 'Smeaton Second Care'],
    ['Marlow Finch LLP', 'Marlow Finch CIC'],
    ['Tidewater Land Drainage', 'Tidewater North Land Drainage'],
    ['Tidewater Land Drainage Ltd', 'Tidewater Land Drainage (Glasgow) Ltd'],
    ['Oakley Tidewater Land Drainage', 'Tidewater Land Drainage'],
  ])('%s and %s', (one, other) => {
    expect(isOne(paid(one), paid(other))).toBe(false);
  });

  test('one letter apart among many of their kind: an officer is asked', () => {
    const parishes = [
      'Aldham',
      'Bexwell',
      'Corringham',
      'Dalwood',
      'Eastry',
      'Fordwich',
      'Goodnestone',
      'Halwell',
      'Halwill',
      'Ickham',
    ].concat([
      'Kingsnorth',
      'Lympne',
      'Mersham',
      'Newenden',
      'Orlestone',
      'Pluckley',
      'Rolvenden',
      'Shadoxhurst',
      'Tenterden',
      'Wittersham',
    ]);
    const { together } = found(parishes.map((parish) => paid(`${parish} Parish Council`)));
    expect(together).toEqual([]);
  });

  test('one name with two company numbers', () => {
    const records = [
      paid('Tidewater', 'ashford', { company: '01111119' }),
      paid('Tidewater', 'dover', { company: '02222229' }),
    ];
    expect(found(records).together).toEqual([]);
    expect(
      resolveSuppliers(records)
        .suppliers.map(({ id }) => id)
        .toSorted(),
    ).toEqual(['tidewater at ashford', 'tidewater at dover']);
  });

  test('a word and the same with another after it, in one ledger: an officer is asked', () => {
    const { together, asked } = found([paid('Tidewater'), paid('Tidewater Group Ltd')]);
    expect(together).toEqual([]);
    expect(asked).toEqual(['tidewater group dropped-word tidewater']);
    expect(found([paid('Tidewater'), paid('Tidewater Group Ltd', 'dover')]).asked).toEqual([]);
  });

  test('a home of a common name at another council: an officer is asked', () => {
    const homes = ['The Grange', 'Grange Court', 'Grange Lodge Surgery', 'Grange Farm'];
    const { together, asked } = found([...homes.map((name) => paid(name)), paid('THE GRANGE', 'dover')]);
    expect(together).toEqual([]);
    expect(asked).toContain('grange same-name grange');
  });

  test('steps of which each is small come to no chain', () => {
    const names = [
      'Smeaton Building Support Services',
      'Smeaton Building Support',
      'Smeaton Building Support Recruitment',
    ];
    const [supplier] = resolveSuppliers(names.map((name) => paid(name))).suppliers;
    expect(supplier?.records.length).toBeLessThan(3);
  });
});

describe('what officers choose', () => {
  const [one, other] = [{ key: 'tidewater drainage' }, { key: 'hexley group' }] as const;
  const records = [paid('Tidewater Drainage'), paid('Hexley Group')];

  test('a join holds, and a later split undoes it, and a later join that', () => {
    const join: Choice = { kind: 'together', one, other };
    const split: Choice = { kind: 'apart', one, other };
    expect(found(records, [join]).together).toHaveLength(1);
    expect(found(records, [join, split]).together).toHaveLength(0);
    expect(found(records, [join, split, join]).together).toHaveLength(1);
    expect(resolveSuppliers(records, [join, split]).overruled).toEqual([join]);
  });

  test('a split holds against likeness and numbers, and is not asked again', () => {
    const numbered = [
      paid('Tidewater Drainage Ltd', 'ashford', { company: '01111119' }),
      paid('Drainage Tidewater', 'dover', { company: '01111119' }),
    ];
    const split: Choice = {
      kind: 'apart',
      one: { key: 'tidewater drainage' },
      other: { key: 'drainage tidewater' },
    };
    expect(found(numbered)).toMatchObject({ together: [expect.anything()] });
    expect(found(numbered, [split])).toEqual({ together: [], asked: [] });
  });

  test('one name at two councils is split by naming the councils', () => {
    const twice = [paid('Tidewater Drainage'), paid('Tidewater Drainage', 'dover')];
    const split: Choice = {
      kind: 'apart',
      one: { key: 'tidewater drainage', body: 'ashford' },
      other: { key: 'tidewater drainage', body: 'dover' },
    };
    expect(found(twice).together).toHaveLength(1);
    expect(found(twice, [split]).together).toHaveLength(0);
  });

  test('a choice about a name that is gone still holds what it held together', () => {
    const gone = { key: 'elmbrook holdings' };
    const choices: readonly Choice[] = [
      { kind: 'together', one, other: gone },
      { kind: 'together', one: gone, other },
    ];
    expect(found(records, choices).together).toHaveLength(1);
  });
});
