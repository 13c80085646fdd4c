import { describe, expect, test } from 'vitest';
import { payeeKey, readPayee } from './payee.ts';

describe('the normal form of a payee’s name', () => {
  test.each([
    ['Tidewater Drainage Ltd', 'TIDEWATER DRAINAGE LIMITED'],
    ['Tidewater Drainage', 'The Tidewater Drainage (UK) Ltd.'],
    ['Marlow & Finch Solicitors LLP', 'marlow and finch solicitors'],
    ["St Ebba's C.E. School", 'ST EBBAS CE SCH'],
    ['Café Orchidée Ltd', 'CAFE ORCHIDEE LTD'],
    ['B T W Networks', 'B.T.W. Networks plc'],
    ['BTW Networks', 'B T W NETWORKS LT'],
    ['Northmoor Energy (A/C NO 36166103 ONLY)', 'Northmoor Energy'],
    ['Northmoor Energy ****0969', 'NORTHMOOR ENERGY_LTD'],
    ['Northmoor Energy - 8700686803 - 14 Market Hall', 'Northmoor Energy'],
    ['NORTHMOOR ENERGY *DO NOT USE*', 'Northmoor Energy **USE 4284**'],
    ['Bigshop.co.uk*213mq9284', 'BIGSHOP'],
    ['Paypal *tallpines', 'Tallpines'],
    ['Elmbrook Dist Cncl (Treas)', 'Elmbrook District Council'],
    ['Northmoor Energy (Head Off)', 'Northmoor Energy/Payments'],
    ['Harbour Care Homes Ltd Re Fernside', 'HARBOUR CARE HOMES LTD'],
    ['Acrewood Grounds Maintenanc', 'ACREWOOD GROUNDS MAINT'],
    ['Hexley Pre School', 'HEXLEY PRE-SCHOOL'],
    ['Lorne Surveys South West Ltd', 'LORNE SURVEYS SW'],
  ])('%s is %s', (one, other) => {
    expect(payeeKey(one)).toBe(payeeKey(other));
    expect(payeeKey(one)).not.toBe('');
  });

  test.each([
    ['Tidewater Drainage North', 'Tidewater Drainage South'],
    ['Tidewater Drainage (Exeter) Ltd', 'Tidewater Drainage (Truro) Ltd'],
    ['St Ebba’s School', 'St Ebba’s Church'],
    ['Finch & Co', 'Finch Taxis'],
    ['Hamsard 3147 Ltd', 'Hamsard 3148 Ltd'],
  ])('%s is not %s', (one, other) => {
    expect(payeeKey(one)).not.toBe(payeeKey(other));
  });

  test('says what it set aside', () => {
    expect(readPayee('Dealgate Ltd t/a Sandline Coaches')).toMatchObject({
      key: 'dealgate',
      form: 'ltd',
      trades: 'sandline coaches',
    });
    expect(readPayee('Tidewater Ltd (Glasgow)')).toMatchObject({ base: 'tidewater', branchOf: true });
    expect(readPayee('Tidewater (Glasgow) Ltd')).toMatchObject({ base: '', key: 'tidewater glasgow' });
    expect(readPayee('Tidewater Ltd/Advertising')).toMatchObject({ base: 'tidewater', branchOf: true });
    expect(readPayee('Hexley Ltd - Tidewater Surveys')).toMatchObject({ base: 'hexley', branchOf: true });
    expect(readPayee('H E X_Elmbrook and Dover')).toMatchObject({ base: 'hex' });
    expect(readPayee('Hexley Group / Tidewater Surveys')).toMatchObject({
      base: 'hexley group',
      trades: 'tidewater surveys',
    });
    for (const one of ['Hexley Plumbing and/or Heating', 'Hexley 24/7 Plumbing', 'Hexley_Plumbing_Works'])
      expect(readPayee(one)).toMatchObject({ base: '', trades: '' });
  });

  test.each([
    'REDACTED UNDER DP ACT',
    'Redacted – personal data',
    'Reacted personal data',
    'REDCATED',
    'Name withheld',
    'Personal Information',
    'Foster carer payment',
  ])('%s has none, being redacted', (name) => {
    expect(readPayee(name)).toMatchObject({ kind: 'redacted', key: '' });
  });

  test.each([
    'Redactive Media Sales Ltd',
    'Personal Touch Embroidery',
    'Individual Care Services',
    'Fosterplus Ltd',
  ])('%s is a firm and not redacted', (name) => {
    expect(readPayee(name).kind).toBe('firm');
  });

  test.each([
    'MR A N OTHER',
    'OTHER JANE MRS',
    'Other, Jane',
    'SUSAN ELSEWHERE',
    'ELSEWHERE SUSAN / CHILDMINDER',
    'Miss J Other',
    'OTHER J (MRS)',
    'Jane Other & John Elsewhere',
    'JANE OTHER / JOHN ELSEWHERE',
  ])('%s has none, being a person', (name) => {
    expect(readPayee(name)).toMatchObject({ kind: 'individual', key: '' });
  });

  test.each([
    'SUSAN ELSEWHERE LTD',
    'Jane Other Plumbing',
    'Sir Other Elsewhere Consulting',
    'M & R MARQUEES',
    'Jane Other / Bright Nursery',
    'Hexley Ltd / Jane Other',
  ])('%s is a firm and no person', (name) => {
    expect(readPayee(name).kind).toBe('firm');
  });

  test.each(['CRINV0008717', '2022:07', '', '  ', '****1234'])('“%s” is no name at all', (name) => {
    expect(readPayee(name).key).toBe('');
  });
});
