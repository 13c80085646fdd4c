import { date } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { type BodyContact, bodyContact } from './body-details.ts';
import { bodyName } from './body.ts';
import { acceptClosure } from './closure.ts';
import { acceptDraft } from './draft.ts';
import { acceptHolding, type Holding, type NewHolding } from './holding.ts';
import { acceptEndOfOffice, acceptOffice, type Office } from './office.ts';
import { countOn, type PlaceCount } from './place.ts';
import { freeSlug, slugOf } from './slug.ts';

const recorded = {
  recordedOn: date('2026-01-01'),
  replacedOn: undefined,
  source: 'Constitution',
  certainty: 'confirmed',
} as const;
const chair: Office = {
  id: 'swale.chair-of-scrutiny',
  version: 1,
  bodyId: 'swale',
  title: 'Chair of Scrutiny',
  role: 'scrutiny',
  voting: true,
  from: date('2020-05-01'),
  until: date('2024-05-01'),
  ...recorded,
};
const life = { founded: date('1974-04-01'), ended: date('2028-04-01') };
const asked = {
  title: 'Chair of Audit',
  role: undefined,
  voting: true,
  from: date('2021-05-01'),
  until: undefined,
  source: 'Constitution',
};

describe('an office', () => {
  test.each([
    ['title-missing', { title: ' ' }],
    ['title-too-long', { title: 'x'.repeat(121) }],
    ['source-missing', { source: '' }],
    ['ends-before-it-begins', { until: date('2021-05-01') }],
    ['begins-before-the-body', { from: date('1974-03-31') }],
    ['begins-after-the-body', { from: date('2028-04-01') }],
    ['office-exists', { title: 'chair of  scrutiny' }],
  ] as const)('is refused: %s', (refusal, change) => {
    expect(acceptOffice({ ...asked, ...change }, life, [chair])).toEqual({ ok: false, error: refusal });
  });

  test('may be set up again once the one of that name has ended', () => {
    const again = { ...asked, title: 'Chair of Scrutiny', from: date('2024-05-01') };
    expect(acceptOffice(again, life, [chair])).toMatchObject({ ok: true });
  });

  test.each([
    ['already-ended', chair, '2024-06-01', 'Abolished'],
    ['ends-before-it-begins', { ...chair, until: undefined }, '2020-05-01', 'Abolished'],
    ['reason-missing', { ...chair, until: undefined }, '2024-06-01', ' '],
  ] as const)('may not end: %s', (refusal, office, until, reason) => {
    expect(acceptEndOfOffice(office, date(until), reason)).toEqual({ ok: false, error: refusal });
  });
});

describe('who holds an office', () => {
  const held: Holding = {
    id: 'h1',
    version: 1,
    officeId: chair.id,
    holder: { kind: 'office', officeId: 'swale.leader' },
    onBehalfOf: undefined,
    mandate: undefined,
    reason: '',
    ...recorded,
    from: date('2020-05-01'),
    until: date('2022-05-01'),
  };
  const next: NewHolding = {
    officeId: chair.id,
    holder: { kind: 'office', officeId: 'swale.non-executive-councillor-1' },
    onBehalfOf: 'swale',
    mandate: 'To speak for the council',
    from: date('2022-05-01'),
    until: undefined,
    source: 'Annual meeting',
  };
  test.each([
    ['holder-missing', { holder: { kind: 'person', name: ' ' } }],
    ['holder-too-long', { holder: { kind: 'person', name: 'x'.repeat(121) } }],
    ['holds-itself', { holder: { kind: 'office', officeId: chair.id } }],
    ['source-missing', { source: '' }],
    ['mandate-too-long', { mandate: 'x'.repeat(1001) }],
    ['mandate-for-nobody', { onBehalfOf: undefined }],
    ['ends-before-it-begins', { until: date('2022-05-01') }],
    ['outside-the-office', { from: date('2024-05-01') }],
    ['outside-the-office', { until: date('2024-05-02') }],
    ['already-held', { from: date('2022-04-30') }],
  ] as const)('is refused: %s', (refusal, change) => {
    expect(acceptHolding({ ...next, ...change }, chair, [held])).toEqual({ ok: false, error: refusal });
  });

  test('follows on from the day the last one ended', () => {
    expect(acceptHolding(next, chair, [held])).toMatchObject({ ok: true });
  });
});

describe('details of a body', () => {
  const contact: BodyContact = {
    homepage: 'https://www.swale.gov.uk',
    address: 'Swale House',
    email: 'democratic@swale.gov.uk',
    phone: '01795 417850',
    description: '',
  };
  test.each([
    ['homepage-not-an-address', { homepage: 'swale' }],
    ['homepage-not-an-address', { homepage: 'javascript:alert(1)' }],
    ['homepage-not-an-address', { homepage: 'https://user@swale.gov.uk' }],
    ['email-not-an-address', { email: 'swale' }],
    ['email-not-an-address', { email: 'a@b' }],
    ['phone-not-a-number', { phone: 'call us' }],
    ['text-too-long', { description: 'x'.repeat(2001) }],
  ] as const)('are refused: %s', (refusal, change) => {
    expect(bodyContact({ ...contact, ...change })).toEqual({ ok: false, error: refusal });
  });

  test('may be left empty, and are kept without stray spaces', () => {
    const empty = { homepage: ' ', address: '', email: '', phone: '', description: '' };
    expect(bodyContact(empty)).toEqual({ ok: true, value: { ...empty, homepage: '' } });
    expect(bodyContact(contact)).toEqual({ ok: true, value: contact });
  });
});

describe('smaller decisions', () => {
  const today = date('2026-07-15');
  const closed = {
    bodyId: 'swale',
    day: date('2026-12-29'),
    reason: 'Shutdown',
    source: 'Constitution',
    recordedOn: today,
    withdrawnOn: undefined,
  };
  test.each([
    ['reason-missing', { reason: '' }],
    ['source-missing', { source: '' }],
    ['day-has-passed', { day: date('2026-07-14') }],
    ['already-closed', {}],
  ] as const)('a closure is refused: %s', (refusal, change) => {
    expect(acceptClosure({ ...closed, ...change }, [closed], today)).toEqual({ ok: false, error: refusal });
  });
  test('a day reopened can be closed again', () => {
    expect(acceptClosure(closed, [{ ...closed, withdrawnOn: today }], today).ok).toBe(true);
  });

  test('a draft may be wrong but not without bounds', () => {
    expect(acceptDraft({ value: 'not a number' }).ok).toBe(true);
    expect(acceptDraft({ value: 'x'.repeat(5001) })).toEqual({ ok: false, error: 'answer-too-long' });
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`a${index}`, '']));
    expect(acceptDraft(many)).toEqual({ ok: false, error: 'too-many-answers' });
  });

  test('a name is between 1 and 120 characters', () => {
    expect(bodyName('  North   Kent Council ')).toEqual({ ok: true, value: 'North Kent Council' });
    expect(bodyName(' ')).toEqual({ ok: false, error: 'name-missing' });
    expect(bodyName('x'.repeat(121))).toEqual({ ok: false, error: 'name-too-long' });
  });

  test('a population is the latest one not dated after the day', () => {
    const figure = (asAt: string): PlaceCount => ({
      placeId: 'swale',
      measure: 'population',
      asAt: date(asAt),
      count: 1,
      nearest: 1,
      licence: '',
      source: '',
      certainty: 'verified',
    });
    const figures = [
      figure('2019-06-30'),
      figure('2008-06-30'),
      { ...figure('2009-06-30'), measure: 'households' as const },
    ];
    expect(countOn(figures, 'population', date('2019-06-29'))?.asAt).toBe('2008-06-30');
    expect(countOn(figures, 'population', date('2019-06-30'))?.asAt).toBe('2019-06-30');
    expect(countOn(figures, 'population', date('2008-06-29'))).toBeUndefined();
  });

  test('an address is made of a name', () => {
    expect(slugOf('Folkestone & Hythe District Council')).toBe('folkestone-hythe-district-council');
    expect(slugOf('King’s Café')).toBe('kings-cafe');
    expect(slugOf('—')).toBe('');
    expect(freeSlug('seat', new Set(['seat', 'seat-2']))).toBe('seat-3');
  });
});
