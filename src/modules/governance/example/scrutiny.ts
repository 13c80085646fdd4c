import type { Sql } from '#platform/db';
import { date, ok } from '#platform/kernel';
import { type ActServices, actTogether, type Entry, type SystemActor } from '#platform/record';
import { enterResponses } from '../actions/answer-recommendations.ts';
import { enterReport } from '../actions/publish-recommendations.ts';
import { enterConditionFact } from '../actions/report-on-condition.ts';
import type { Watch } from '../domain/scrutiny/condition-fact.ts';
import { agreeingClauses, recommendingCommittees } from '../queries/scrutiny-choices.ts';
import { findReport } from '../store/scrutiny.ts';

const loader: SystemActor = { officeTitle: 'Accord, reading the example', bodyId: 'maidstone' };
const mkip = { bodyId: 'maidstone', reference: '2008-001' } as const;
const committee = 'Corporate Services Overview and Scrutiny Committee';
const source =
  'Maidstone Borough Council, Record of Decision of the Cabinet, 9 July 2008: reasons for decision, on the committee’s meeting of 1 July 2008';

/** The three conditions, in our own words, and what would show that each is kept. The source states a date for none. */
const conditions: readonly Readonly<{
  number: string;
  text: string;
  kind: 'milestone' | 'report';
  what: string;
}>[] = [
  {
    number: 'i',
    text: 'As the partner councils differ in character, projects are given a reasonable timescale and keep to it, and this committee is told of any slippage.',
    kind: 'milestone',
    what: 'Projects of the partnership keep to the timescale set for them',
  },
  {
    number: 'ii',
    text: 'An assurance is given that in every proposed project service counts for as much as savings.',
    kind: 'report',
    what: 'The assurance on service and savings',
  },
  {
    number: 'iii',
    text: 'It is clear how the partnership’s fund is to be spent, and how that spending is monitored.',
    kind: 'report',
    what: 'How the fund is spent and how its spending is monitored',
  },
];

/**
 * What Maidstone’s scrutiny recommended on the Mid Kent Improvement Partnership on 1 July 2008, and the Cabinet’s
 * agreement of 9 July. No source held says when the executive received it, or what became of the conditions: that stays
 * not recorded. Loading it again changes nothing.
 */
export async function loadScrutinyExample(services: ActServices): Promise<void> {
  const loaded = await actTogether(services, loader, {}, async (sql) => {
    const known = await findReport(sql, `${mkip.bodyId}/${mkip.reference}`);
    return ok({ value: undefined, entries: known === undefined ? await load(sql, services) : [] });
  });
  if (!loaded.ok) throw new Error(`The scrutiny example could not be loaded: ${String(loaded.error)}`);
}

async function load(sql: Sql, { clock }: ActServices): Promise<readonly Entry[]> {
  const publisher = { officeTitle: loader.officeTitle, now: clock.now() };
  const committees = await recommendingCommittees(sql, mkip.bodyId);
  const report = await enterReport(
    sql,
    {
      ...mkip,
      title: 'Establishment of a Mid Kent Improvement Partnership',
      madeOn: date('2008-07-01'),
      committeeId: committees.find(({ name }) => name === committee)?.id,
      committee,
      addressedTo: 'The Cabinet',
      receivedOn: undefined,
      recommendations: [
        {
          number: '1',
          text: 'That the recommendations in the report of the Chief Executive be agreed, subject to three conditions.',
          conditions: conditions.map(({ number, text }) => ({ number, text })),
        },
      ],
      places: ['maidstone'],
      topics: ['partnerships'],
      source,
    },
    publisher,
  );
  if (!report.ok) throw new Error(report.error);

  const [clause] = await agreeingClauses(sql, mkip.bodyId, date('2008-07-09'));
  const answered = await enterResponses(
    sql,
    mkip,
    {
      on: date('2008-07-09'),
      answers: [{ recommendation: '1', outcome: 'accepted', reasons: '' }],
      decision: clause && { id: clause.decisionId, clause: clause.clause },
      source: 'Maidstone Borough Council, Record of Decision of the Cabinet, 9 July 2008: decision made, 2',
    },
    publisher,
    { today: clock.today(), seen: 0 },
  );
  if (!answered.ok) throw new Error(JSON.stringify(answered.error));

  const entries = [report.value.entry, answered.value];
  for (const [index, { kind, what }] of conditions.entries()) {
    const watch: Watch = { kind, what, by: undefined };
    const watched = await enterConditionFact(
      sql,
      { ...mkip, key: `1.${index + 1}` },
      {
        kind: 'watched',
        watch,
        on: date('2008-07-09'),
        says: 'The source states no date, and says nothing of what became of it.',
        source,
        byOffice: loader.officeTitle,
      },
      { today: clock.today(), now: clock.now() },
    );
    if (!watched.ok) throw new Error(JSON.stringify(watched.error));
    entries.push(watched.value);
  }
  return entries;
}
