import { expect } from 'vitest';
import { type Actor, date } from '#platform/kernel';
import type { NewDecision } from '../../domain/decision/new-decision.ts';
import { decisionAt } from '../../queries/standings.ts';
import {
  aClause,
  type GovernanceForTest,
  governanceForTest,
  momentOf,
  officerOf,
  publishedForTest,
} from '../../testing.ts';
import { signCallIn } from './sign-call-in.ts';

/** Maidstone’s rules as the record of 9 July 2008 tells them, with the hours that it does not. */
export const maidstone2008 = {
  'callIn.appliesTo': 'all-executive',
  'callIn.closeTime': '17:00',
  'callIn.effective': 'afterDeadline',
  'callIn.groups': 1,
  'callIn.reasonsRequired': true,
  'callIn.hearing': { count: 10, unit: 'working-days' },
  'callIn.notHeard': 'effective',
  'callIn.oncePerDecision': true,
};

export async function setRules(
  test: GovernanceForTest,
  bodyId: string,
  rules: Readonly<Record<string, unknown>>,
) {
  for (const [key, value] of Object.entries(rules)) {
    await test.asOwner('DELETE FROM register.rule_version WHERE body_id = $1 AND key = $2', [bodyId, key]);
    await test.asOwner(
      `INSERT INTO register.rule_version (body_id, key, version, value, source, certainty, recorded_on)
       VALUES ($1, $2, 1, $3, 'Constitution, part 4', 'confirmed', '2008-01-01')`,
      [bodyId, key, JSON.stringify(value)],
    );
  }
}

export async function seat(test: GovernanceForTest, office: string, kind: string, bodyId = 'maidstone') {
  const committee = `${bodyId}.${kind}`;
  await test.asOwner(
    `INSERT INTO governance.committee (id, body_id, name, kind, source, recorded_on)
     VALUES ($1, $2, $3, $3, 'Council', '2008-01-01') ON CONFLICT DO NOTHING`,
    [committee, bodyId, kind],
  );
  await test.asOwner(
    `INSERT INTO governance.seat (committee_id, office_id, capacity, votes, valid_from, source, recorded_on)
     VALUES ($1, $2, 'member', true, '2008-05-01', 'Council', '2008-01-01')`,
    [committee, office],
  );
}

export const group = (test: GovernanceForTest, office: string, name: string) =>
  test.asOwner(
    `INSERT INTO governance.affiliation (office_id, group_name, valid_from, source, recorded_on)
     VALUES ($1, $2, '2008-05-01', 'Council', '2008-01-01')`,
    [office, name],
  );

export const first = officerOf('maidstone', 'councillor', 'non-executive-councillor-1');
export const second = officerOf('maidstone', 'councillor', 'non-executive-councillor-2');
export const leader = officerOf('maidstone', 'leader');
export const clerk = officerOf('maidstone', 'scrutiny', 'scrutiny-officer');

/** The decision of Wednesday 9 July 2008, published on Friday 11 July: it can be called in until 5pm on 18 July. */
export async function maidstone(
  given: Partial<NewDecision> = {},
  rules: Readonly<Record<string, unknown>> = {},
) {
  const test = await governanceForTest('2008-07-11 10:00');
  await setRules(test, 'maidstone', { ...maidstone2008, ...rules });
  const decision = await publishedForTest(test.services, {
    title: 'Mid Kent Improvement Partnership',
    takenOn: date('2008-07-09'),
    clauses: [
      aClause({ number: '1', text: 'That £40,000 be contributed' }),
      aClause({ number: '2', effect: 'agree-scrutiny-reference', text: 'That the reference be agreed' }),
      aClause({ number: '3', effect: 'recommend-to-council', text: 'That the Council adopt the agreement' }),
    ],
    ...given,
  });
  const { id: decisionId } = decision;
  const sign = (actor: Actor, moment: string, more: { isInterested?: boolean; grounds?: string } = {}) =>
    signCallIn(test.at(moment), actor, {
      decisionId,
      grounds: 'Too little consultation',
      isInterested: false,
      ...more,
    });
  const standsAt = async (moment: string) => {
    const stood = await decisionAt(test.database, decisionId, momentOf(moment));
    return stood?.standing.clauses.map(({ standing }) => standing.standing);
  };
  return { ...test, decision, decisionId, sign, standsAt };
}

export const enough = { ok: true, value: { members: 2, groups: expect.any(Number), isCalledIn: true } };
export const oneOf2 = { ok: true, value: { members: 1, groups: 1, isCalledIn: false } };
export const refused = (error: unknown) => ({ ok: false, error });
