import {
  type Basis,
  formatMoney,
  formatTime,
  ok,
  parseMoney,
  pence,
  refuse,
  type Result,
  wallTime,
} from '#platform/kernel';
import {
  type Period,
  periodUnits,
  type PeriodUnit,
  type RuleValueType,
} from './rule-catalogue/definition.ts';
import { type RuleKey, ruleDefinition, type RuleValue } from './rule-catalogue/index.ts';

/** A rule's value as it is stored and sent: money as a text of whole pence, all else as it is. */
export type RuleJson = string | number | boolean | Readonly<{ count: number; unit: string }>;

/** A rule's value as a form asks for it; `unit` only for a period. */
export type RuleAnswer = Readonly<{ value: string; unit?: string | undefined }>;

export type RuleValueRefusal =
  | 'value-missing'
  | 'not-an-amount'
  | 'not-a-whole-number'
  | 'out-of-range'
  | 'unit-not-offered'
  | 'not-a-time'
  | 'not-yes-or-no'
  | 'not-an-option'
  | 'text-too-long';

const textCharacters = 2000;

/** Reads a stored value. The catalogue decides what it must be, so a value of another kind is refused. */
export function readRuleValue<Key extends RuleKey>(
  key: Key,
  json: unknown,
): Result<RuleValue<Key>, RuleValueRefusal> {
  // The catalogue's type and the reader's agree by construction, which TypeScript cannot follow through the key.
  return read(ruleDefinition(key).value, json) as Result<RuleValue<Key>, RuleValueRefusal>;
}

/** Reads what a person answered in the form for this rule. */
export function answerRuleValue(key: RuleKey, answer: RuleAnswer): Result<RuleValue, RuleValueRefusal> {
  const { value } = ruleDefinition(key);
  const text = answer.value.trim();
  if (text === '') return refuse('value-missing');
  switch (value.type) {
    case 'money': {
      const amount = parseMoney(text);
      return amount.ok ? read(value, String(amount.value)) : refuse('not-an-amount');
    }
    case 'count':
      return read(value, wholeNumber(text));
    case 'period':
      return read(value, { count: wholeNumber(text), unit: answer.unit ?? value.units[0] });
    case 'yes-no':
      if (text !== 'yes' && text !== 'no') return refuse('not-yes-or-no');
      return read(value, text === 'yes');
    case 'time':
    case 'choice':
    case 'text':
      return read(value, text);
    default:
      return value satisfies never;
  }
}

/** The value as it is stored and as a record entry's facts hold it. */
export function ruleJson(value: RuleValue): RuleJson {
  return typeof value === 'bigint' ? String(value) : value;
}

/** The value in words: `£250,000`, `28 clear days, counted in calendar days`, `2 members`, `Yes`. */
export function sayRuleValue(key: RuleKey, value: RuleValue): string {
  const definition = ruleDefinition(key).value;
  if (typeof value === 'bigint') return formatMoney(value, { whole: true });
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object') return sayPeriod(value);
  if (typeof value === 'number')
    return definition.type === 'count'
      ? `${value} ${value === 1 ? singular(definition.unit) : definition.unit}`
      : String(value);
  if (definition.type === 'choice') return definition.options[value] ?? value;
  const time = wallTime(value);
  return definition.type === 'time' && time.ok ? formatTime(time.value) : value;
}

/** `members` → `member`, `wards or divisions` → `ward or division`. */
const singular = (unit: string): string => unit.replaceAll(/s\b/gu, '');

/** `1 working day`, `28 clear days, counted in calendar days`. */
export function sayPeriod({ count, unit }: Period): string {
  const words: string = periodUnits[unit];
  return `${count} ${count === 1 ? words.replace(/(day|month|year)s\b/u, '$1') : words}`;
}

/** Which days a period's unit counts, for the calendar that works out its dates. */
export function countingBasis({ unit }: Period): Basis {
  return unit === 'clear-working-days' || unit === 'working-days' ? 'working' : 'calendar';
}

function read(value: RuleValueType, json: unknown): Result<RuleValue, RuleValueRefusal> {
  switch (value.type) {
    case 'money':
      return typeof json === 'string' && /^\d{1,16}$/u.test(json)
        ? ok(pence(BigInt(json)))
        : refuse('not-an-amount');
    case 'count':
      return readCount(json, value.least, value.most);
    case 'period':
      return readPeriod(json, value);
    case 'time':
      return typeof json === 'string' ? wallTime(json) : refuse('not-a-time');
    case 'yes-no':
      return typeof json === 'boolean' ? ok(json) : refuse('not-yes-or-no');
    case 'choice':
      if (typeof json !== 'string' || !Object.hasOwn(value.options, json)) return refuse('not-an-option');
      return ok(json as RuleValue);
    case 'text':
      if (typeof json !== 'string' || json.trim() === '') return refuse('value-missing');
      return json.length > textCharacters ? refuse('text-too-long') : ok(json);
    default:
      return value satisfies never;
  }
}

function readCount(json: unknown, least: number, most: number): Result<number, RuleValueRefusal> {
  if (typeof json !== 'number' || !Number.isInteger(json)) return refuse('not-a-whole-number');
  return json < least || json > most ? refuse('out-of-range') : ok(json);
}

function readPeriod(
  json: unknown,
  { units, most }: Readonly<{ units: readonly PeriodUnit[]; most: number }>,
): Result<Period, RuleValueRefusal> {
  if (typeof json !== 'object' || json === null || !('count' in json) || !('unit' in json))
    return refuse('not-a-whole-number');
  const count = readCount(json.count, 1, most);
  if (!count.ok) return count;
  const unit = units.find((each) => each === json.unit);
  return unit === undefined ? refuse('unit-not-offered') : ok({ count: count.value, unit });
}

function wholeNumber(text: string): number {
  return /^\d{1,6}$/u.test(text) ? Number(text) : Number.NaN;
}
