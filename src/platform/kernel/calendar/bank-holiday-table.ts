import { type IsoDate, isoDate } from '../iso-date.ts';
import { ok, refuse, type Result } from '../result.ts';

/**
 * How sure we are of a fact: seen in the source named, known well but not re-read, worked out from a rule, or
 * to be checked.
 */
export const certainties = ['verified', 'confident', 'computed', 'unsure'] as const;
export type Certainty = (typeof certainties)[number];

export type HolidaySource = Readonly<{ text: string; certainty: Certainty }>;

/**
 * One dated row: a bank holiday, or a day of public thanksgiving or mourning, which only parish councils'
 * notices skip.
 */
export type NamedDay = Readonly<{
  date: IsoDate;
  name: string;
  note: string | undefined;
  source: HolidaySource;
}>;

/**
 * The bank holidays of one place, as dated rows with their sources. Holidays can be proclaimed late, so the
 * table says from and to which day it is known; outside that span nothing can be concluded from a day's
 * absence.
 */
export type BankHolidayTable = Readonly<{
  title: string;
  knownFrom: IsoDate;
  knownTo: IsoDate;
  holidays: readonly NamedDay[];
  thanksgivingOrMourning: readonly NamedDay[];
}>;

/** What is wrong with a table and where, `holidays[3].date`. */
export type TableFault = Readonly<{ at: string; fault: TableFaultKind }>;
export type TableFaultKind =
  | 'not-an-object'
  | 'not-a-list'
  | 'not-text'
  | 'not-a-date'
  | 'not-a-certainty'
  | 'unknown-source'
  | 'not-later-than-the-row-before'
  | 'outside-the-known-span';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a table from parsed JSON (the format of `data/reference/england-bank-holidays.json`), refusing it at
 * its first fault.
 */
export function bankHolidayTable(json: unknown): Result<BankHolidayTable, TableFault> {
  const table = fieldsOf(json, 'table');
  if (!table.ok) return table;
  const title = textOf(table.value['title'], 'title');
  if (!title.ok) return title;
  const knownFrom = dateOf(table.value['knownFrom'], 'knownFrom');
  if (!knownFrom.ok) return knownFrom;
  const knownTo = dateOf(table.value['knownTo'], 'knownTo');
  if (!knownTo.ok) return knownTo;
  const sources = sourcesOf(table.value['sources']);
  if (!sources.ok) return sources;
  const rows = { sources: sources.value, knownFrom: knownFrom.value, knownTo: knownTo.value };
  const holidays = namedDays(table.value['holidays'], 'holidays', rows);
  if (!holidays.ok) return holidays;
  const solemn = namedDays(table.value['thanksgivingOrMourning'], 'thanksgivingOrMourning', rows);
  if (!solemn.ok) return solemn;
  return ok({
    title: title.value,
    knownFrom: rows.knownFrom,
    knownTo: rows.knownTo,
    holidays: holidays.value,
    thanksgivingOrMourning: solemn.value,
  });
}

type Span = Readonly<{ sources: ReadonlyMap<string, HolidaySource>; knownFrom: IsoDate; knownTo: IsoDate }>;

function namedDays(json: unknown, at: string, span: Span): Result<readonly NamedDay[], TableFault> {
  if (!Array.isArray(json)) return refuse({ at, fault: 'not-a-list' });
  const days: NamedDay[] = [];
  for (const [index, row] of json.entries()) {
    const here = `${at}[${index}]`;
    const day = namedDay(row, here, span);
    if (!day.ok) return day;
    const before = days.at(-1);
    if (before !== undefined && day.value.date <= before.date) {
      return refuse({ at: `${here}.date`, fault: 'not-later-than-the-row-before' });
    }
    days.push(day.value);
  }
  return ok(days);
}

function namedDay(json: unknown, at: string, span: Span): Result<NamedDay, TableFault> {
  const row = fieldsOf(json, at);
  if (!row.ok) return row;
  const date = dateOf(row.value['date'], `${at}.date`);
  if (!date.ok) return date;
  if (date.value < span.knownFrom || date.value > span.knownTo) {
    return refuse({ at: `${at}.date`, fault: 'outside-the-known-span' });
  }
  const name = textOf(row.value['name'], `${at}.name`);
  if (!name.ok) return name;
  const note = row.value['note'] === undefined ? ok(undefined) : textOf(row.value['note'], `${at}.note`);
  if (!note.ok) return note;
  const source = span.sources.get(String(row.value['source']));
  if (source === undefined) return refuse({ at: `${at}.source`, fault: 'unknown-source' });
  return ok({ date: date.value, name: name.value, note: note.value, source });
}

function sourcesOf(json: unknown): Result<ReadonlyMap<string, HolidaySource>, TableFault> {
  const named = fieldsOf(json, 'sources');
  if (!named.ok) return named;
  const sources = new Map<string, HolidaySource>();
  for (const [key, value] of Object.entries(named.value)) {
    const at = `sources.${key}`;
    const source = fieldsOf(value, at);
    if (!source.ok) return source;
    const text = textOf(source.value['text'], `${at}.text`);
    if (!text.ok) return text;
    const certainty = certainties.find((known) => known === source.value['certainty']);
    if (certainty === undefined) return refuse({ at: `${at}.certainty`, fault: 'not-a-certainty' });
    sources.set(key, { text: text.value, certainty });
  }
  return ok(sources);
}

function fieldsOf(json: unknown, at: string): Result<Fields, TableFault> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return refuse({ at, fault: 'not-an-object' });
  return ok(json as Fields);
}

function textOf(json: unknown, at: string): Result<string, TableFault> {
  return typeof json === 'string' && json.trim() !== '' ? ok(json) : refuse({ at, fault: 'not-text' });
}

function dateOf(json: unknown, at: string): Result<IsoDate, TableFault> {
  const parsed = isoDate(typeof json === 'string' ? json : '');
  return parsed.ok ? parsed : refuse({ at, fault: 'not-a-date' });
}
