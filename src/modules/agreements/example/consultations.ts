import type { Sql } from '#platform/db';
import {
  addDays,
  date,
  instantInLondon,
  type IsoDate,
  londonDate,
  midnight,
  ok,
  plural,
  time,
  type WallTime,
} from '#platform/kernel';
import { type ActServices, actTogether, type Entry, type SystemActor } from '#platform/record';
import { consultationEntry } from '../actions/consultations/entries.ts';
import { enterResponse, keyHash } from '../actions/consultations/enter-response.ts';
import { enterConsultation } from '../actions/consultations/open-consultation.ts';
import { countsOf, tallyOf } from '../domain/consultation/analysis.ts';
import type { Consultation, Question } from '../domain/consultation/consultation.ts';
import { itsName } from '../domain/consultation/moderation.ts';
import type { Sheet } from '../domain/consultation/sheet.ts';
import { passagesOf } from '../queries/consultations/subjects.ts';
import { insertCounts, insertPoint, insertResult, insertText } from '../store/consultation-results.ts';
import { listConsultations } from '../store/consultations.ts';
import { countedResponses } from '../store/responses.ts';

const loaderOf = (bodyId: string): SystemActor => ({
  officeTitle: 'Accord, reading the example',
  bodyId,
});
const at = (day: IsoDate, clock: WallTime): Date => instantInLondon({ date: day, time: clock });

/**
 * The consultation on Kent Agreement Two, of which its paper gives the closing day and two counts; and two that are made up,
 * on an agreement that is made up: one open for whoever tries it out, one closed that shows how answers are told of. Loading
 * it again changes nothing.
 */
export async function loadConsultationsExample(services: ActServices): Promise<void> {
  await loadFor(services, 'kent-county-council', loadKentAgreementTwo);
  await loadFor(services, 'maidstone', loadMadeUp);
}

type Load = (sql: Sql, services: ActServices, loader: SystemActor) => Promise<readonly Entry[]>;

async function loadFor(services: ActServices, bodyId: string, load: Load): Promise<void> {
  const loader = loaderOf(bodyId);
  const done = await actTogether(services, loader, {}, async (sql) => {
    const known = await listConsultations(sql, { bodyId });
    return ok({ value: undefined, entries: known.length > 0 ? [] : await load(sql, services, loader) });
  });
  if (!done.ok)
    throw new Error(`The consultations of the example could not be loaded: ${String(done.error)}`);
}

const paper =
  'Kent Agreement Two: working together to lay the groundwork for 2008–2011, presentation of 18 October 2007';

async function loadKentAgreementTwo(
  sql: Sql,
  { clock }: ActServices,
  { officeTitle }: SystemActor,
): Promise<readonly Entry[]> {
  const now = clock.now();
  const { consultation, entry } = await enterConsultation(sql, {
    bodyId: 'kent-county-council',
    office: 'The Kent Partnership',
    title: 'Kent Agreement Two: the full draft',
    asks: 'The full draft of Kent’s second local area agreement was sent round for consultation. The draft itself and the questions asked are not held here.',
    subject: 'Kent Agreement Two',
    subjectPath: '/agreements/kent-agreement-two',
    passages: [],
    questions: [],
    places: ['kent'],
    audience: [],
    opensAt: undefined,
    closesAt: at(date('2007-09-20'), time('23:59')),
    resultsBy: undefined,
    keepUntil: undefined,
    suppressUnder: 5,
    isIllustrative: false,
    source: paper,
    certainty: 'stated',
    publishedBy: officeTitle,
    publishedAt: now,
  });
  await insertResult(sql, consultation.id, {
    says: 'The paper gives the number of responses and of organisations, and that a first analysis suggested 34 priority outcomes. What the responses said is not recorded.',
    tally: {
      responses: 73,
      online: undefined,
      paper: undefined,
      byOrganisation: undefined,
      organisations: 49,
      byResident: undefined,
      alike: undefined,
    },
    source: paper,
    byOffice: officeTitle,
    at: now,
  });
  return [entry];
}

const madeUp = {
  bodyId: 'maidstone',
  office: 'Head of policy',
  places: ['maidstone', 'tunbridge-wells', 'swale'],
  audience: ['residents', 'organisations'],
  suppressUnder: 5,
  isIllustrative: true,
  source: 'Made up for this example',
  certainty: 'illustrative',
} as const satisfies Partial<Consultation>;

async function loadMadeUp(sql: Sql, services: ActServices, loader: SystemActor): Promise<readonly Entry[]> {
  return [...(await loadOpen(sql, services, loader)), ...(await loadAnswered(sql, services, loader))];
}

/** Open for whoever tries it out, with two answers that an officer can look through. */
async function loadOpen(
  sql: Sql,
  { clock }: ActServices,
  { officeTitle }: SystemActor,
): Promise<readonly Entry[]> {
  const now = clock.now();
  const today = londonDate(now);
  const agreement = 'walking-and-cycling-in-mid-kent';
  const passages = await passagesOf(sql, `agreement:${agreement}`);
  const views = passages.slice(0, 3).map(({ key }, index): Question => ({
    number: index + 1,
    kind: 'view',
    text: 'Is this right?',
    about: key,
    options: [],
  }));
  const { consultation, entry } = await enterConsultation(sql, {
    ...madeUp,
    title: 'Have your say: walking and cycling in mid Kent',
    asks: 'Four councils have drafted an agreement so that more short journeys are made on foot or by bicycle. They ask whether it says the right things before any of them signs.',
    subject: 'Walking and cycling in mid Kent, version 1',
    subjectPath: `/agreements/${agreement}/versions/1`,
    passages,
    questions: [
      ...views,
      {
        number: views.length + 1,
        kind: 'choice',
        text: 'Which should come first?',
        about: undefined,
        options: ['Routes to schools', 'Routes to stations', 'Routes to town centres'],
      },
      {
        number: views.length + 2,
        kind: 'text',
        text: 'What is missing?',
        about: undefined,
        options: [],
      },
    ],
    opensAt: now,
    closesAt: at(addDays(today, 60), time('17:00')),
    resultsBy: addDays(today, 90),
    keepUntil: addDays(today, 270),
    publishedBy: officeTitle,
    publishedAt: now,
  });
  const choice = views.length + 1;
  const sheets: readonly Sheet[] = [
    {
      kind: 'organisation',
      organisation: 'A walking group (made up)',
      placeId: 'maidstone',
      answers: [
        { question: choice, choice: '1', says: '' },
        { question: choice + 1, choice: undefined, says: 'Seats along the way, for those who need to rest.' },
      ],
    },
    {
      kind: 'resident',
      organisation: undefined,
      placeId: 'swale',
      answers: [{ question: choice, choice: '2', says: 'The road to the station has no pavement.' }],
    },
  ];
  await answerAll(sql, { clock }, consultation, sheets);
  return [entry];
}

async function answerAll(
  sql: Sql,
  { clock }: Pick<ActServices, 'clock'>,
  consultation: Consultation,
  sheets: readonly Sheet[],
): Promise<void> {
  for (const [index, sheet] of sheets.entries())
    await enterResponse(sql, clock, consultation, sheet, {
      cameBy: 'online',
      sentKey: keyHash(`example ${index}`),
      linkHash: undefined,
    });
}

const crossings = ['Yes', 'No', 'Only near schools'] as const;
/** How many residents of each place chose each answer: enough in one to be shown, too few in each of the others alone. */
const residents: Readonly<Record<string, readonly [number, number, number]>> = {
  maidstone: [9, 5, 0],
  'tunbridge-wells': [3, 3, 2],
  swale: [2, 2, 3],
};
const organisations = [
  ['A school (made up)', '3', 'Crossings near schools matter most to us.'],
  ['A bus operator (made up)', '2', 'More crossings slow the buses down.'],
  ['A parish council (made up)', '1', ''],
] as const;

/** Closed, counted and answered, but for what became of two responses. */
async function loadAnswered(
  sql: Sql,
  { clock }: ActServices,
  { officeTitle }: SystemActor,
): Promise<readonly Entry[]> {
  const now = clock.now();
  const today = londonDate(now);
  const question: Question = {
    number: 1,
    kind: 'choice',
    text: 'Should there be more crossings with lights?',
    about: undefined,
    options: crossings,
  };
  const published = at(addDays(today, -60), midnight);
  const { consultation, entry } = await enterConsultation(sql, {
    ...madeUp,
    title: 'More crossings with lights',
    asks: 'Before walking and cycling in mid Kent was drafted, three districts asked whether there should be more crossings with lights.',
    subject: '',
    subjectPath: undefined,
    passages: [],
    questions: [question],
    opensAt: published,
    closesAt: at(addDays(today, -14), time('17:00')),
    resultsBy: addDays(today, 30),
    keepUntil: addDays(today, 180),
    publishedBy: officeTitle,
    publishedAt: published,
  });
  const sheets: readonly Sheet[] = [
    ...organisations.map(([organisation, choice, says]): Sheet => ({
      kind: 'organisation',
      organisation,
      placeId: 'maidstone',
      answers: [{ question: 1, choice, says }],
    })),
    ...Object.entries(residents).flatMap(([placeId, chosen]) =>
      chosen.flatMap((count, index) =>
        Array.from({ length: count }, (): Sheet => ({
          kind: 'resident',
          organisation: undefined,
          placeId,
          answers: [{ question: 1, choice: String(index + 1), says: '' }],
        })),
      ),
    ),
  ];
  await answerAll(sql, { clock }, consultation, sheets);
  return [entry, await publishAnswered(sql, consultation, officeTitle, now)];
}

async function publishAnswered(
  sql: Sql,
  consultation: Consultation,
  byOffice: string,
  now: Date,
): Promise<Entry> {
  const { id, questions, suppressUnder } = consultation;
  const counted = await countedResponses(sql, id);
  const tally = tallyOf(counted);
  const says = 'More want crossings with lights than not; many want them near schools alone.';
  await insertResult(sql, id, { says, tally, source: madeUp.source, byOffice, at: now });
  await insertCounts(sql, id, countsOf(counted, questions, suppressUnder), counted);
  const decided = { question: 1, revision: 1, byOffice, at: now };
  for (const [index, [organisation]] of organisations.entries()) {
    const isLast = index === organisations.length - 1;
    await insertText(sql, id, {
      ...decided,
      question: itsName,
      response: index + 1,
      outcome: isLast ? 'withheld' : 'published',
      says: isLast ? undefined : organisation,
      reason: isLast ? 'Made up, to show that a name can be kept back' : '',
    });
  }
  await insertText(sql, id, {
    ...decided,
    response: 1,
    outcome: 'published',
    says: organisations[0][2],
    reason: '',
  });
  await insertText(sql, id, {
    ...decided,
    response: 2,
    outcome: 'withheld',
    says: undefined,
    reason: 'Made up, to show that a text can be kept back',
  });
  const points = [
    {
      said: 'Crossings near schools should come first.',
      outcome: 'changed',
      did: 'The draft now says that routes to every secondary school are looked at first.',
      link: {
        title: 'Walking and cycling in mid Kent, version 1',
        path: '/agreements/walking-and-cycling-in-mid-kent/versions/1',
      },
      responses: [1, ...counted.slice(3, -2).map(({ number }) => number)],
    },
    {
      said: 'More crossings slow the buses down.',
      outcome: 'not-changed',
      did: 'Where a bus route is crossed, the county council looks at each crossing by itself, as it does now.',
      link: undefined,
      responses: [2, 3],
    },
  ] as const;
  for (const [index, point] of points.entries())
    await insertPoint(sql, id, { ...point, number: index + 1, byOffice, at: now });
  const summary = `Results of the consultation ${consultation.title}: ${plural(tally.responses, 'response')}`;
  return consultationEntry(consultation, 'results-published', summary, { says, responses: tally.responses });
}
