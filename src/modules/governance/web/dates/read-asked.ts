import type { Answers, FieldErrors } from '#platform/http';
import {
  date,
  dateParts,
  type EffectiveRule,
  effectiveRules,
  explainDateInput,
  formatDate,
  type IsoDate,
  ok,
  parseDateInput,
  refuse,
  type Result,
  type WallTime,
  wallTime,
} from '#platform/kernel';
import { isQuestion, type QuestionId, questionIds } from '../../domain/dates/questions.ts';
import type { Days } from '../../domain/dates/rules-of-day.ts';

/** What somebody asks of the calculator. What is left undefined is as the body's rules have it. */
export type AskedDates = Readonly<{
  bodyId: string;
  /** Undefined: every question. */
  question: QuestionId | undefined;
  day: IsoDate;
  /** What if it were so many days, whatever the rule says? */
  days: Days | undefined;
  closes: WallTime | undefined;
  effective: EffectiveRule | undefined;
}>;

/** What the boxes hold at most: days no calendar says anything of are refused, and so are counts no rule has. */
const limits = { firstDay: date('1900-01-01'), lastDay: date('2199-12-31'), days: 120 };

const boxes = ['day', 'month', 'year'] as const;

/** Whether it comes from the form, whose day is typed into three boxes; an address carries the day as `on`. */
export const isTypedForm = (query: Answers): boolean =>
  boxes.some((box) => query[`day-${box}`] !== undefined);

/**
 * Reads what was asked, from the form, an address or the command line. Everything that is wrong is said at once, under
 * the name of its field, with what to do instead.
 */
export function readAsked(
  query: Answers,
  bodyIds: readonly string[],
  on: IsoDate,
): Result<AskedDates, FieldErrors> {
  const wrong: Record<string, string> = {};
  const bodyId = query['body'] ?? '';
  if (!bodyIds.includes(bodyId)) wrong['body'] = 'Choose a council or body from the list';
  const question = readQuestion(query['ask'], wrong);
  const day = isTypedForm(query) ? readBoxes(query, wrong) : on;
  if (day !== undefined && (day < limits.firstDay || day > limits.lastDay))
    wrong['day'] = `The day must be from ${formatDate(limits.firstDay)} to ${formatDate(limits.lastDay)}`;
  const days = readDays(query, question, wrong);
  const closes = readTime(query['closes'], wrong);
  const effective = readEffective(query['effective'], wrong);
  if (day === undefined || Object.keys(wrong).length > 0) return refuse(wrong);
  return ok({ bodyId, question, day, days, closes, effective });
}

/** The same question as an address that can be kept and sent on. */
export function permalink(asked: AskedDates): string {
  const query = new URLSearchParams({
    body: asked.bodyId,
    ask: asked.question ?? 'everything',
    on: asked.day,
  });
  if (asked.days !== undefined) {
    query.set('days', String(asked.days.count));
    query.set('basis', asked.days.basis);
  }
  if (asked.closes !== undefined) query.set('closes', asked.closes);
  if (asked.effective !== undefined) query.set('effective', asked.effective);
  return `?${query.toString()}`;
}

/** What fills the form for a question that came as an address. */
export function answersOf(query: Answers, on: IsoDate): Answers {
  if (isTypedForm(query)) return query;
  const { day, month, year } = dateParts(on);
  return { ...query, 'day-day': String(day), 'day-month': String(month), 'day-year': String(year) };
}

/** Where the reader of one field says what is wrong with it. */
type Wrong = Record<string, string>;

function readBoxes(query: Answers, wrong: Wrong): IsoDate | undefined {
  const [day = '', month = '', year = ''] = boxes.map((box) => query[`day-${box}`]);
  const read = parseDateInput({ day, month, year });
  if (read.ok) return read.value;
  const faulty = Object.keys(read.error);
  const field = faulty.length === 1 ? `day-${faulty[0]}` : 'day';
  wrong[field] = explainDateInput('the day', { day, month, year }, read.error);
  return undefined;
}

function readQuestion(typed = '', wrong: Wrong): QuestionId | undefined {
  if (typed === '' || typed === 'everything') return undefined;
  if (isQuestion(typed)) return typed;
  wrong['ask'] = `Choose a question from the list: ${['everything', ...questionIds].join(', ')}`;
  return undefined;
}

function readDays(query: Answers, question: QuestionId | undefined, wrong: Wrong): Days | undefined {
  const typed = (query['days'] ?? '').trim();
  if (typed === '') return undefined;
  const count = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  const basis = query['basis'] === 'calendar' ? 'calendar' : 'working';
  if (count < 1 || count > limits.days)
    wrong['days'] = `The number of days must be a whole number from 1 to ${limits.days}, such as 5`;
  else if (question === undefined)
    wrong['ask'] ??= 'Choose one question to be answered with your own number of days';
  if (!['working', 'calendar', '', undefined].includes(query['basis']))
    wrong['basis'] = 'Choose which days are counted: working or calendar';
  else if (question === 'call-in' && basis === 'calendar')
    wrong['basis'] = 'Choose working days: a call-in window is counted in nothing else';
  return { count, basis };
}

function readTime(typed = '', wrong: Wrong): WallTime | undefined {
  if (typed.trim() === '') return undefined;
  const read = wallTime(typed.trim());
  if (read.ok) return read.value;
  wrong['closes'] = 'The time must be written in hours and minutes, such as 17:00';
  return undefined;
}

function readEffective(typed = '', wrong: Wrong): EffectiveRule | undefined {
  if (typed === '') return undefined;
  const found = effectiveRules.find((rule) => rule === typed);
  if (found === undefined)
    wrong['effective'] = `Choose when a decision takes effect: ${effectiveRules.join(', ')}`;
  return found;
}
