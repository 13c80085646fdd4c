import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '#platform/http';
import { date, fixedClock } from '#platform/kernel';
import { aFewAtATime } from '../support/a-few-at-a-time.ts';
import { useCarriedOnSite } from '../support/carry-on.ts';
import { everyPage, officersOf } from '../support/every-page.ts';
import { type Parameters, sampleAddress } from '../support/sample-addresses.ts';
import { isWholeSweep } from '../support/sweep.ts';
import { type Answered, type Visitor, visitorOf } from '../support/visitor.ts';
import { formsOn, type FoundForm } from './forms.ts';
import { hostileTexts } from './hostile-texts.ts';
import { elementsOf, smuggledInto } from './markup.ts';

const site = useCarriedOnSite({}, fixedClock(new Date(`${date('2026-07-15')}T10:00:00Z`)));
let officer: Visitor;
let reader: Visitor;
let parameters: Parameters;
type FormOnPage = FoundForm & Readonly<{ at: string; visitor: Visitor }>;
let forms: readonly FormOnPage[];

beforeAll(async () => {
  ({ parameters } = site());
  const [first, ...others] = await officersOf(site().address);
  if (first === undefined) throw new Error('Nobody acts in an office');
  officer = first;
  reader = visitorOf(site().address);
  forms = await formsOf([officer, reader], others);
});

/** The forms that these visitors are shown, and those that others are shown on pages that are not for anyone. */
async function formsOf(visitors: readonly Visitor[], others: readonly Visitor[]) {
  const { house } = site();
  const kept = { routes: house.routes.filter(({ may }) => may !== 'anyone') };
  const found: FormOnPage[] = [];
  for (const visitor of [...visitors, ...others])
    for (const { address: at, body } of await everyPage(
      { house: others.includes(visitor) ? kept : house },
      [visitor],
      parameters,
    ))
      for (const form of formsOn(body, at))
        if (!found.some(({ action }) => action === form.action)) found.push({ ...form, at, visitor });
  return found;
}

const isPage = ({ headers }: Answered) => headers.get('content-type')?.startsWith('text/html') === true;

/** What is wrong with an answer, whatever was asked. */
function faultsOf(asked: string, answered: Answered): readonly string[] {
  const faults = answered.status >= 500 ? [`answered ${answered.status}`] : [];
  if (answered.headers.get('set-cookie')?.includes('canary') === true) faults.push('set the cookie');
  if (answered.to !== undefined && !/^\/(?![/\\])[\x21-\x7E]*$/.test(answered.to))
    faults.push(`leads to ${answered.to}`);
  // Whatever of the texts would become markup holds this word.
  if (isPage(answered) && answered.body.includes('canary')) faults.push(...smuggledInto(answered.body));
  return faults.map((fault) => `${asked.slice(0, 160)}: ${fault}`);
}

/** Asks all of them, a few at a time. */
async function faultsIn(asked: readonly (() => Promise<readonly string[]>)[]): Promise<readonly string[]> {
  const faults: string[] = [];
  await aFewAtATime(asked.map((ask) => async () => faults.push(...(await ask()))));
  return faults;
}

/** Right answers, by the names of the boxes, so that a hostile text in one box meets no other refusal first. */
const right: Readonly<Record<string, string>> = {
  title: 'Trees Officer',
  role: 'none',
  voting: 'no',
  source: 'Council minutes',
  reason: 'As the Council decided',
  holder: 'person',
  name: 'The Clerk',
  value: '5',
  unit: 'working-days',
  replaces: 'none',
  certainty: 'confirmed',
  ...Object.fromEntries(
    ['from', 'on', 'day'].flatMap((name) => [
      [`${name}-day`, '1'],
      [`${name}-month`, '4'],
      [`${name}-year`, '2029'],
    ]),
  ),
};
const textAt = (number: number): string => hostileTexts[number % hostileTexts.length] ?? '';
const own = new Set(['csrf', 'submission']);

function send({ action, held, at, visitor }: FormOnPage, answers: Readonly<Record<string, string>>) {
  // A sign-in that goes through would take the office from its visitor.
  return (at === '/sign-in' ? reader : visitor).post(action, {
    ...held,
    submission: randomUUID(),
    ...answers,
  });
}

describe('typed into forms', () => {
  test('every form of the site was found', () => {
    expect(forms.length).toBeGreaterThan(10);
    expect(forms.flatMap(({ names }) => names).length).toBeGreaterThan(80);
  });

  test('into all boxes, every text: refused or shown as the text it is', { timeout: 300_000 }, async () => {
    const asked = forms.flatMap((form, nth) => {
      const boxes = form.names.filter((name) => !own.has(name));
      const each = Math.ceil(hostileTexts.length / Math.max(boxes.length, 4));
      // Each form takes up where the one before it stopped, so that every text comes into many forms.
      const rounds = isWholeSweep ? each : Math.min(each, 3);
      return Array.from({ length: rounds }, (_, round) => async () => {
        const answers = boxes.map(
          (name, box) =>
            [name, textAt((nth * (isWholeSweep ? each : 3) + round) * boxes.length + box)] as const,
        );
        return faultsOf(`${form.action}, round ${round}`, await send(form, Object.fromEntries(answers)));
      });
    });
    expect(await faultsIn(asked)).toEqual([]);
    expect(asked.length).toBeGreaterThan(80);
  });

  test(
    'into one box after the other, with the other answers right, to be checked',
    { timeout: 300_000 },
    async () => {
      const worst = hostileTexts.filter((text) => text.includes('canary') && text.length < 120).join(' ');
      const texts = [`日本👩‍👩‍👧‍👦 ${worst}`];
      const met = new Map<string, number>();
      /** A box that stands in many forms is tried in the first three and in every eighth of the others. */
      const isTried = (name: string) => {
        const before = met.get(name) ?? 0;
        met.set(name, before + 1);
        return isWholeSweep || before < 3 || before % 8 === 0;
      };
      const asked = forms.flatMap((form) =>
        form.names
          .filter((name) => name !== 'csrf' && isTried(name))
          .flatMap((name) =>
            texts.map((text) => async () => {
              const answers = form.names.map((box) => [box, right[box] ?? form.held[box] ?? '']);
              const sent = { ...Object.fromEntries(answers), step: 'check', [name]: text };
              return faultsOf(`${form.action} ${name} ← ${JSON.stringify(text)}`, await send(form, sent));
            }),
          ),
      );
      expect(await faultsIn(asked)).toEqual([]);
    },
  );

  test('and under names that no form has', { timeout: 300_000 }, async () => {
    const names = ['__proto__', 'constructor', 'toString', '"><canary>', 'from-day[]', 'a[b][c]', ''];
    const asked = forms.flatMap((form, nth) =>
      (isWholeSweep ? names : [names[nth % names.length] ?? '', names[(nth + 3) % names.length] ?? '']).map(
        (name) => async () =>
          faultsOf(`${form.action} ${name}=`, await send(form, { [name]: '<canary>', step: 'check' })),
      ),
    );
    expect(await faultsIn(asked)).toEqual([]);
  });
});

test('as the name of a file and its type, in every form that takes files: refused or kept as the text it is', async () => {
  const takesFiles = new Set(
    site()
      .house.routes.filter((route) => 'uploads' in route)
      .map((route) => sampleAddress(route, parameters)),
  );
  const found = forms.filter(({ action }) => takesFiles.has(action.split('?')[0] ?? ''));
  expect(found.length).toBeGreaterThan(0);
  let kept = 0;
  const texts = hostileTexts.filter((text) => text.length < 2000);
  const asked = found.flatMap((form, nth) =>
    texts
      .filter((_, number) => isWholeSweep || number % 2 === nth % 2)
      .map((text) => async () => {
        const fields = { ...form.held, ...right, kind: 'report', access: 'open', submission: randomUUID() };
        const file = {
          field: 'file',
          name: `${text}.txt`,
          type: 'text/plain',
          holds: `<canary> ${text.toWellFormed().replaceAll(/[^ -~]/g, ' ')}`,
        };
        const answered = await form.visitor.upload(form.action, fields, [file]);
        const typed = await form.visitor.upload(form.action, fields, [
          { ...file, type: text.replaceAll(/[^ -~]/g, ' ') },
        ]);
        const faults = [
          ...faultsOf(`a file called ${text}`, answered),
          ...faultsOf(`a file of type ${text}`, typed),
        ];
        if (answered.status !== 303 || answered.to === undefined) return faults;
        kept += 1;
        const shown = await form.visitor.get(answered.to);
        const handed = await form.visitor.get(`${answered.to}/file`);
        // Readings are read at once and not handed out again.
        if (handed.status === 404)
          return [...faults, ...faultsOf(`the page of a file called ${text}`, shown)];
        const named = handed.headers.get('content-disposition') ?? '';
        if (
          !/^(?:inline|attachment); filename="[A-Za-z0-9._ -]+"(?:; filename\*=UTF-8''[A-Za-z0-9%._~!$&+-]+)?$/.test(
            named,
          )
        )
          faults.push(`a file called ${text} is handed out as ${named}`);
        return [...faults, ...faultsOf(`the page of a file called ${text}`, shown)];
      }),
  );
  expect(await faultsIn(asked)).toEqual([]);
  expect(kept).toBeGreaterThan(30);
});

describe('published', () => {
  /** Each is given to the boxes that take free text; what a form will not have it refuses in words. */
  const acts: readonly ((text: string) => readonly [path: string, answers: Record<string, string>])[] = [
    (text) => [
      '/bodies/maidstone/offices/add',
      { ...right, title: text.slice(0, 120), source: text.slice(0, 300) },
    ],
    (text) => [
      '/bodies/maidstone/details',
      {
        ...right,
        homepage: 'https://maidstone.gov.uk/',
        address: text.slice(0, 500),
        description: text.slice(0, 2000),
        'from-year': '2024',
      },
    ],
  ];
  let published = 0;
  /** The version of the details that stands: each is written on top of the one before. */
  let details = 1;

  test('every text, one after the other: accepted or refused in words', async () => {
    const faults: string[] = [];
    for (const [number, text] of hostileTexts.entries())
      for (const act of number % 4 === 0 ? acts : acts.slice(0, 1)) {
        const [path, answers] = act(text);
        const { held = {} } = forms.find(({ action }) => action === path) ?? {};
        const answered = await officer.post(path, {
          ...held,
          ...answers,
          seen: String(details),
          submission: randomUUID(),
          step: 'publish',
        });
        if (path.endsWith('/details') && answered.status === 303) details += 1;
        faults.push(...faultsOf(`${path} ← ${JSON.stringify(text)}`, answered));
        if (![303, 422].includes(answered.status)) faults.push(`${path} answered ${answered.status}`);
        if (answered.status === 303) published += 1;
      }
    const holder = {
      ...right,
      holder: 'person',
      name: '<canary>" canary="',
      mandate: '',
      'from-year': '2030',
    };
    faults.push(
      ...faultsOf(
        'holding',
        await officer.send('/bodies/maidstone/offices/chief-executive/holdings/add', {
          ...holder,
          step: 'publish',
        }),
      ),
    );
    expect(faults).toEqual([]);
    expect(published).toBeGreaterThan(70);
  });

  test('it stays a text on every page, and in every file and answer of the API', async () => {
    const entries = await site().test.asOwner('SELECT count(*)::int AS size FROM record.entry');
    const size = Number(entries[0]?.['size']);
    const offices = await site().test.asOwner(
      "SELECT split_part(id, '.', 2) AS slug FROM register.office WHERE body_id = 'maidstone'",
    );
    const addresses = [
      ...site()
        .house.routes.filter(({ method }) => method === 'GET')
        .map((route) => sampleAddress(route, parameters)),
      ...Array.from({ length: 40 }, (_, back) => `/record/entries/${size - 1 - back}`),
      ...offices.map(({ slug }) => `/bodies/maidstone/offices/${String(slug)}?on=2029-05-01`),
      ...['', '/offices', '/rules'].map((page) => `/bodies/maidstone${page}?on=2029-05-01`),
      '/bodies/maidstone/offices.csv?on=2029-05-01',
      '/bodies/maidstone/offices.json?on=2029-05-01',
      '/find?q=canary',
      ...[0, 30, 60, 90, 120].map((back) => `/record?before=${size - back}`),
    ];
    // What is for anyone is the same for everyone, which `answers` holds.
    const keptFromSome = new Set(
      site()
        .house.routes.filter(({ may }) => may !== 'anyone')
        .map((route) => sampleAddress(route, parameters)),
    );
    const isForAnyone = (address: string) => !keptFromSome.has(address);
    let escaped = 0;
    const asked = addresses.flatMap((address) =>
      (isForAnyone(address) ? [reader] : [officer, reader]).map((visitor) => async () => {
        const answered = await visitor.get(address);
        if (isPage(answered) && answered.body.includes('&lt;canary')) escaped += 1;
        return [...faultsOf(address, answered), ...dataFaults(address, answered)];
      }),
    );
    expect(await faultsIn(asked)).toEqual([]);
    // The texts were there to be seen.
    expect(escaped).toBeGreaterThan(30);
  });
});

/** JSON is sent as JSON and can be read; no cell of a file for spreadsheets starts a formula. */
function dataFaults(address: string, { status, headers, body }: Answered): readonly string[] {
  const type = headers.get('content-type') ?? '';
  if (status !== 200) return [];
  if (type.includes('json') && !type.includes('ndjson')) {
    JSON.parse(body);
    return [];
  }
  if (type.includes('xml') && /<\/?canary|\p{Cc}/u.test(body.replaceAll(/[\n\r\t]/g, '')))
    return [`${address}: holds what is no text`];
  if (!type.startsWith('text/csv')) return [];
  const cells = [...body.slice(1).matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)];
  return cells
    .map(([, quoted, plain]) => (quoted ?? plain ?? '').trim())
    .filter((cell) => /^[=+@\uFF1D\uFF0B\uFF20]|^-(?!\d+(\.\d+)?$)/u.test(cell))
    .map((cell) => `${address}: the cell ${cell.slice(0, 40)} is a formula`);
}

describe('written into addresses', () => {
  const texts = hostileTexts.filter((text) => text.length < 400);
  const at = (number: number) => encodeURIComponent((texts[number % texts.length] ?? '').toWellFormed());
  /** Each place takes up where the one before it stopped, so that every text comes into many places. */
  const rounds = isWholeSweep ? 3 : 1;
  const gets = () => site().house.routes.filter(({ method }) => method === 'GET');
  const visitorOfRoute = ({ may }: Route) => (typeof may === 'object' ? officer : reader);

  test('in place of each part of a path: not found, in words', { timeout: 120_000 }, async () => {
    const places = gets().flatMap((route) =>
      [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({ route, name })),
    );
    const asked = places.flatMap(({ route, name }, place) =>
      Array.from({ length: rounds }, (_, round) => async () => {
        const address = sampleAddress(route, { ...parameters, [name]: at(place * rounds + round) });
        return faultsOf(address, await visitorOfRoute(route).get(address));
      }),
    );
    expect(asked.length).toBeGreaterThan(200);
    expect(await faultsIn(asked)).toEqual([]);
  });

  test('in each parameter of a query', { timeout: 120_000 }, async () => {
    const names = ['q', 'next', 'body', 'before', 'kind', 'version', 'figure', '__proto__', '<canary>'];
    const asked = gets().flatMap((route, place) =>
      Array.from({ length: rounds }, (_, round) => async () => {
        const query = names.map(
          (name, box) => `${encodeURIComponent(name)}=${at((place * rounds + round) * names.length + box)}`,
        );
        const [path = ''] = sampleAddress(route, parameters).split('?');
        const address = `${path}?${query.join('&')}`;
        return faultsOf(address, await visitorOfRoute(route).get(address));
      }),
    );
    expect(await faultsIn(asked)).toEqual([]);
  });

  test('as the day to be shown, of every page', { timeout: 120_000 }, async () => {
    const days = ['0001-01-01', '1000-01-01', '1752-09-03', '2999-12-31', '9999-12-31', '2026-02-30'];
    const asked = gets().flatMap((route, place) =>
      (isWholeSweep
        ? [...days, at(place)]
        : [place % 2 === 0 ? days[(place / 2) % days.length] : at(place)]
      ).map((day) => async () => {
        const [path = '', query = ''] = sampleAddress(route, parameters).split('?');
        const address = `${path}?on=${day}&${query}`;
        return faultsOf(address, await visitorOfRoute(route).get(address));
      }),
    );
    expect(await faultsIn(asked)).toEqual([]);
  });
});

test('what is smuggled into a page would be seen', () => {
  const page = (main: string) => `<!doctype html><html lang="en"><body><main>${main}</main></body></html>`;
  const unseen = hostileTexts.filter(
    (text) =>
      /^<(?!noscript|scr<)|^["'`]/.test(text) &&
      text.includes('canary') &&
      smuggledInto(page(`<p title="${text}">${text}</p><input value='${text}'>`)).length === 0,
  );
  expect(unseen).toEqual([]);
  expect(smuggledInto(page('<p title="&lt;canary&gt;">&lt;canary&gt; onclick=canary()</p>'))).toEqual([]);
  expect(
    smuggledInto(page('<a href="java&#9;script:canary()">x</a><a href="/\\canary.example">x</a>')),
  ).toHaveLength(2);
  expect(elementsOf(page('<p>one</p>')).map(({ tagName }) => tagName)).toContain('p');
});
