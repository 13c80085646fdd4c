import type { Answers, FieldErrors } from '#platform/http';
import type { IsoDate } from '#platform/kernel';
import type { DecidedClause } from '../../../domain/decision/decision.ts';
import type { NewDecision } from '../../../domain/decision/new-decision.ts';
import { readAccess } from './steps/access-form.ts';
import { readCallIn } from './steps/call-in-form.ts';
import { clauseAnswers, clauseIds, readClause } from './steps/clause-form.ts';
import { readInterests } from './steps/interests-form.ts';
import { readLinks } from './steps/links-form.ts';
import { readNotice } from './steps/notice-form.ts';
import { readPapers } from './steps/papers-form.ts';
import { readReasons } from './steps/reasons-form.ts';
import { type StepId, stepIds, steps } from './steps/steps.ts';
import { readWhat } from './steps/what-form.ts';

/** What keeps a draft from being read as a record, by the step where it is to be mended. */
export type Unfinished = Readonly<Partial<Record<StepId | 'clauses', readonly string[]>>>;

/**
 * A draft as a record, as far as it is one. `decision` is what can be judged already; where the day or the decision maker
 * is missing it is judged as of today’s law, and cannot be published.
 */
export type DraftRead = Readonly<{ decision: NewDecision; unfinished: Unfinished }>;

export function readDraft(answers: Answers, bodyId: string, today: IsoDate): DraftRead {
  const what = readWhat(answers);
  const reasons = readReasons(answers);
  const interests = readInterests(answers);
  const papers = readPapers(answers);
  const notice = readNotice(answers);
  const callIn = readCallIn(answers);
  const links = readLinks(answers);
  const access = readAccess(answers);
  const said = what.ok ? what.value : undefined;
  const listed = papers.ok ? papers.value : undefined;
  const decision: NewDecision = {
    bodyId,
    title: said?.title ?? '',
    issue: said?.issue ?? '',
    makerKind: said?.makerKind ?? 'cabinet',
    decisionMaker: said?.decisionMaker ?? '',
    committeeId: said?.committeeId,
    takenOn: said?.takenOn ?? today,
    isExecutive: said?.isExecutive ?? true,
    isKey: said?.isKey ?? false,
    keyReasons: said?.isKey === true ? said.keyReasons : '',
    published: said?.published,
    source:
      said?.source === undefined || said.source === ''
        ? said?.isHistoric === true
          ? ''
          : ownRecord
        : said.source,
    clauses: readClauses(answers),
    ...(reasons.ok ? reasons.value : { reasons: '', alternatives: undefined }),
    conflicts: interests.ok ? interests.value : undefined,
    reports: listed?.reports,
    backgroundPapers: listed?.backgroundPapers,
    reliedOn: listed?.reliedOn ?? [],
    papers: (listed?.files ?? []).map((id) => ({ id })),
    ...(notice.ok ? notice.value : { noticeId: undefined, shorterNotice: undefined }),
    ...(callIn.ok
      ? callIn.value
      : { callInSentTo: '', callInBy: undefined, notOpenBecause: '', waiver: undefined }),
    ...(links.ok
      ? links.value
      : { meetingId: undefined, itemId: undefined, reconsiders: undefined, places: [], topics: [] }),
    ...(access.ok ? access.value : { access: 'open', paragraphs: [], publicInterest: '' }),
    externalReference: undefined,
  };
  return { decision, unfinished: unfinishedIn(answers) };
}

const ownRecord = 'The record of the decision, as published here';

/** The clauses of a draft that can be read as such, in their order. */
const readClauses = (answers: Answers): readonly DecidedClause[] =>
  clauseIds(answers).flatMap((id) => {
    const clause = readClause(clauseAnswers(answers, id));
    return clause.ok ? [clause.value] : [];
  });

function unfinishedIn(answers: Answers): Unfinished {
  const found = new Map<StepId | 'clauses', readonly string[]>();
  for (const id of stepIds) {
    const read = steps[id].read(answers);
    const sentences = [
      ...(read.ok ? [] : Object.values<string>(read.error)),
      ...(id === 'what' ? lacking(answers) : []),
    ];
    if (sentences.length > 0) found.set(id, sentences);
  }
  const wrong = clauseIds(answers).flatMap((id) => {
    const clause = readClause(clauseAnswers(answers, id));
    return clause.ok ? [] : Object.values(clause.error);
  });
  if (wrong.length > 0) found.set('clauses', wrong);
  return Object.fromEntries(found);
}

/** What a record must have to stand in the register at all, whatever the law of its day. */
function lacking(answers: Answers): readonly string[] {
  const what = readWhat(answers);
  if (!what.ok) return [];
  const { title, makerKind, takenOn, isExecutive, isKey, isHistoric, published, decisionMaker } = what.value;
  const missing: FieldErrors = {
    ...(title === '' && { title: 'Enter a title for the decision' }),
    ...(makerKind === undefined && { makerKind: 'Select what kind of decision maker it was' }),
    ...(isHistoric && decisionMaker === '' && { decisionMaker: 'Enter who took the decision' }),
    ...(takenOn === undefined && { taken: 'Enter the day on which the decision was taken' }),
    ...(isExecutive === undefined && { executive: 'Select whether it is an executive decision' }),
    ...(isKey === undefined && isExecutive !== false && { key: 'Select whether it is a key decision' }),
    ...(isHistoric &&
      published === undefined && { published: 'Enter the day on which the old record was published' }),
  };
  return Object.values(missing);
}
