import { addWorkingDays, date } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { calendarFor } from '../door.ts';
import type { BodyContact } from '../domain/body-details.ts';
import { bodyPage } from '../queries/body-page.ts';
import { officer, registerForTest } from '../testing.ts';
import { closeDay, reopenDay } from './close-day.ts';
import { type DetailsEdit, editDetails } from './edit-details.ts';
import { isStale } from '#platform/module';

const clerk = officer('canterbury', 'democratic-services');
const contact: BodyContact = {
  homepage: 'https://www.canterbury.gov.uk',
  address: '14 Rose Lane, Canterbury',
  email: 'democracy@canterbury.gov.uk',
  phone: '01227 862 000',
  description: 'The council of the city and its district.',
};
const edit: DetailsEdit = {
  bodyId: 'canterbury',
  contact,
  from: date('2026-07-15'),
  source: 'The council’s contact page',
  reason: 'Moved offices',
  seen: 1,
};

describe('editing a body’s own details', () => {
  test('keeps what was true before its day, and shows who came later what stands', async () => {
    const { services, database } = await registerForTest();
    expect(await editDetails(services, clerk, edit)).toEqual({ ok: true, value: { version: 2 } });
    const shown = async (on: string) => (await bodyPage(database, 'canterbury', { on: date(on) }))?.details;
    expect(await shown('2026-07-14')).toMatchObject({ address: '', version: 1 });
    expect(await shown('2026-07-15')).toMatchObject({ address: contact.address, certainty: 'confirmed' });

    const late = await editDetails(services, clerk, {
      ...edit,
      contact: { ...contact, phone: '01227 000 000' },
    });
    if (late.ok || !isStale(late.error)) throw new Error('expected a stale refusal');
    expect(late.error.stale).toMatchObject({ version: 2, phone: contact.phone });
    expect((await bodyPage(database, 'canterbury', { on: edit.from }))?.detailsSeen).toBe(2);
  });

  test('from the same day puts the first version right without losing it', async () => {
    const { services, on, database } = await registerForTest();
    await editDetails(services, clerk, edit);
    const again = { ...edit, contact: { ...contact, phone: '01227 862 001' }, seen: 2 };
    expect((await editDetails(on(date('2026-07-20')), clerk, again)).ok).toBe(true);
    const phone = async (knownOn?: string) => {
      const asOf = { on: edit.from, knownOn: knownOn === undefined ? undefined : date(knownOn) };
      return (await bodyPage(database, 'canterbury', asOf))?.details?.phone;
    };
    expect(await phone()).toBe('01227 862 001');
    expect(await phone('2026-07-19')).toBe('01227 862 000');
  });

  test('is refused, and nothing changes', async () => {
    const { services, database } = await registerForTest();
    const refusal = async (change: Partial<DetailsEdit>, actor = clerk) => {
      const outcome = await editDetails(services, actor, { ...edit, ...change });
      return outcome.ok ? 'accepted' : outcome.error;
    };
    expect(await refusal({}, officer('canterbury', 'councillor'))).toBe('wrong-role');
    expect(await refusal({ bodyId: 'dover' })).toBe('wrong-body');
    expect(await refusal({ bodyId: 'calais', seen: 0 }, officer('calais', 'chief-executive'))).toBe(
      'no-such-body',
    );
    expect(await refusal({ source: '' })).toBe('source-missing');
    expect(await refusal({ from: date('1970-01-01') })).toBe('date-before-founded');
    expect(await refusal({ contact: { ...contact, homepage: 'javascript:alert(1)' } })).toBe(
      'homepage-not-an-address',
    );
    expect(await refusal({ contact: { ...contact, email: '@' } })).toBe('email-not-an-address');
    expect(await refusal({ contact: { ...contact, phone: 'x' } })).toBe('phone-not-a-number');
    expect(await refusal({ contact: { ...contact, address: 'x'.repeat(501) } })).toBe('text-too-long');
    const unchanged = { homepage: contact.homepage, address: '', email: '', phone: '', description: '' };
    expect(await refusal({ contact: unchanged })).toBe('nothing-changed');
    const secretariat = officer('kent-senate', 'democratic-services');
    expect(await refusal({ bodyId: 'kent-senate' }, secretariat)).toBe('body-has-ended');
    expect((await bodyPage(database, 'canterbury', { on: edit.from }))?.detailsSeen).toBe(1);
  });
});

describe('a day on which the offices are closed', () => {
  const closure = {
    bodyId: 'canterbury',
    day: date('2026-12-29'),
    reason: 'Closed between Christmas and New Year',
    source: 'Constitution',
  };

  test('is skipped by that body’s clock alone, and by nobody’s once it is withdrawn', async () => {
    const { services, database } = await registerForTest();
    const reached = async (bodyId: string) =>
      addWorkingDays(await calendarFor(database, bodyId), date('2026-12-24'), 1).date;
    expect(await closeDay(services, clerk, closure)).toEqual({ ok: true, value: undefined });
    expect(await reached('canterbury')).toBe('2026-12-30');
    expect(await reached('dover')).toBe('2026-12-29');
    expect((await reopenDay(services, clerk, closure)).ok).toBe(true);
    expect(await reached('canterbury')).toBe('2026-12-29');
  });

  test('is refused when it cannot be', async () => {
    const { services } = await registerForTest();
    const refusal = async (change: Partial<typeof closure>, actor = clerk) => {
      const outcome = await closeDay(services, actor, { ...closure, ...change });
      return outcome.ok ? 'accepted' : outcome.error;
    };
    expect(await refusal({}, officer('canterbury', 'finance'))).toBe('wrong-role');
    expect(await refusal({ bodyId: 'dover' })).toBe('wrong-body');
    expect(await refusal({ bodyId: 'calais' }, officer('calais', 'monitoring-officer'))).toBe('no-such-body');
    expect(await refusal({ day: date('2026-07-14') })).toBe('day-has-passed');
    expect(await refusal({ reason: '' })).toBe('reason-missing');
    expect(await refusal({ source: '' })).toBe('source-missing');
    expect(await reopenDay(services, clerk, closure)).toEqual({ ok: false, error: 'day-is-not-closed' });
    expect(await reopenDay(services, clerk, { ...closure, day: date('2026-07-01') })).toEqual({
      ok: false,
      error: 'day-has-passed',
    });
    expect(await refusal({})).toBe('accepted');
    expect(await refusal({})).toBe('already-closed');
  });
});
