import { date } from '#platform/kernel';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectFolder } from '#platform/config';
import { isPrincipalCouncil } from '../domain/body.ts';
import { countOn } from '../domain/place.ts';
import { ruleDefinition, ruleKeys } from '../domain/rule-catalogue/index.ts';
import { readArea } from './read-area.ts';

const kent = readArea('examples/kent');
const place = (id: string) => kent.places.find((each) => each.id === id);
const districts = kent.places.filter(({ kind }) => kind === 'district');
const councils = kent.bodies.filter(({ body }) => isPrincipalCouncil(body.kind));

describe('Kent’s reference data', () => {
  test('has the thirteen places of the tile map, and the county they lie in', () => {
    expect(kent.places.filter(({ kind }) => kind !== 'county')).toHaveLength(13);
    expect(districts).toHaveLength(12);
    expect(districts.every(({ parent }) => parent === 'kent')).toBe(true);
    expect(place('medway')?.parent).toBeUndefined();
  });

  test.each(['2008-06-30', '2019-06-30', '2020-06-30'])(
    'populations of the districts on %s sum to the county’s',
    (day) => {
      const on = date(day);
      const sum = districts.reduce(
        (total, { counts }) => total + (countOn(counts, 'population', on)?.count ?? 0),
        0,
      );
      expect(countOn(place('kent')?.counts ?? [], 'population', on)).toMatchObject({ asAt: day, count: sum });
    },
  );

  test('each council serves the place of its own code', () => {
    for (const { body, serves } of councils) {
      expect(serves).toHaveLength(1);
      expect(place(serves[0]?.placeId ?? '')?.gss).toBe(body.gss);
    }
    expect(councils).toHaveLength(14);
  });

  test('only the index of 2025 is marked official; every figure has its source, licence and certainty', () => {
    for (const { counts, deprivation } of kent.places) {
      for (const each of deprivation) expect(each.basis).toBe(each.year === 2025 ? 'official' : 'aggregate');
      for (const each of [...counts, ...deprivation]) {
        expect(each.source).not.toBe('');
        expect(each.licence).toMatch(/Open Government Licence|CC BY/u);
      }
    }
    expect(place('thanet')?.deprivation.map(({ year }) => year)).toEqual([
      2004, 2007, 2010, 2015, 2019, 2025,
    ]);
    const earliest = place('thanet')?.counts.find(({ asAt }) => asAt === '2008-06-30');
    expect(earliest).toMatchObject({ certainty: 'unsure', nearest: 100 });
  });

  test('the law’s values of one rule never overlap', () => {
    for (const key of ruleKeys) {
      const dated = kent.law.filter((rule) => rule.key === key);
      const [, ...begins] = dated.map(({ from }) => from);
      expect(begins).toEqual(dated.slice(0, -1).map(({ until }) => until));
    }
    expect(kent.law.length).toBeGreaterThan(ruleKeys.length / 2);
  });

  test('every rule a council sets for itself has a value or is listed as not known', () => {
    const local = [
      'regime',
      'keyDecision.threshold',
      'callIn.window',
      'callIn.signatories',
      'apportionment.method',
    ];
    for (const { body, rules, unknownRules } of councils)
      for (const key of local)
        expect([body.id, key, rules.some((rule) => rule.key === key)]).toEqual([
          body.id,
          key,
          !unknownRules.includes(key),
        ]);
  });

  test('names no person: every office is held by another office', () => {
    expect(kent.holdings.every(({ holder }) => holder.kind === 'office')).toBe(true);
  });

  test('the catalogue says of each rule what it decides and by which law', () => {
    for (const key of ruleKeys) {
      const { title, help, law } = ruleDefinition(key);
      expect(title.length * help.length * law.length).toBeGreaterThan(0);
      expect(help).toMatch(/\.$/u);
    }
  });
});

describe('a faulty file of another area', () => {
  let folder = '';
  const files = ['bodies', 'offices', 'rules'] as const;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'accord-area-'));
    for (const name of files) {
      const text = readFileSync(join(projectFolder, 'data/examples/kent', `${name}.json`), 'utf8');
      writeFileSync(join(folder, `${name}.json`), text);
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function change(name: (typeof files)[number], from: string, to: string): void {
    const file = join(folder, `${name}.json`);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(from)) throw new Error(`${name}.json has no ${from}`);
    writeFileSync(file, text.replace(from, to));
  }

  test('is read like Kent when nothing is wrong', () => {
    expect(readArea(folder).bodies).toHaveLength(kent.bodies.length);
  });

  test.each([
    [
      'bodies',
      '"1974-04-01"',
      '"1974-04-31"',
      /bodies\.json: bodies\[0\]\.founded “1974-04-31” is not a date/u,
    ],
    ['bodies', '"E10000016"', '"Kent"', /bodies\[0\]\.gss must be a code/u],
    ['bodies', '"stated"', '"probable"', /certainty/u],
    ['bodies', '"place": "kent"', '"place": "surrey"', /serves surrey, which is not in the list of places/u],
    [
      'bodies',
      '"source": "lga-1972"',
      '"source": "hearsay"',
      /bodies\.json: “hearsay” is not in the file’s list of sources/u,
    ],
    [
      'bodies',
      '"predecessor": "kent-senate"',
      '"predecessor": "parliament"',
      /names parliament, which is not in the list/u,
    ],
    ['bodies', 'https://www.kent.gov.uk', 'www.kent', /kent-county-council: .*homepage-not-an-address/u],
    [
      'offices',
      '"holder": "ashford.leader"',
      '"holder": "ashford.king"',
      /held by ashford\.king, which is not in the list/u,
    ],
    [
      'offices',
      '"onBehalfOf": "swale"',
      '"onBehalfOf": "sheppey"',
      /on behalf of sheppey, which is not in the list/u,
    ],
    ['rules', '"callIn.groups"', '"callIn.gangs"', /“callIn\.gangs” is not in the catalogue of rules/u],
    [
      'rules',
      '"key": "regime", "value": "executive"',
      '"key": "regime", "value": "royal"',
      /value cannot be the value of regime: not-an-option/u,
    ],
    ['rules', '"dover": {', '"calais": {', /bodies\.calais is not in/u],
  ] as const)('%s.json: %s → %s is named', (name, from, to, fault) => {
    change(name, from, to);
    expect(() => readArea(folder)).toThrow(fault);
  });
});
