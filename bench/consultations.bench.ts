// Ten thousand answers to one consultation: what one costs, how many a second are taken, and how long counting them takes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolders } from '#platform/analytics';
import { openDatabase } from '#platform/db';
import { type Actor, addDays } from '#platform/kernel';
import { openRecordHead } from '#platform/record';
import { loadExample } from '../src/app/example.ts';
import { modules } from '../src/app/modules.ts';
import { schemas } from '../src/app/schemas.ts';
import { systemClock } from '../src/app/system-clock.ts';
import { openConsultation } from '../src/modules/agreements/actions/consultations/open-consultation.ts';
import { publishResults } from '../src/modules/agreements/actions/consultations/publish-results.ts';
import { sendAnswer } from '../src/modules/agreements/actions/consultations/send-answer.ts';
import { progressOf } from '../src/modules/agreements/queries/consultations/responses-seen.ts';

const answersInAll = Number(process.env['ANSWERS'] ?? 10_000);
const atOnce = 8;
const places = ['ashford', 'dover', 'maidstone', 'swale', 'thanet', undefined];
const views = ['strongly-agree', 'agree', 'neither', 'disagree', 'strongly-disagree'];
const officer: Actor = {
  officeId: 'swale.performance-officer',
  officeTitle: 'Performance Officer, Swale Borough Council',
  role: 'performance',
  bodyId: 'swale',
  bodyName: 'Swale Borough Council',
  accountId: undefined,
};

const dataFolder = mkdtempSync(join(tmpdir(), 'accord-bench-'));
const database = await openDatabase({
  url: undefined,
  appUrl: undefined,
  dataFolder,
  connections: atOnce,
  modules: schemas,
});
const head = await openRecordHead({ url: database.appUrl, onError: () => undefined });
const services = { database, clock: systemClock, head, ...openFolders(dataFolder) };
await loadExample(services, modules, () => undefined);

const today = systemClock.today();
const closesAt = new Date(Date.now() + 24 * 60 * 60_000);
const opened = await openConsultation(services, officer, {
  bodyId: 'swale',
  office: 'Head of policy',
  title: 'Ten thousand answers',
  asks: 'Is this right?',
  subject: '',
  subjectPath: undefined,
  passages: [],
  questions: [1, 2, 3].map((number) => ({
    number,
    kind: 'view',
    text: 'Is this right?',
    about: undefined,
    options: [],
  })),
  places: [],
  audience: ['residents'],
  opensAt: undefined,
  closesAt,
  resultsBy: addDays(today, 30),
  keepUntil: addDays(today, 60),
  suppressUnder: 5,
  isIllustrative: false,
  source: 'Made up for this benchmark',
});
if (!opened.ok) throw new Error(opened.error);
const { id } = opened.value;

async function send(number: number): Promise<number> {
  const begun = performance.now();
  const isOrganisation = number % 10 === 0;
  const sent = await sendAnswer(services, id, {
    sheet: {
      kind: isOrganisation ? 'organisation' : 'resident',
      organisation: isOrganisation ? `Organisation ${number % 490}` : undefined,
      placeId: places[number % places.length],
      answers: [1, 2, 3].map((question) => ({
        question,
        choice: views[(number + question) % views.length],
        says:
          question === 3
            ? `Because of reason ${number}, which takes a sentence or two to say. `.repeat(5)
            : '',
      })),
    },
    submission: `bench-${number}`,
    link: undefined,
  });
  if (!sent.ok) throw new Error(sent.error);
  return performance.now() - begun;
}

const alone: number[] = [];
for (let number = 0; number < 300; number += 1) alone.push(await send(number));
const at = (times: readonly number[], share: number) =>
  (times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(1);
console.log(`one answer: median ${at(alone, 0.5)} ms, 95th percentile ${at(alone, 0.95)} ms`);

let next = alone.length;
const together: number[] = [];
const begun = performance.now();
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    while (next < answersInAll) together.push(await send((next += 1)));
  }),
);
const seconds = (performance.now() - begun) / 1000;
const perSecond = together.length / seconds;
console.log(
  `${together.length.toLocaleString('en-GB')} answers from ${atOnce} at once: ${perSecond.toFixed(0)} a second, 95th percentile ${at(together, 0.95)} ms; ${((perSecond * 3600) / 10_000).toFixed(0)} times ten thousand an hour (to reach: over 1)`,
);

const looked = performance.now();
const { tally, toRead } = await progressOf(database, officer, id);
console.log(
  `an officer’s page of ${tally.responses} responses and ${toRead.texts} texts: ${(performance.now() - looked).toFixed(0)} ms`,
);
const afterwards = { ...services, clock: { now: () => closesAt, today: () => today } };
const counting = performance.now();
const published = await publishResults(afterwards, officer, id, { says: 'Counted' });
if (!published.ok) throw new Error(published.error);
console.log(`counted and published: ${((performance.now() - counting) / 1000).toFixed(2)} s`);

await head.close();
await database.close();
rmSync(dataFolder, { recursive: true, force: true });
