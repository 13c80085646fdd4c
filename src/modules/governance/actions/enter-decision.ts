import { onConstraint, type Sql, lockThing } from '#platform/db';
import { dateParts, ok, refuse, type Result } from '#platform/kernel';
import type { Entry, Json } from '#platform/record';
import { type Decision, decisionId, decisionPath } from '../domain/decision/decision.ts';
import type { HistoricDecision, NewDecision } from '../domain/decision/new-decision.ts';
import type { PublishFault } from '../domain/record/publish-fault.ts';
import { recordAdoption } from '../store/adoptions.ts';
import { findDecision, insertDecisions } from '../store/decisions.ts';
import { keepFound } from '../store/found.ts';
import { nextReference } from '../store/numbering.ts';
import { insertWaiver } from '../store/steps.ts';
import { decisionEntry, decisionFound } from './decision-entry.ts';
import { judgeDecision, type Publisher } from './judge-decision.ts';
import { attachPapers, type ToAttach } from './papers/attach-papers.ts';
import { publishPapers } from './papers/publish-papers.ts';

export type EnterRefusal = 'no-such-body' | Readonly<{ faults: readonly PublishFault[] }>;

/**
 * Publishes one decision within an act of the caller’s, which keeps the entry: a meeting whose minutes record several, a
 * form, the example. Whoever acts must act for the decision’s body, and what they may do is the caller’s to check.
 */
export async function enterDecision(
  sql: Sql,
  given: NewDecision,
  publisher: Publisher,
): Promise<Result<Readonly<{ decision: Decision; entry: Entry }>, EnterRefusal>> {
  await lockThing(sql, `/bodies/${given.bodyId}/decisions`);
  const judged = await judgeDecision(sql, given, publisher);
  if (judged === undefined) return refuse('no-such-body');
  if (judged.faults.length > 0) return refuse({ faults: judged.faults });

  const decision = await numbered(sql, judged.decision, given.reference);
  const inserted = await onConstraint(insertOne(sql, decision), {
    decision_reference_once: { fault: 'reference-taken' },
    decision_external_reference_once: { fault: 'reference-taken' },
  });
  if (!inserted.ok) return refuse({ faults: [inserted.error] });
  if (given.waiver !== undefined) await insertWaiver(sql, decision.id, given.waiver);
  await keepFound(sql, [decisionFound(decision)]);
  const papers = await publishWith(sql, decision, given.papers ?? [], publisher);
  if (!papers.ok) return papers;

  const adopted =
    given.adopts === undefined ? undefined : await recordAdoption(sql, decision, given.adopts, publisher.now);
  if (adopted?.ok === false) return refuse({ faults: [{ fault: 'adoption', because: adopted.error }] });
  return ok({
    decision,
    entry: decisionEntry(decision, {
      things: adopted === undefined ? [] : [adopted.value.proposal],
      papers: papers.value,
    }),
  });
}

/** Attaches its papers and publishes them with it; answers what the record’s entry says of them. */
async function publishWith(
  sql: Sql,
  decision: Decision,
  papers: readonly ToAttach[],
  { now }: Publisher,
): Promise<Result<readonly Json[], EnterRefusal>> {
  const { bodyId, takenOn, places, topics } = decision;
  const attached = await attachPapers(sql, { subject: decisionPath(decision), bodyId }, papers);
  if (!attached.ok) return refuse({ faults: [{ fault: 'paper', because: attached.error.papers }] });
  return ok(await publishPapers(sql, attached.value, { at: now, on: takenOn, places, topics }));
}

async function insertOne(sql: Sql, decision: Decision): Promise<Result<void, never>> {
  await insertDecisions(sql, [decision]);
  return ok();
}

/** With its own number, or the next that its body has not given yet. */
async function numbered(sql: Sql, decision: Decision, own: string | undefined): Promise<Decision> {
  if (own !== undefined) return decision;
  const { bodyId, takenOn } = decision;
  const { year } = dateParts(takenOn);
  for (;;) {
    const reference = await nextReference(sql, bodyId, 'decision', year);
    const id = decisionId({ bodyId, reference });
    if ((await findDecision(sql, id)) === undefined) return { ...decision, reference, id };
  }
}

/**
 * Brings in records of before Accord by the hundred, as they were: nothing of them is judged, and a gap of theirs shows on
 * their page. The caller keeps the entries, one for each; a record whose number is taken throws `ConstraintViolated`.
 */
export async function importDecisions(
  sql: Sql,
  given: readonly HistoricDecision[],
  { officeTitle, now }: Publisher,
): Promise<Readonly<{ decisions: readonly Decision[]; entries: readonly Entry[] }>> {
  const decisions = given.map(
    ({ published, waiver: _waiver, papers: _papers, adopts: _adopts, ...own }): Decision => ({
      ...own,
      id: decisionId(own),
      publishedOn: published.on,
      publishedAt: published.at,
      isHistoric: true,
      publishedBy: officeTitle,
      recordedAt: now,
    }),
  );
  await insertDecisions(sql, decisions);
  for (const { waiver, ...own } of given)
    if (waiver !== undefined) await insertWaiver(sql, decisionId(own), waiver);
  await keepFound(sql, decisions.map(decisionFound));
  return { decisions, entries: decisions.map((decision) => decisionEntry(decision)) };
}
