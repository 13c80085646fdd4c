import { beforeAll, expect, test } from 'vitest';
import { date, fixedClock } from '#platform/kernel';
import { useCarriedOnSite } from '../support/carry-on.ts';
import type { Parameters } from '../support/sample-addresses.ts';
import { actingIn, type Visitor } from '../support/visitor.ts';

const site = useCarriedOnSite({}, fixedClock(new Date(`${date('2026-07-15')}T10:00:00Z`)));
let parameters: Parameters;
let officer: Visitor;
beforeAll(async () => {
  ({ parameters } = site());
  officer = await actingIn(site().address, 'maidstone.monitoring-officer');
});

const body = '/bodies/maidstone';
const day = (name: string, [year, month, of]: readonly [string, string, string]) => ({
  [`${name}-year`]: year,
  [`${name}-month`]: month,
  [`${name}-day`]: of,
});
const why = { source: 'Council minutes', reason: 'As the Council decided' };
const chief = { holder: 'office', 'holder-office': 'maidstone.chief-executive' };
const correction = {
  value: '8',
  unit: 'working-days',
  replaces: 'none',
  certainty: 'confirmed',
  ...day('from', ['2026', '9', '1']),
};

/** Every kind of act an officer has a form for, in an order in which each leaves the next possible. */
const acts: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['details', '/details', { ...day('from', ['2026', '7', '1']), description: 'By the Medway' }],
  ['an office', '/offices/add', { title: 'Trees Officer', role: 'none', voting: 'no' }],
  [
    'who holds it',
    '/offices/trees-officer/holdings/add',
    { holder: 'office', 'holder-office': 'maidstone.leader' },
  ],
  [
    'who held it',
    '/offices/leader/holdings/:holding',
    { ...chief, ...day('from', ['2026', '4', '1']), ...day('until', ['2026', '7', '1']) },
  ],
  ['the end of an office', '/offices/finance-officer/end', day('until', ['2027', '1', '1'])],
  ['a closed day', '/closures/add', day('day', ['2034', '12', '27'])],
  ['a closed day withdrawn', '/closures/:day/withdraw', {}],
  ['a draft', '/rules/callIn.window/correct', correction],
  ['a rule', '/rules/callIn.window/check', {}],
  ['a draft kept for later', '/rules/meeting.quorum/correct', { value: 'about', step: 'later' }],
  ['a draft discarded', '/rules/meeting.quorum/discard', {}],
  [
    'a new name',
    '/name',
    { name: 'Mid Kent Council', seen: 'Maidstone Borough Council', ...day('from', ['2027', '4', '1']) },
  ],
  ['the end of a body', '/succession', { kind: 'end', ...day('on', ['2028', '4', '1']) }],
];

async function entries(): Promise<number> {
  const [head] = await site().test.asOwner('SELECT size::int AS size FROM record.head');
  return Number(head?.['size']);
}

test.each(acts)(
  '%s, sent twenty times in one moment, is done once and told twenty times',
  async (_, form, answers) => {
    const path = `${body}${form}`
      .replace(':holding', parameters['holding'] ?? '')
      .replace(':day', parameters['day'] ?? '')
      .replace('finance-officer', 'section-151-officer');
    const shown = await officer.get(path);
    expect(shown.status).toBe(200);
    // A check page repeats a draft's own answers; what is typed here must not stand over them.
    const fields = {
      ...(form.endsWith('/check') ? {} : why),
      step: 'publish',
      ...(await officer.hiddenFields(path)),
      ...answers,
    };
    const before = await entries();
    const told = await Promise.all(Array.from({ length: 20 }, () => officer.post(path, fields)));
    const errors = told.map(({ status, body: page }) => [
      status,
      /error-summary__list">(.*?)<\/ul>/s.exec(page)?.[1],
    ]);
    expect(errors).toEqual(Array.from({ length: 20 }, () => [303, undefined]));
    expect(new Set(told.map(({ to }) => to)).size).toBe(1);
    expect(await entries()).toBe(before + 1);
  },
);

test('and sent with other answers under the same key, it is not done again', async () => {
  const path = '/bodies/swale/closures/add';
  const swale = await actingIn(site().address, 'swale.monitoring-officer');
  const fields = { ...why, step: 'publish', ...(await swale.hiddenFields(path)) };
  const before = await entries();
  const told = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      swale.post(path, { ...fields, ...day('day', ['2033', '3', String(number + 1)]) }),
    ),
  );
  expect(told.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(told.filter(({ status }) => status === 422)).toHaveLength(19);
  expect(await entries()).toBe(before + 1);
});

test('a paper, sent twenty times in one moment, is added once and told twenty times; another file is another form', async () => {
  const path = '/office/maidstone/papers/add';
  const said = { title: 'Report', kind: 'report', access: 'open', source: 'Head of Environment' };
  const fields = { ...(await officer.hiddenFields(path)), ...said };
  const file = { field: 'file', name: 'report.txt', type: 'text/plain', holds: 'Six bidders' };
  const before = await entries();
  const told = await Promise.all(Array.from({ length: 20 }, () => officer.upload(path, fields, [file])));
  expect(new Set(told.map(({ status, to }) => `${status} ${to}`)).size).toBe(1);
  expect(told[0]?.status).toBe(303);
  const other = await officer.upload(path, fields, [{ ...file, holds: 'Seven bidders' }]);
  expect(other.status).toBe(422);
  expect(await entries()).toBe(before + 1);
});
