import type { Sql } from '#platform/db';
import { addDays, addMonths, dateParts, type IsoDate, londonDate, ok } from '#platform/kernel';
import { type ActServices, actTogether, type Entry, type SystemActor } from '#platform/record';
import type { Approval } from '#modules/governance';
import { actionEntry } from '../actions/agreements/agreement-entry.ts';
import { type EnteredAgreement, enterAgreement } from '../actions/agreements/put-agreement.ts';
import type { NewAction } from '../domain/agreement/accept-action.ts';
import type { PlannedAction } from '../domain/agreement/action.ts';
import { exactly } from '../domain/agreement/rough-day.ts';
import { sectionsFrom } from '../domain/agreement/write-text.ts';
import { insertAction } from '../store/actions.ts';
import { findAgreement } from '../store/agreements.ts';

const id = 'walking-and-cycling-in-mid-kent';
const loader: SystemActor = { officeTitle: 'Accord, reading the example', bodyId: 'maidstone' };
const source = 'Made up for this example';
/** Long enough for whoever starts the example and comes back to it. */
const daysToTryOut = 180;

const routes: ReadonlyMap<string, readonly [Approval, ...Approval[]]> = new Map([
  ['maidstone', ['executive']],
  ['tunbridge-wells', ['executive']],
  ['swale', ['committee']],
  ['kent-county-council', ['council']],
]);

/**
 * An agreement that is made up, with a district’s chapter and an action plan, put to four councils on the day the example is loaded:
 * whoever tries it out can sign it by each council’s own route. Loading it again changes nothing.
 */
export async function loadLivingAgreement(services: ActServices): Promise<void> {
  const now = services.clock.now();
  const today = londonDate(now);
  const done = await actTogether(services, loader, {}, async (sql) => {
    if ((await findAgreement(sql, id)) !== undefined) return ok({ value: undefined, entries: [] });
    const entries = [
      ...(await enter(sql, wholeFrom(today), now)),
      ...(await enter(sql, chapterFrom(today), now)),
      ...(await plan(sql, today, now)),
    ];
    return ok({ value: undefined, entries });
  });
  if (!done.ok) throw new Error(`The illustrative agreement could not be loaded: ${String(done.error)}`);
}

async function enter(sql: Sql, asked: EnteredAgreement, now: Date): Promise<readonly Entry[]> {
  const entered = await enterAgreement(sql, asked, { officeTitle: loader.officeTitle, now });
  if (!entered.ok) throw new Error(`${asked.id ?? ''} was refused: ${entered.error}`);
  return entered.value.entries;
}

const made = {
  kind: 'other',
  bodyId: 'maidstone',
  renews: undefined,
  isIllustrative: true,
  publishedBy: 'Accord, as an illustration',
} as const;

const termFrom = (today: IsoDate) => {
  const { day } = dateParts(today);
  const from = addMonths(addDays(today, 1 - day), 2);
  return { from, until: addDays(addMonths(from, 36), -1) };
};

const wholeFrom = (today: IsoDate): EnteredAgreement => ({
  ...made,
  id,
  partOf: undefined,
  placeId: undefined,
  comesAbout: {
    by: 'signing',
    terms: { approvals: routes, needs: 'all', deadline: addDays(today, daysToTryOut) },
  },
  version: {
    title: 'Walking and cycling in mid Kent',
    summary:
      'Four councils agree to make short journeys on foot and by bicycle safe and usual, each in its own area.',
    frameworkId: 'local-outcomes-framework-2026',
    outcomeIds: ['local-outcomes-framework-2026/8', 'local-outcomes-framework-2026/14'],
    term: termFrom(today),
    principles: [
      { number: '1', text: 'Each council decides for its own area and answers for it.', cites: '' },
      {
        number: '2',
        text: 'What is counted is counted in the same way everywhere, and published.',
        cites: '',
      },
    ],
    sections: sectionsFrom(`# What is agreed
By the end of the term more short journeys are made on foot or by bicycle than at its start.
Routes to every secondary school are looked at first.
Each district has a chapter of its own, with its own actions.
# Who does what
The county council looks after the roads and counts the journeys.
Each borough brings its own land and its own planning.
# If it goes wrong
A council that cannot keep its part says so at once, and the four look at it together.`),
    parties: [
      { bodyId: 'maidstone', capacity: 'lead' },
      { bodyId: 'tunbridge-wells', capacity: 'party' },
      { bodyId: 'swale', capacity: 'party' },
      { bodyId: 'kent-county-council', capacity: 'party' },
      { bodyId: 'ashford', capacity: 'partner' },
    ],
    changed: '',
    reason: '',
    source,
  },
});

const chapterFrom = (today: IsoDate): EnteredAgreement => ({
  ...made,
  id: `${id}-maidstone`,
  partOf: id,
  placeId: 'maidstone',
  comesAbout: {
    by: 'signing',
    terms: { approvals: routes, needs: 'all', deadline: addDays(today, daysToTryOut) },
  },
  version: {
    title: 'Walking and cycling in mid Kent: Maidstone’s chapter',
    summary: 'What Maidstone and the county council do for it in the borough.',
    frameworkId: 'local-outcomes-framework-2026',
    outcomeIds: ['local-outcomes-framework-2026/14'],
    term: termFrom(today),
    principles: [],
    sections: sectionsFrom('# In Maidstone\nThe routes to the town’s secondary schools come first.'),
    parties: [
      { bodyId: 'maidstone', capacity: 'lead' },
      { bodyId: 'kent-county-council', capacity: 'party' },
    ],
    changed: '',
    reason: '',
    source,
  },
});

type Plan = Pick<NewAction, 'title' | 'says' | 'isQuickWin' | 'ownerBody' | 'ownerOffice'> &
  Readonly<{ inMonths: number }>;

const actions: readonly Plan[] = [
  {
    title: 'Count journeys at twelve places in the borough',
    says: 'In the same week and in the same way as the other boroughs.',
    isQuickWin: true,
    ownerBody: 'maidstone',
    ownerOffice: 'Head of policy',
    inMonths: 3,
  },
  {
    title: 'Make the crossings on the way to two schools safe',
    says: 'The two that parents named most often.',
    isQuickWin: false,
    ownerBody: 'kent-county-council',
    ownerOffice: 'Director of highways',
    inMonths: 12,
  },
];

async function plan(sql: Sql, today: IsoDate, now: Date): Promise<readonly Entry[]> {
  const agreementId = `${id}-maidstone`;
  const chapter = await findAgreement(sql, agreementId);
  if (chapter === undefined) throw new Error('The illustrative chapter was not kept');
  const entries: Entry[] = [];
  for (const [index, { inMonths, ...asked }] of actions.entries()) {
    const action: PlannedAction = {
      ...asked,
      agreementId,
      number: index + 1,
      outcomeId: 'local-outcomes-framework-2026/14',
      targetId: undefined,
      due: exactly(addMonths(today, inMonths)),
      milestones: [
        { number: 1, title: 'Places chosen', due: exactly(addMonths(today, Math.ceil(inMonths / 2))) },
      ],
      cites: '',
      source,
      certainty: 'illustrative',
      publishedBy: made.publishedBy,
      recordedAt: now,
      facts: [],
    };
    await insertAction(sql, action);
    entries.push(actionEntry(chapter, action));
  }
  return entries;
}
