import { clip, formatDate, listInWords, plural } from '#platform/kernel';
import { type Entry, type Json, publicEntry } from '#platform/record';
import { type Decision, decisionPath } from '../domain/decision/decision.ts';
import type { Found } from '../store/found.ts';

/** The record’s entry of a decision that is published: all of it, so that the page could be rebuilt from it. */
export function decisionEntry(
  decision: Decision,
  { things = [], papers = [] }: Readonly<{ things?: readonly string[]; papers?: readonly Json[] }> = {},
): Entry {
  const { bodyId, title, decisionMaker, takenOn, isHistoric, places, topics, clauses } = decision;
  const subject = decisionPath(decision);
  return publicEntry({
    act: isHistoric ? 'governance.decision.entered' : 'governance.decision.published',
    subject,
    summary: `${decisionMaker}, ${formatDate(takenOn)}: ${clip(title, 160)} (${plural(clauses.length, 'clause')})`,
    facts: { decision: asJson(decision), ...(papers.length > 0 && { papers: [...papers] }) },
    about: { bodies: [bodyId], places, topics, things: [...pointedAt(decision), ...things] },
  });
}

/** The pages of other things that a decision concerns. */
const pointedAt = ({ reconsiders }: Decision): readonly string[] =>
  reconsiders === undefined ? [] : [`/decisions/${reconsiders}`];

/** Everything of it as plain data: what it does not say is left out, money is a text of whole pence. */
function asJson(value: unknown): Json {
  return JSON.parse(
    JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? String(each) : each)),
  ) as Json;
}

/** What a decision can be found by. An exempt one says in public only what may be read. */
export function decisionFound(decision: Decision): Found {
  const { bodyId, title, issue, reasons, clauses, takenOn, places, topics, decisionMaker } = decision;
  const decided = clauses.map(({ number, text }) => `${number}. ${text}`);
  return {
    subject: decisionPath(decision),
    kind: 'decision',
    bodyId,
    title,
    text: [issue, decisionMaker, ...decided, reasons, listInWords(decision.alternatives ?? [])]
      .filter((part) => part !== '')
      .join('\n'),
    on: takenOn,
    places,
    topics,
    isKey: decision.isKey,
  };
}
