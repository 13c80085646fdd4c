import { date } from '#platform/kernel';
import { withClient } from '#platform/db';
import { act } from '#platform/record';
import { describe, expect, test } from 'vitest';
import { publishRecommendations } from './actions/publish-recommendations.ts';
import { openLeagueBook } from './queries/league/league-book.ts';
import { leagueDetail, leagueYears } from './queries/league/league.ts';
import { aClause, governanceForTest, officerOf, publishedForTest } from './testing.ts';

const today = date('2026-07-15');
const agreed = { isReasonable: true, isUrgent: true, reasons: 'The grant lapses', agreedBy: 'The Mayor' };

describe('the clock league', () => {
  test('counts each decision by its own day’s rules, and follows what is published', async () => {
    const { services, at, database } = await governanceForTest('2026-07-10 10:00');
    const book = openLeagueBook();
    const year = async (bodyId: string, which = 2026, on = today) =>
      (await leagueYears(database, book, on)).find((each) => each.bodyId === bodyId && each.year === which);
    expect(await year('maidstone')).toBeUndefined();

    // Key, and no notice of it was published: late. Not key and its call-in waived: urgency.
    await publishedForTest(services, { takenOn: date('2026-07-09') });
    expect((await year('maidstone'))?.figures).toMatchObject({
      decisions: 1,
      noticesLate: { count: 1, of: 1, cannotBeJudged: 0 },
      recordsLate: { count: 0, of: 0, cannotBeJudged: 1 },
      publication: { median: 1, longest: 1 },
      urgency: { decisions: 0, percentage: 0 },
    });
    await publishedForTest(at('2026-07-14 10:00'), {
      title: 'Emergency repairs',
      isKey: false,
      keyReasons: '',
      takenOn: date('2026-07-13'),
      waiver: { ...agreed, agreedAt: new Date('2026-07-13T09:00:00Z') },
    });
    const both = (await year('maidstone'))?.figures;
    expect(both).toMatchObject({ decisions: 2, executive: 2, keyDecisions: 1 });
    expect(both?.urgency).toMatchObject({ callInWaived: 1, decisions: 1, percentage: 50 });
    // As it stood: what was published later is not there yet.
    expect((await year('maidstone', 2026, date('2026-07-13')))?.figures.decisions).toBe(1);

    // A decision of another body leaves this one as it was.
    await publishedForTest(at('2026-07-14 10:00'), {
      bodyId: 'dover',
      title: 'Dover’s own',
      callInBy: date('2026-07-21'),
    });
    expect((await year('maidstone'))?.figures).toEqual(both);
    expect((await year('dover'))?.figures.decisions).toBe(1);

    const detail = await leagueDetail(database, { bodyId: 'maidstone', year: 2026 }, today);
    expect(detail.figures).toEqual(both);
    expect(detail.decisions.map(({ decision, notice }) => [decision.title, notice.notice])).toEqual([
      ['Waste collection contract', 'late'],
      ['Emergency repairs', 'not-needed'],
    ]);
  });

  test('does not judge what an old record leaves out, and says so instead of none', async () => {
    const { services, database } = await governanceForTest();
    await publishedForTest(services, {
      takenOn: date('2008-07-09'),
      published: { on: date('2008-07-11'), at: undefined },
      reference: '2008-077',
      clauses: [aClause()],
    });
    const [found] = await leagueYears(database, openLeagueBook(), today);
    expect(found).toMatchObject({
      bodyId: 'maidstone',
      year: 2008,
      figures: {
        noticesLate: { count: 0, of: 0, cannotBeJudged: 1 },
        publication: { median: 2, longest: 2 },
      },
    });
  });

  test('judges by the body’s own limit where it has one, and anew when it changes', async () => {
    const { services, database, ownerUrl } = await governanceForTest();
    await publishedForTest(services, { takenOn: date('2026-07-06'), isKey: false, keyReasons: '' });
    const book = openLeagueBook();
    const late = async () => (await leagueYears(database, book, today))[0]?.figures.recordsLate;
    expect(await late()).toEqual({ count: 0, of: 0, cannotBeJudged: 1 });
    await withClient(ownerUrl, async (client) => {
      await client.query(
        `INSERT INTO register.rule_version (body_id, key, version, value, source, certainty, recorded_on)
         VALUES ('maidstone', 'record.publish', 1, '{"count": 5, "unit": "working-days"}', 'Constitution', 'confirmed', '2026-07-15')`,
      );
    });
    await act(services, officerOf('maidstone', 'monitoring-officer'), {}, async () => ({
      ok: true,
      value: {
        value: undefined,
        entry: {
          act: 'register.rule.corrected',
          subject: '/bodies/maidstone/rules',
          summary: 'Record of a decision published within: 5 working days',
          facts: {},
          visibility: 'public',
        },
      },
    }));
    expect(await late()).toEqual({ count: 1, of: 1, cannotBeJudged: 0 });
  });

  test('counts an answer to scrutiny that is overdue, and leaves aside one without a last day', async () => {
    const { services, database } = await governanceForTest();
    const report = {
      bodyId: 'maidstone',
      title: 'Waste',
      madeOn: date('2026-03-10'),
      committeeId: undefined,
      committee: 'Scrutiny Committee',
      addressedTo: 'The Cabinet',
      recommendations: [{ number: '1', text: 'That the contract be let', conditions: [] }],
      places: [],
      topics: [],
      source: 'Minutes',
    };
    const scrutiny = officerOf('maidstone', 'scrutiny');
    await publishRecommendations(services, scrutiny, { ...report, receivedOn: date('2026-03-10') });
    await publishRecommendations(services, scrutiny, { ...report, title: 'Parks', receivedOn: undefined });
    const [found] = await leagueYears(database, openLeagueBook(), today);
    expect(found?.figures).toMatchObject({
      decisions: 0,
      responsesLate: { count: 1, of: 1, cannotBeJudged: 1 },
      urgency: { percentage: undefined },
    });
  });
});
