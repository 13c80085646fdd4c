import {
  type Cells,
  type IsoDate,
  type Money,
  normaliseTyped,
  readDay,
  type RowFault,
  type ValueFault,
  type Result,
} from '#platform/kernel';
import { type ClauseEffect, clauseEffects } from '../decision/clause.ts';
import type { DecidedClause } from '../decision/decision.ts';
import type { HistoricDecision } from '../decision/new-decision.ts';
import { isTopic, topics } from '../topics.ts';
import type { DecisionColumn } from './decision-columns.ts';
import { readAccess } from './read-access.ts';
import { isExecutiveByNature, makerKindOf, readMakerKind } from './maker-kind.ts';
import { faultOf, type ReadOne, wrongAll } from './read-one.ts';
import { plainText, readAmount, readList, readYesNo } from './read-values.ts';

/** A decision as a file has it, before its body gives it a number. */
export type ReadDecision = Readonly<{
  /** The lines it was read from, the first first. */
  lines: readonly number[];
  given: Omit<HistoricDecision, 'reference' | 'bodyId' | 'source' | 'externalReference'> &
    Readonly<{ externalReference: string; source: string | undefined }>;
}>;

type Row = Cells<DecisionColumn>;

const longest = { line: 300, text: 60_000, reference: 120 } as const;

/** Reads the rows of one reference: the decision they say, or everything that is wrong with it. */
export function readDecision(own: readonly Row[], today: IsoDate): ReadOne<ReadDecision> {
  const reference = own[0]?.text('reference') ?? '';
  if (reference === '' || reference.length > longest.reference)
    return wrongAll(own, 'reference', {
      wrong: reference === '' ? 'The reference is missing' : 'The reference is too long',
      mend: 'Give each decision the reference it has in the other system',
    });
  const faults: RowFault[] = [];
  const read = readOne(own, today, faults);
  return faults.length > 0 || read === undefined ? { faults } : { read };
}

/** What a clause says of itself; every other column is the decision’s and is read from its first row. */
const ofClause: ReadonlySet<DecisionColumn> = new Set([
  'clause',
  'text',
  'effect',
  'delegatedTo',
  'limits',
  'amount',
  'source',
]);
const ofDecision: readonly DecisionColumn[] = [
  'title',
  'maker',
  'makerKind',
  'taken',
  'published',
  'executive',
  'isKey',
  'reasons',
  'access',
];

function readOne(own: readonly Row[], today: IsoDate, wrong: RowFault[]): ReadDecision | undefined {
  const [row] = own;
  if (row === undefined) return undefined;
  const say = (column: DecisionColumn, fault: ValueFault, at: Row = row) =>
    void wrong.push(faultOf(at, column, fault));
  const value = <Value>(
    column: DecisionColumn,
    reader: (text: string) => Result<Value, ValueFault>,
    at: Row = row,
  ): Value | undefined => {
    const text = at.text(column);
    if (text === '') return undefined;
    const found = reader(text);
    if (found.ok) return found.value;
    say(column, found.error, at);
    return undefined;
  };
  sameInEveryRow(own, say);

  const title = oneLine(row, 'title', say);
  const decisionMaker = oneLine(row, 'maker', say);
  const taken = row.text('taken') === '' ? missing('taken', say) : value('taken', readDay);
  const published = row.text('published') === '' ? missing('published', say) : value('published', readDay);
  if (taken !== undefined && taken.on > today)
    say('taken', { wrong: 'The decision would be taken in the future', mend: 'Check the date' });
  if (taken !== undefined && published !== undefined && published.on < taken.on)
    say('published', {
      wrong: 'The record would be published before the decision was taken',
      mend: 'Check both dates',
    });
  if (published !== undefined && published.on > today)
    say('published', { wrong: 'The record would be published in the future', mend: 'Check the date' });

  const makerKind =
    row.text('makerKind') === '' ? makerKindOf(decisionMaker) : readMakerKind(row.text('makerKind'));
  if (makerKind === undefined)
    say('makerKind', {
      wrong: 'What kind of decision maker this is cannot be told',
      mend: 'Add a column “Kind of decision maker” that says cabinet, cabinet member, officer, committee or council',
    });
  const isKey = value('isKey', readYesNo) ?? false;
  const isExecutive =
    value('executive', readYesNo) ??
    (makerKind === undefined ? undefined : (isExecutiveByNature(makerKind) ?? (isKey ? true : undefined)));
  if (isExecutive === undefined && makerKind !== undefined && row.text('executive') === '')
    say('executive', {
      wrong: 'Such a decision maker can decide as the executive or otherwise',
      mend: 'Add a column “Executive decision” that says yes or no',
    });
  const access = readAccess(row.text('access'));
  if (access === undefined)
    say('access', {
      wrong: 'This is not a kind of access',
      mend: 'Write open, part exempt, exempt or confidential',
    });
  const clauses = own.map((at, index) => readClause(at, index, isExecutive ?? false, say));
  const numbers = clauses.map(({ number }) => number);
  own.forEach((at, index) => {
    if (numbers.indexOf(numbers[index] ?? '') < index)
      say(
        'clause',
        {
          wrong: 'Another row of this decision has the same clause',
          mend: 'Give each clause its own number, or each decision its own reference',
        },
        at,
      );
  });
  const unknownTopics = readList(row.text('topics')).filter((topic) => readTopic(topic) === undefined);
  if (unknownTopics.length > 0)
    say('topics', {
      wrong: `“${unknownTopics[0]}” is not a topic`,
      mend: `Use these: ${Object.values(topics).join('; ')}`,
    });
  const regulation = row.text('urgency');
  if (!['', '10', '11'].includes(regulation))
    say('urgency', { wrong: 'This is not a regulation on shorter notice', mend: 'Write 10, 11 or nothing' });
  const callInBy = value('callInBy', readDay)?.on;

  if (taken === undefined || published === undefined || makerKind === undefined || access === undefined)
    return undefined;
  return {
    lines: own.map(({ line }) => line),
    given: {
      title,
      issue: passage(row, 'issue', say),
      makerKind,
      decisionMaker,
      committeeId: undefined,
      takenOn: taken.on,
      isExecutive: isExecutive ?? false,
      isKey,
      keyReasons: '',
      noticeId: undefined,
      meetingId: undefined,
      itemId: undefined,
      clauses,
      reasons: passage(row, 'reasons', say),
      alternatives: listOf(row, 'alternatives'),
      conflicts: listOf(row, 'interests')?.map((member) => ({ member, dispensation: undefined })),
      reports: listOf(row, 'reports'),
      backgroundPapers: listOf(row, 'papers'),
      reliedOn: [],
      shorterNotice:
        regulation === ''
          ? undefined
          : { regulation: regulation === '10' ? 10 : 11, reasons: passage(row, 'urgencyReasons', say) },
      callInBy,
      callInSentTo: normaliseTyped(row.text('callInTo')),
      notOpenBecause: '',
      reconsiders: undefined,
      places: [],
      topics: readList(row.text('topics')).flatMap((topic) => readTopic(topic) ?? []),
      access,
      paragraphs: [...row.text('paragraphs').matchAll(/\b[1-7]\b/g)].map(([number]) => Number(number)),
      publicInterest: '',
      published: { on: published.on, at: published.at },
      externalReference: normaliseTyped(row.text('reference')),
      source:
        row.text('source') === '' ? undefined : normaliseTyped(row.text('source')).slice(0, longest.line),
    },
  };
}

type Say = (column: DecisionColumn, fault: ValueFault, at?: Row) => void;

/** The later rows of a decision may leave out what the first says, and must not say something else. */
function sameInEveryRow([first, ...others]: readonly Row[], say: Say): void {
  for (const other of others)
    for (const column of ofDecision) {
      if (ofClause.has(column)) continue;
      const text = other.text(column);
      if (text === '' || text === first?.text(column)) continue;
      say(
        column,
        {
          wrong: `The first row of this decision, line ${first?.line}, says something else`,
          mend: 'Let all rows of a decision say the same, or give each decision its own reference',
        },
        other,
      );
    }
}

function oneLine(row: Row, column: DecisionColumn, say: Say): string {
  const text = normaliseTyped(plainText(row.text(column)));
  if (text === '') missing(column, say);
  if (text.length > longest.line)
    say(column, { wrong: `This is longer than ${longest.line} characters`, mend: 'Shorten it to one line' });
  return text;
}

function passage(row: Row, column: DecisionColumn, say: Say): string {
  const text = plainText(row.text(column));
  if (text.length > longest.text)
    say(column, { wrong: 'This is too long', mend: 'Put long texts in a paper' });
  return text;
}

function missing(column: DecisionColumn, say: Say): undefined {
  say(column, { wrong: 'Nothing is written here', mend: 'Fill it in: every decision needs it' });
}

const listOf = (row: Row, column: DecisionColumn): readonly string[] | undefined => {
  const text = plainText(row.text(column));
  return text === '' ? undefined : readList(text);
};

function readClause(row: Row, index: number, isExecutive: boolean, say: Say): DecidedClause {
  const text = passage(row, 'text', (column, fault) => say(column, fault, row));
  if (text === '') say('text', { wrong: 'The clause has no words', mend: 'Write what was decided' }, row);
  const effect = readEffect(row.text('effect'), isExecutive);
  if (effect === undefined)
    say(
      'effect',
      {
        wrong: 'This is not what a clause can do',
        mend: 'Write executive, recommend to council, delegate, note, endorse, request, resolve or recommend',
      },
      row,
    );
  const delegatedTo = normaliseTyped(row.text('delegatedTo'));
  if ((effect === 'delegate') !== (delegatedTo !== ''))
    say(
      'delegatedTo',
      effect === 'delegate'
        ? { wrong: 'It does not say to whom it delegates', mend: 'Name the office' }
        : {
            wrong: 'The clause does not delegate',
            mend: 'Write delegate as its effect, or leave this empty',
          },
      row,
    );
  return {
    number: normaliseTyped(row.text('clause')) || String(index + 1),
    effect: effect ?? 'note',
    text,
    delegatedTo: delegatedTo || undefined,
    limits: normaliseTyped(row.text('limits')) || undefined,
    function: undefined,
    amount: amountOf(row, say),
  };
}

function amountOf(row: Row, say: Say): Money | undefined {
  const text = row.text('amount');
  if (text === '') return undefined;
  const read = readAmount(text);
  if (read.ok) return read.value;
  say('amount', read.error, row);
  return undefined;
}

function readEffect(text: string, isExecutive: boolean): ClauseEffect | undefined {
  if (text === '') return isExecutive ? 'executive' : 'resolve';
  const written = text
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
    .replace('to-the-council', 'to-council')
    .replace('agree-a-', 'agree-');
  const effects = Object.keys(clauseEffects) as ClauseEffect[];
  return effects.find(
    (each) => each === written || clauseEffects[each].title.toLowerCase() === text.toLowerCase(),
  );
}

const readTopic = (text: string): string | undefined =>
  isTopic(text)
    ? text
    : Object.entries(topics).find(([, title]) => title.toLowerCase() === text.toLowerCase())?.[0];
