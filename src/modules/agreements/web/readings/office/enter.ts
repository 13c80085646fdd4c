import { askAgain, type FieldErrors, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import type { Services } from '#platform/module';
import { explainCommon, isCommon, once } from '#platform/web';
import { enterReadings, type EnterRefusal } from '../../../actions/readings/enter-readings.ts';
import { dueReadings } from '../../../queries/readings/due.ts';
import { type LineShown, linesShown } from '../../../queries/readings/lines-shown.ts';
import { sayFault } from '../fault-words.ts';
import { enterPage } from './enter-page.tsx';
import { fieldOf, type LineFor, linesOf, readLineName, rowsOf } from './lines.ts';
import { batchPath } from './paths.ts';

/** How many readings a form asks for at once; more are brought as a file. */
const linesAtOnce = 10;

type Numbered = Readonly<{ number: number; line: LineFor }>;

/** The form for the readings named in the address, or for those that are due soonest. */
export async function askLines({ database }: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, query, today } = visit;
  const named = (query['line'] ?? '').split('\n').flatMap((text) => readLineName(text) ?? []);
  const lines = await database.as(actor, async (sql) => {
    const due = named.length > 0 ? [] : await dueReadings(sql, actor.bodyId, today);
    const chosen: readonly LineFor[] = named.length > 0 ? named : due.filter(({ isWaiting }) => !isWaiting);
    const shown = await linesShown(sql, chosen.slice(0, linesAtOnce), today);
    return shown.map((each, index) => ({ number: index + 1, shown: each }));
  });
  const answers = Object.fromEntries(
    lines.flatMap(({ number, shown }) =>
      Object.entries(usual(shown)).map(([name, value]) => [`${name}-${number}`, value]),
    ),
  );
  return page(enterPage({ actor, lines, isDoubted: false }, answers, {}));
}

/** What a line begins with: a new reading as provisional, one that follows as what it may become, with its figures. */
function usual({ stands }: LineShown): Readonly<Record<string, string>> {
  if (stands === undefined) return { status: 'provisional' };
  const isFinal = stands.status === 'final' || stands.status === 'revised';
  return {
    status: isFinal ? 'revised' : 'final',
    value: stands.value ?? '',
    numerator: stands.numerator ?? '',
    denominator: stands.denominator ?? '',
    low: stands.confidence?.low ?? '',
    high: stands.confidence?.high ?? '',
    sample: stands.sample === undefined ? '' : String(stands.sample),
  };
}

/** Puts what was typed before somebody else, or shows the form again with everything that is wrong. */
export async function submitLines(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers, today } = visit;
  const numbered = linesOf(answers).slice(0, linesAtOnce);
  const rows = rowsOf(answers).slice(0, linesAtOnce);
  const says = (answers['says'] ?? '').trim();
  const isSure = answers['sure'] === 'yes';
  const tooLong = says.length > 2000;
  const outcome = tooLong
    ? undefined
    : await enterReadings(
        services,
        actor,
        { bodyId: actor.bodyId, cameBy: 'form', rows, isSure, says },
        once(visit),
      );
  if (outcome?.ok === true)
    return redirect(
      batchPath(actor.bodyId, outcome.value),
      'The readings wait for approval by somebody else of your body.',
    );
  const errors: FieldErrors =
    outcome === undefined ? { says: 'Shorten this to 2,000 characters' } : explain(outcome.error);
  const lines = await services.database.as(actor, async (sql) => {
    const shown = await linesShown(
      sql,
      numbered.map(({ line }) => line),
      today,
    );
    return numbered.flatMap((each) => withShown(each, shown));
  });
  const isDoubted = isSure || 'sure' in errors;
  return askAgain(enterPage({ actor, lines, isDoubted }, answers, errors));
}

const withShown = ({ number, line }: Numbered, all: readonly LineShown<LineFor>[]) => {
  const shown = all.find((each) => each.line === line);
  return shown === undefined ? [] : [{ number, shown }];
};

function explain(refusal: EnterRefusal | 'already-submitted'): FieldErrors {
  if (typeof refusal === 'object') {
    const { faults, doubts } = refusal.found;
    const errors: Record<string, string> = {};
    for (const { line, column, found } of faults.length > 0 ? faults : doubts) {
      const { wrong, mend } = sayFault(found);
      errors[fieldOf(column, line)] ??= `${wrong}. ${mend}`;
    }
    return faults.length > 0
      ? errors
      : { ...errors, sure: 'Look again at what is far from the periods before' };
  }
  if (isCommon(refusal)) return explainCommon(refusal);
  return {
    form: 'Nothing new was entered: fill in at least one reading that is not published or waiting already',
  };
}
