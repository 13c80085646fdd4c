import type { Answers, FieldErrors } from '#platform/http';
import { ok, refuse, type Result } from '#platform/kernel';
import { line, oneOf, optionalDay, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { Clause } from '../../../domain/decision/clause.ts';
import type { NewVersion } from '../../../domain/proposal/accept-proposal.ts';
import type { Approval } from '../../../domain/proposal/proposal.ts';
import { topicIds } from '../../../domain/topics.ts';
import { approvalsTicked, type Part, partsOf, tickedIn } from './draft-parts.ts';

/** How many clauses a proposal can have, and how long its texts can be. */
export const mostClauses = 20;
export const longest = { title: 150, summary: 600, text: 20_000, clause: 2000, source: 300, changed: 1000 };

const clauseKinds = ['executive', 'recommend-to-council', 'resolve'] as const;

const textForm = z.object({
  title: line('the title', { most: longest.title }),
  summary: passage('what is proposed, in a few sentences', { most: longest.summary }),
  text: passage('the text', { most: longest.text, optional: true }),
  source: line('where the text comes from', { most: longest.source }),
});
const termsForm = z.object({
  needs: oneOf(['all', 'enough'], 'Select how many parties must adopt it'),
  deadline: optionalDay('the last day to adopt'),
  start: oneOf(['all-together', 'each-when-ready'], 'Select whether anybody may start before the others'),
});
const changeForm = z.object({
  changed: passage('what changes', { most: longest.changed }),
  reason: passage('why it is amended', { most: longest.changed }),
});

/** How many boxes for clauses the form shows. */
export function clauseBoxes(answers: Answers): number {
  const asked = Number(/^\d{1,2}$/.exec(answers['clauses'] ?? '')?.[0] ?? 2);
  return Math.min(Math.max(asked, 1), mostClauses);
}

/** Everything that is wrong with one page of a draft, by field; nothing where it can be read. */
export function faultsIn(part: Part, answers: Answers): FieldErrors {
  const read = readers[part](answers);
  return read.ok ? {} : read.error;
}

/** Reads a whole draft; refuses it with everything that is wrong, page by page. */
export function readDraft(
  answers: Answers,
  isAmendment: boolean,
  places: readonly string[],
): Result<NewVersion, FieldErrors> {
  const [text, clauses, parties, terms] = [
    readAnswers(textForm, answers),
    readClauses(answers),
    readParties(answers),
    readTerms(answers),
  ];
  const change = isAmendment ? readAnswers(changeForm, answers) : ok({ changed: '', reason: '' });
  if (!text.ok || !clauses.ok || !parties.ok || !terms.ok || !change.ok)
    return refuse(
      Object.assign({}, ...partsOf(isAmendment).map((part) => faultsIn(part, answers))) as FieldErrors,
    );
  return ok({
    ...text.value,
    ...terms.value,
    ...change.value,
    clauses: clauses.value,
    parties: parties.value,
    // Of a party that is left out nothing stands any more, whatever was ticked before.
    reopens: isAmendment
      ? tickedIn(answers, 'reopens').filter((id) => parties.value.some(({ bodyId }) => bodyId === id))
      : [],
    places: places.filter((place) => parties.value.some(({ bodyId }) => bodyId === place)),
    topics: topicIds.filter((topic) => answers[`topic-${topic}`] === 'yes'),
  });
}

const readers: Readonly<Record<Part, (answers: Answers) => Result<unknown, FieldErrors>>> = {
  text: (answers) => both(readAnswers(textForm, answers), readClauses(answers)),
  parties: (answers) =>
    tickedIn(answers, 'party').length < 2 ? refuse({ parties: 'Select at least two bodies' }) : ok(),
  approvals: readParties,
  terms: readTerms,
  change: (answers) => readAnswers(changeForm, answers),
};

function both(
  one: Result<unknown, FieldErrors>,
  other: Result<unknown, FieldErrors>,
): Result<void, FieldErrors> {
  if (one.ok && other.ok) return ok();
  return refuse({ ...(one.ok ? {} : one.error), ...(other.ok ? {} : other.error) });
}

function readClauses(answers: Answers): Result<readonly Clause[], FieldErrors> {
  const errors: Record<string, string> = {};
  const read: Clause[] = [];
  for (let box = 1; box <= clauseBoxes(answers); box += 1) {
    const name = `clause-${box}`;
    const schema = z.object({ [name]: passage(`clause ${box}`, { most: longest.clause, optional: true }) });
    const typed = readAnswers(schema, answers);
    const effect = clauseKinds.find((each) => each === answers[`effect-${box}`]);
    if (!typed.ok) Object.assign(errors, typed.error);
    else if ((typed.value[name] ?? '') !== '' && effect === undefined)
      errors[`effect-${box}`] = `Select which part of a council clause ${box} is for`;
    else if (effect !== undefined && (typed.value[name] ?? '') !== '')
      read.push({ number: String(read.length + 1), effect, text: typed.value[name] ?? '' });
  }
  if (Object.keys(errors).length > 0) return refuse(errors);
  return read.length === 0 ? refuse({ 'clause-1': 'Enter what each party is asked to resolve' }) : ok(read);
}

function readParties(answers: Answers): Result<NewVersion['parties'], FieldErrors> {
  const errors: Record<string, string> = {};
  const read = tickedIn(answers, 'party').flatMap((bodyId) => {
    const [first, ...others] = approvalsTicked(answers, bodyId);
    if (first === undefined) {
      errors[`approval-${bodyId}`] = 'Select at least one approval of each party';
      return [];
    }
    const approvals: readonly [Approval, ...Approval[]] = [first, ...others];
    return [{ bodyId, approvals }];
  });
  if (Object.keys(errors).length > 0) return refuse(errors);
  return read.length < 2 ? refuse({ parties: 'Select at least two bodies' }) : ok(read);
}

function readTerms(answers: Answers): Result<Pick<NewVersion, 'needs' | 'deadline' | 'start'>, FieldErrors> {
  const read = readAnswers(termsForm, answers, ['deadline']);
  const typed = (answers['atLeast'] ?? '').trim();
  const atLeast = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  const parties = tickedIn(answers, 'party').length;
  const isWrong = answers['needs'] === 'enough' && (atLeast < 1 || atLeast > Math.max(parties, 1));
  const errors = {
    ...(read.ok ? {} : read.error),
    ...(isWrong ? { atLeast: `The number of parties must be a whole number from 1 to ${parties}` } : {}),
  };
  if (!read.ok || isWrong) return refuse(errors);
  const { needs, deadline, start } = read.value;
  return ok({ needs: needs === 'all' ? 'all' : { atLeast }, deadline, start });
}
