import { addMoney, noMoney, type Money } from '#platform/kernel';
import { splitRows } from '#platform/tabular';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRow } from './read-row.ts';
import { tally, type Tally } from './tally.ts';
import { dayOrderIn, understand, type Understanding } from './understand.ts';

/** Reads a small file as `accord spend check` does. */
function reading(
  lines: readonly string[],
): Readonly<{ understanding: Understanding; counted: Tally | undefined }> {
  const rows = splitRows(lines.join('\r\n'), ',');
  const understanding = understand(rows);
  if (understanding.standing === 'refused') return { understanding, counted: undefined };
  const counted = tally();
  for (const row of rows.slice(understanding.reading.dataFrom))
    counted.add(row.line, readRow(row, understanding.reading));
  return { understanding, counted: counted.so() };
}

const heading = 'Service Area,Expenditure Category,Paid Date,Trans No,Net Amount (£),Supplier Name';
const payments = [
  'Housing,Repairs,05/04/2017,T-1,"1,200.00",Example Roofing Ltd',
  'Parks,Tools,06/04/2017,T-2,250.00-,Example Gardens',
  'Finance,Energy,07/04/2017,T-3,600.50,TOTAL GAS & POWER LTD',
];
const roleOf = ({ understanding }: ReturnType<typeof reading>, role: string) =>
  understanding.standing === 'refused'
    ? undefined
    : understanding.reading.columns.find((column) => column.role === role)?.heading;

test('an ordinary month is read to the penny', () => {
  const read = reading([heading, ...payments]);
  expect(read.counted).toMatchObject({
    rowsIn: 3,
    rowsUnderstood: 3,
    understood: 155050n,
    from: '2017-04-05',
    to: '2017-04-07',
  });
  expect(roleOf(read, 'supplier')).toBe('Supplier Name');
  expect(roleOf(read, 'amount')).toBe('Net Amount (£)');
});

test('titles, notes and blank rows above the headings are passed over', () => {
  const read = reading([
    'Payments over £500',
    'April 2017,,,,,',
    '',
    ',,,,,',
    heading,
    ...payments,
    ',,,,,',
    '',
  ]);
  expect(read.counted).toMatchObject({ rowsIn: 3, rowsUnderstood: 3 });
});

test('misspelt headings are understood', () => {
  const read = reading([
    'Directotate,Expenditure Catergory,Payement Date,Trans No,Ammount,Suuplier Name',
    ...payments,
  ]);
  expect([roleOf(read, 'department'), roleOf(read, 'amount'), roleOf(read, 'supplier')]).toEqual([
    'Directotate',
    'Ammount',
    'Suuplier Name',
  ]);
});

test('a column without a heading is not taken for the purpose on a guess', () => {
  const read = reading([
    ',Directorate,Service,Supplier,Transaction Date,Amount,Account',
    'INSERTED DETAIL,Finance,Tax,Example Roofing Ltd,05/04/2017,1200.00,General debits',
    'INSERTED DETAIL,Parks,Trees,Example Gardens Ltd,06/04/2017,250.50,General debits',
    'INSERTED DETAIL,Finance,Tax,Example Roofing Ltd,07/04/2017,100.00,General debits',
  ]);
  expect(read.counted).toMatchObject({ rowsUnderstood: 3 });
  expect(roleOf(read, 'purpose')).toBeUndefined();
  expect(roleOf(read, 'supplier')).toBe('Supplier');
});

test('a firm called Total is paid; a total is not', () => {
  const read = reading([heading, ...payments, ',,,Total,1550.50,']);
  expect(read.counted).toMatchObject({
    rowsIn: 4,
    rowsUnderstood: 3,
    reasons: { total: 1 },
    setAside: 155050n,
  });
  expect(read.counted?.controlTotals).toEqual([{ line: 5, stated: 155050n, found: 155050n, agrees: true }]);
});

test('a total that the rows do not come to is said', () => {
  const read = reading([heading, ...payments, ',,,,1550.51,']);
  expect(read.counted?.controlTotals).toMatchObject([{ stated: 155051n, found: 155050n, agrees: false }]);
});

test('headings repeated on every page are set aside', () => {
  expect(reading([heading, ...payments, heading, ...payments]).counted).toMatchObject({
    rowsIn: 7,
    rowsUnderstood: 6,
    reasons: { 'repeated-heading': 1 },
  });
});

test('other headings further down are said, for what follows may be read wrongly', () => {
  const other = 'Directorate,Supplier,Gross Amount,VAT,Payment Date,Description';
  const read = reading([heading, ...payments, other, 'Parks,Example Gardens,12.00,2.00,05/04/2017,Tools']);
  expect(read.counted?.reasons).toMatchObject({ 'other-headings': 1 });
});

test('the same headings in another order, and few headings that are known ones, are seen further down', () => {
  const three = ['05/04/2017,Example Roofing Ltd,100.00', '06/04/2017,Example Gardens,12.50'];
  const moved = 'Supplier Name,Paid Date,Net Amount (£),Service Area,Trans No,Expenditure Category';
  expect(reading([heading, ...payments, moved]).counted?.reasons).toEqual({ 'other-headings': 1 });
  expect(reading([heading, ...payments, 'Amount,Supplier,Date']).counted?.reasons).toEqual({
    'other-headings': 1,
  });
  const named = ['Date,Supplier,Amount', ...three];
  expect(reading([...named, 'Supplier,Date,Amount']).counted?.reasons).toEqual({ 'other-headings': 1 });
  expect(reading([...named, 'Carried over,Example Gardens,see below']).counted?.reasons).toEqual({
    'amount-not-read': 1,
  });
});

test('a comma without quotation marks is mended where only one way of joining can be read', () => {
  const read = reading([heading, ...payments, 'Parks,Tools,08/04/2017,T-4,5.00,Smith, Jones and Partners']);
  expect(read.counted).toMatchObject({ rowsUnderstood: 4, understood: 155550n });
});

test('a row whose amount is no amount is set aside, and said why', () => {
  expect(
    reading([heading, ...payments, 'Parks,Tools,08/04/2017,T-4,about ten,Example Ltd']).counted,
  ).toMatchObject({
    rowsSetAside: 1,
    reasons: { 'amount-not-read': 1 },
  });
});

test('amounts with VAT, without it and the VAT itself are told apart', () => {
  const read = reading([
    'Date,Supplier,Gross,VAT,Net',
    '05/04/2017,Example Roofing Ltd,120.00,20.00,100.00',
    '06/04/2017,Example Gardens,60.00,10.00,50.00',
  ]);
  expect([roleOf(read, 'amount'), roleOf(read, 'gross'), roleOf(read, 'vat')]).toEqual([
    'Net',
    'Gross',
    'VAT',
  ]);
  expect(read.counted?.understood).toBe(15000n);
});

test('a file without headings is read by its cells alone', () => {
  const rows = Array.from(
    { length: 30 },
    (_, n) =>
      `${n % 2 === 0 ? 'ENVS - Environmental Services' : 'LEGL - Legal'},Works no ${n} at the depot,CRINV000${n},Example Firm ${n} Ltd,0${(n % 8) + 1}/04/2025,${n}00.25`,
  );
  const read = reading(rows);
  expect(read.understanding.standing).not.toBe('refused');
  expect(read.counted).toMatchObject({ rowsIn: 30, rowsUnderstood: 30, from: '2025-04-01' });
});

test('a register of contracts is refused in a sentence', () => {
  const { understanding } = reading([
    'Contract Reference,Contract Title,Supplier Name,Contract Start Date,End Date,Review Date,Contract Value',
    'C-1,Grounds maintenance,Example Gardens,01/04/2015,31/03/2019,01/10/2018,250000',
  ]);
  expect(understanding).toMatchObject({
    standing: 'refused',
    says: expect.stringContaining('register of contracts'),
  });
});

test('where nobody says who was paid, an officer is asked', () => {
  const { understanding } = reading(['Date,Amount,Ref', '05/04/2017,100.00,77', '06/04/2017,120.00,78']);
  expect(understanding).toMatchObject({
    standing: 'in-doubt',
    says: expect.stringContaining('who was paid'),
  });
});

test('a table whose headings nobody knows is shown to an officer where its rows could be payments', () => {
  const strange = ['Wann,Wer,Wieviel', '05/04/2017,Example Roofing,100', '06/04/2017,Example Gardens,12'];
  const { understanding } = reading(strange);
  expect(understanding).toMatchObject({
    standing: 'in-doubt',
    reading: { dataFrom: 1, heading: { line: 1, headings: ['Wann', 'Wer', 'Wieviel'] } },
  });
  expect(reading(['Rates,2017', 'Band A,low', 'Band B,high']).understanding.standing).toBe('refused');
  // What is plainly another register stays refused, whatever stands in it.
  const register = reading(['Contract Title,Contract Start Date,Contract End Date', 'Roads,01/04/2017,12']);
  expect(register.understanding.standing).toBe('refused');
});

test('headings at the foot are found, and their own row is no payment', () => {
  const rows = Array.from(
    { length: 90 },
    (_, n) => `Parks,Works ${n},CRINV000${n},Example Firm ${n % 7} Ltd,0${(n % 8) + 1}/04/2025,${n}00.25`,
  );
  const read = reading([...rows, 'Department Area,Description,Ref No.,Name:,Payment Date,Amount Paid']);
  expect([roleOf(read, 'supplier'), roleOf(read, 'transaction')]).toEqual(['Name:', 'Ref No.']);
  expect(read.counted).toMatchObject({ rowsIn: 91, rowsUnderstood: 90, reasons: { 'headings-below': 1 } });
});

test('headings at the foot of a short file lose none of the rows above them', () => {
  const read = reading([...payments, heading]);
  expect(read.counted).toMatchObject({ rowsIn: 4, rowsUnderstood: 3, reasons: { 'headings-below': 1 } });
});

test('headings of two rows at the foot are both told as headings', () => {
  const rows = Array.from(
    { length: 90 },
    (_, n) => `Parks,Works ${n},CRINV000${n},Example Firm ${n % 7} Ltd,0${(n % 8) + 1}/04/2025,${n}00.25`,
  );
  const read = reading([
    ...rows,
    'Department,,Ref,Supplier,Payment,Amount',
    'Area,Description,No.,Name,Date,Paid',
  ]);
  expect(read.counted).toMatchObject({ rowsIn: 92, rowsUnderstood: 90, reasons: { 'headings-below': 2 } });
});

test('the day a list was made is not the day somebody was paid', () => {
  const read = reading([
    'OrganisationLabel,EffectiveDate,BeneficiaryName,PaymentDate,Amount,IrrecoverableVATAmount',
    'Example Council,2025-03-31,Example Roofing Ltd,2025-03-28,313.4,0',
    'Example Council,2025-03-31,Example Gardens,2025-03-27,12.4,2.4',
  ]);
  expect([roleOf(read, 'date'), roleOf(read, 'irrecoverable-vat')]).toEqual([
    'PaymentDate',
    'IrrecoverableVATAmount',
  ]);
  expect(read.counted).toMatchObject({ from: '2025-03-27', to: '2025-03-28' });
});

test('an amount that is withheld is set aside as such; a day that is various is not known', () => {
  const read = reading([
    heading,
    ...payments,
    'Finance,Premiums,08/04/2017,T-4,REDACTED,Example Ltd',
    'Care,Homes,VARIOUS,T-5,20.00,REDACTED',
  ]);
  expect(read.counted).toMatchObject({ rowsUnderstood: 4, reasons: { 'amount-withheld': 1 } });
});

test.each([
  ['register of grants', 'Identifier,Amount Awarded,Award Date,Planned Dates:Start Date,Recipient Org:Name'],
  ['pay multiple', 'EffectiveDate,PayMultipleFactor,RemunerationValue,Ratio,Period'],
  ['pay band', 'OrganisationLabel,EffectiveDate,RemunerationBand,EmployeeCount'],
  ['facility time', 'TotalRepresentativeCount,FTERepresentativesCount,RelativeEstimateSpending'],
  ['fraud', 'TotalOccasionsFraudPowers,TotalFraudEmployeesCount,FraudSpentAmount'],
  [
    'fraud',
    'OrganisationLabel,TotalOccasionsFraudPowers,TotalFraudEmployeesCount,FTEFraudEmployeesCount,TotalFraudSpecialistsCount,FraudSpentAmount',
  ],
  ['parking spaces', 'Location,Postcode,ParkingSpaces,FreeParking'],
  ['parking account', 'Period,OnStreetIncomeTotal,OnStreetCostsTotal,OnStreetSurplusDeficit'],
])('another list of the Code, the %s, is refused by its name', (name, headings) => {
  const { understanding } = reading([headings, headings.replaceAll(/[A-Za-z: ]+/g, '5')]);
  expect(understanding).toMatchObject({ standing: 'refused', says: expect.stringContaining(name) });
});

test('whatever happens to a file, every row and every readable penny is accounted for', () => {
  const sample = [heading, ...payments, ',,,Total,1550.50,', heading, ...payments].join('\r\n');
  const cut = fc.tuple(
    fc.nat(sample.length),
    fc.nat(12),
    fc.constantFrom('', ',', '"', '\r\n', '0', '£', ' ', 'x', '\u{0}', ',,,,,,'),
  );
  fc.assert(
    fc.property(fc.array(cut, { maxLength: 8 }), (cuts) => {
      let text = sample;
      for (const [at, length, instead] of cuts) text = text.slice(0, at) + instead + text.slice(at + length);
      const rows = splitRows(text, ',');
      const understanding = understand(rows);
      if (understanding.standing === 'refused') return;
      const counted = tally();
      let [filled, read]: [number, Money] = [0, noMoney];
      for (const row of rows.slice(understanding.reading.dataFrom)) {
        const outcome = readRow(row, understanding.reading);
        if (outcome.kind !== 'blank') filled += 1;
        if (outcome.kind === 'payment') read = addMoney(read, outcome.payment.amount);
        counted.add(row.line, outcome);
      }
      const { rowsIn, rowsUnderstood, rowsSetAside, reasons, understood } = counted.so();
      expect(rowsIn).toBe(filled);
      expect(rowsUnderstood + rowsSetAside).toBe(rowsIn);
      expect(Object.values(reasons).reduce((sum, count) => sum + count, 0)).toBe(rowsSetAside);
      expect(understood).toBe(read);
    }),
    { numRuns: 400 },
  );
});

test('days that are the same either way leave no doubt, and those that are not leave it open', () => {
  const orderOf = (...days: readonly string[]) => {
    const rows = splitRows(
      [heading, ...days.map((on) => `Housing,Repairs,${on},T-1,1.00,Acme Ltd`)].join('\n'),
      ',',
    );
    const understanding = understand(rows);
    return understanding.standing === 'refused'
      ? undefined
      : dayOrderIn(understanding.reading, rows.slice(1));
  };
  expect(orderOf('04/04/2017', '05/05/2017')).toBeUndefined();
  expect(orderOf('04/04/2017', '05/06/2017')).toBe('open');
  expect(orderOf('13/04/2017', '05/06/2017')).toBe('day-first');
  expect(orderOf('04/13/2017', '05/06/2017')).toBe('month-first');
});
