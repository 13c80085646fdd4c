import type { Sql } from '#platform/db';
import { date, type IsoDate, ok } from '#platform/kernel';
import { type ActServices, actTogether, type Entry, publicEntry, type SystemActor } from '#platform/record';
import { agreementPath } from '../domain/agreement/agreement.ts';
import type { Series } from '../domain/series/series.ts';
import type { Target, TargetAnswer, TargetVersion } from '../domain/target/target.ts';
import { answerEntry, versionEntry } from '../actions/targets/target-entries.ts';
import { madeUpDecision } from '../queries/target-grounds.ts';
import { findAgreement, insertAgreement, insertVersion } from '../store/agreements.ts';
import { listSeries } from '../store/series.ts';
import { insertTarget, insertTargetAnswer, insertTargetVersion } from '../store/targets.ts';

const id = 'homes-kept-well';
const loader: SystemActor = { officeTitle: 'Accord, reading the example', bodyId: undefined };
const source = 'Made up for this example';
const four = ['maidstone', 'kent-county-council', 'swale', 'tunbridge-wells'] as const;
const year = (from: number) => ({ from: date(`${from}-04-01`), to: date(`${from + 1}-03-31`) });

type Version = Pick<TargetVersion, 'leadBody' | 'baseline' | 'values' | 'partners' | 'reason' | 'putOn'>;
type Answer = Pick<TargetAnswer, 'version' | 'bodyId' | 'answer' | 'on' | 'says'>;
type Told = Pick<Target, 'seriesId' | 'areaId' | 'standing'> &
  Readonly<{ versions: readonly Version[]; answers: readonly Answer[] }>;

const consents = (version: number, bodyId: string, on: IsoDate): Answer => ({
  version,
  bodyId,
  answer: 'consents',
  on,
  says: '',
});
const repairsValues = (second: string) => [
  { period: year(2025), value: '82', floor: '78', stretch: '84' },
  { period: year(2026), value: second, floor: '80', stretch: undefined },
];

/** Four councils agree a target and one refuses its change; one is in force; one waits, its baseline still to be set. */
const targets: readonly Told[] = [
  {
    seriesId: 'illustration-repairs-in-time',
    areaId: 'maidstone',
    standing: 'designated',
    versions: [
      {
        leadBody: 'maidstone',
        baseline: { value: '76', period: year(2024), status: 'final' },
        values: repairsValues('85'),
        partners: four,
        reason: '',
        putOn: date('2025-04-07'),
      },
      {
        leadBody: 'maidstone',
        baseline: { value: '76', period: year(2024), status: 'final' },
        values: repairsValues('92'),
        partners: four,
        reason: 'The first year went better than anybody expected.',
        putOn: date('2026-02-02'),
      },
    ],
    answers: [
      consents(1, 'maidstone', date('2025-04-23')),
      consents(1, 'kent-county-council', date('2025-05-15')),
      consents(1, 'tunbridge-wells', date('2025-05-21')),
      consents(1, 'swale', date('2025-05-28')),
      consents(2, 'maidstone', date('2026-02-18')),
      consents(2, 'kent-county-council', date('2026-02-26')),
      {
        version: 2,
        bodyId: 'swale',
        answer: 'refuses',
        on: date('2026-03-04'),
        says: 'No more repairers can be found by then. It would consent to 88.',
      },
    ],
  },
  {
    seriesId: 'illustration-homes-improved',
    areaId: 'swale',
    standing: 'local',
    versions: [
      {
        leadBody: 'swale',
        baseline: { value: '38', period: year(2024), status: 'provisional' },
        values: [{ period: year(2025), value: '80', floor: '70', stretch: undefined }],
        partners: ['swale', 'kent-county-council'],
        reason: '',
        putOn: date('2025-04-07'),
      },
    ],
    answers: [
      consents(1, 'swale', date('2025-04-16')),
      consents(1, 'kent-county-council', date('2025-05-15')),
    ],
  },
  {
    seriesId: 'illustration-homes-improved',
    areaId: 'tunbridge-wells',
    standing: 'local',
    versions: [
      {
        leadBody: 'tunbridge-wells',
        baseline: { value: undefined, period: year(2025), status: 'to-be-set', by: date('2027-09-30') },
        values: [{ period: year(2027), value: '60', floor: undefined, stretch: undefined }],
        partners: ['tunbridge-wells', 'kent-county-council'],
        reason: '',
        putOn: date('2026-04-13'),
      },
    ],
    answers: [consents(1, 'kent-county-council', date('2026-05-14'))],
  },
];

/** An agreement with targets that are made up, each part of it marked so. Loading it again changes nothing. */
export async function loadTargetsExample(services: ActServices): Promise<void> {
  const now = services.clock.now();
  if ((await findAgreement(services.database, id)) !== undefined) return;
  const series = await listSeries(services.database, { ids: targets.map(({ seriesId }) => seriesId) });
  const done = await actTogether<void, never>(services, loader, {}, async (sql) => {
    await enterAgreement(sql, now);
    const entries: Entry[] = [
      publicEntry({
        act: 'agreements.agreement.published',
        subject: agreementPath({ id }),
        summary: 'Illustrative agreement published: Homes kept well (made up)',
        facts: { agreement: id, source },
        about: { bodies: [] },
      }),
    ];
    for (const [index, told] of targets.entries())
      entries.push(...(await enterTarget(sql, told, index + 1, { series, now })));
    return ok({ value: undefined, entries });
  });
  if (!done.ok) throw new Error(`The targets of the example could not be loaded: ${done.error}`);
}

async function enterAgreement(sql: Sql, now: Date): Promise<void> {
  await insertAgreement(sql, {
    id,
    kind: 'other',
    bodyId: 'maidstone',
    renews: undefined,
    partOf: undefined,
    placeId: undefined,
    mostDesignated: 35,
    isIllustrative: true,
    recordedAt: now,
  });
  await insertVersion(sql, id, {
    number: 1,
    title: 'Homes kept well (made up)',
    summary: 'An agreement that no council has made, so that the pages of targets have something to show.',
    frameworkId: undefined,
    outcomeIds: [],
    term: { from: date('2025-04-01'), until: date('2028-03-31') },
    principles: [],
    sections: [],
    parties: four.map((bodyId, index) => ({ bodyId, capacity: index === 0 ? 'lead' : 'party' })),
    proposalId: undefined,
    changed: '',
    reason: '',
    source,
    certainty: 'illustrative',
    published: { on: date('2025-04-01'), precision: 'day' },
    publishedBy: loader.officeTitle,
    recordedAt: now,
  });
}

type Loading = Readonly<{ series: readonly Series[]; now: Date }>;

async function enterTarget(
  sql: Sql,
  { versions, answers, ...own }: Told,
  number: number,
  { series, now }: Loading,
): Promise<readonly Entry[]> {
  const target: Target = {
    ...own,
    id: `${id}/${number}`,
    agreementId: id,
    outcomeId: undefined,
    number,
    partOf: undefined,
    isIllustrative: true,
    versions: [],
    answers: [],
  };
  const measured = series.find(({ id: seriesId }) => seriesId === own.seriesId);
  if (measured === undefined) throw new Error(`${own.seriesId} is not in the example`);
  await insertTarget(sql, target, now);
  const entries: Entry[] = [];
  for (const [index, given] of versions.entries()) {
    const version: TargetVersion = {
      ...given,
      number: index + 1,
      without: undefined,
      putBy: 'Performance, as an illustration',
      byBody: given.leadBody,
      source,
      certainty: 'illustrative',
    };
    await insertTargetVersion(sql, target.id, version, now);
    entries.push(versionEntry(target, version, measured));
  }
  for (const given of answers) {
    const isConsent = given.answer === 'consents';
    const answer: TargetAnswer = {
      ...given,
      decisionId: isConsent ? madeUpDecision(given.bodyId) : undefined,
      clause: isConsent ? String(given.version) : undefined,
      byOffice: 'an office, as an illustration',
      source,
    };
    await insertTargetAnswer(sql, target.id, answer, now);
    entries.push(
      answerEntry(target, answer, { body: given.bodyId, series: measured.title, decision: undefined }),
    );
  }
  return entries;
}
