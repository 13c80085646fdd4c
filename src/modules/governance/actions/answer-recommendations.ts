import { type Sql, lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, formatDate, type IsoDate, listInWords, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, type Entry, publicEntry } from '#platform/record';
import { decisionPath } from '../domain/decision/decision.ts';
import {
  acceptResponses,
  type GivenResponses,
  type ResponseRefusal,
} from '../domain/scrutiny/new-response.ts';
import { reportId, reportPath, type ScrutinyReport } from '../domain/scrutiny/report.ts';
import type { Response } from '../domain/scrutiny/response.ts';
import { mayAnswerScrutiny } from '../permissions.ts';
import { findDecision } from '../store/decisions.ts';
import { findReport, insertResponses } from '../store/scrutiny.ts';
import type { Publisher } from './judge-decision.ts';

export type ReportNamed = Readonly<{ bodyId: string; reference: string }>;

type EnterRefusal =
  | ResponseRefusal
  | 'no-such-report'
  | 'no-such-decision'
  | 'clause-agrees-no-reference'
  | 'decision-after-the-answer'
  | Stale<readonly Response[]>;
export type AnswerRefusal = CommonRefusal | EnterRefusal;

/**
 * Gives the executive’s answer to some or all of a report’s recommendations. Where a decision agreed them, the clause that
 * did so is named and must say that it agrees a scrutiny reference. `seen`: how many answers the officer saw.
 */
export async function answerRecommendations(
  services: ActServices,
  actor: Actor | undefined,
  named: ReportNamed,
  given: GivenResponses,
  seen: number,
  options: ActOptions = {},
): Promise<Result<void, AnswerRefusal>> {
  const allowed = may(actor, mayAnswerScrutiny, named.bodyId);
  if (!allowed.ok) return allowed;
  const publisher = { officeTitle: allowed.value.officeTitle, now: services.clock.now() };
  return act<void, AnswerRefusal>(services, allowed.value, options, async (sql) => {
    const entered = await enterResponses(sql, named, given, publisher, {
      today: services.clock.today(),
      seen,
    });
    return entered.ok ? ok({ value: undefined, entry: entered.value }) : entered;
  });
}

/** The same within an act of the caller’s, which keeps the entry. */
export async function enterResponses(
  sql: Sql,
  named: ReportNamed,
  given: GivenResponses,
  { officeTitle, now }: Publisher,
  { today, seen }: Readonly<{ today: IsoDate; seen: number }>,
): Promise<Result<Entry, EnterRefusal>> {
  await lockThing(sql, reportPath(named));
  const followed = await findReport(sql, reportId(named));
  if (followed === undefined) return refuse('no-such-report');
  const { report, responses } = followed;
  if (responses.length !== seen) return refuse({ stale: responses });
  const accepted = acceptResponses(report, given, today);
  if (!accepted.ok) return accepted;
  const agreed = await agreedBy(sql, report, given);
  if (!agreed.ok) return agreed;

  const added = accepted.value.map((answer): Response => ({
    ...answer,
    on: given.on,
    decisionId: given.decision?.id,
    clause: given.decision?.clause,
    byOffice: officeTitle,
    source: given.source,
  }));
  await insertResponses(sql, report.id, added, now);
  return ok(entryOf(report, added, agreed.value));
}

/** The page of the decision that is named, when its clause agrees a scrutiny reference. */
async function agreedBy(
  sql: Sql,
  { bodyId }: ScrutinyReport,
  { decision: named, on }: GivenResponses,
): Promise<Result<string | undefined, EnterRefusal>> {
  if (named === undefined) return ok(undefined);
  const decision = await findDecision(sql, named.id);
  if (decision?.bodyId !== bodyId) return refuse('no-such-decision');
  const clause = decision.clauses.find(({ number }) => number === named.clause);
  if (clause?.effect !== 'agree-scrutiny-reference') return refuse('clause-agrees-no-reference');
  if (decision.takenOn > on) return refuse('decision-after-the-answer');
  return ok(decisionPath(decision));
}

function entryOf(report: ScrutinyReport, added: readonly Response[], decision: string | undefined): Entry {
  const numbers = listInWords(added.map(({ recommendation }) => recommendation));
  const on = added[0]?.on ?? report.madeOn;
  return publicEntry({
    act: 'governance.recommendations.answered',
    subject: reportPath(report),
    summary: `The executive answered recommendations of ${report.committee} on ${formatDate(on)}: ${numbers}`,
    ...(decision === undefined ? {} : { decision }),
    facts: {
      answers: added.map(({ recommendation, outcome, reasons, clause, source }) => ({
        recommendation,
        outcome,
        reasons,
        clause: clause ?? null,
        source,
      })),
      on,
    },
    about: {
      bodies: [report.bodyId],
      places: report.places,
      topics: report.topics,
      things: decision === undefined ? [] : [decision],
    },
  });
}
