import {
  type Cells,
  type IsoDate,
  normaliseTyped,
  readDay,
  type RowFault,
  type ValueFault,
  wallTime,
  type WallTime,
} from '#platform/kernel';
import type { NewItem, NewMeeting } from '../meeting/imported.ts';
import type { MeetingPart } from '../meeting/meeting.ts';
import type { MeetingColumn } from './meeting-columns.ts';
import { readAccess } from './read-access.ts';
import { faultOf, type ReadOne, wrongAll } from './read-one.ts';
import { plainText, readYesNo } from './read-values.ts';

/** A meeting as a file has it. */
export type ReadMeeting = Readonly<{
  lines: readonly number[];
  given: Omit<NewMeeting, 'bodyId' | 'reference' | 'source' | 'externalReference'> &
    Readonly<{ externalReference: string; source: string | undefined }>;
}>;

type Row = Cells<MeetingColumn>;
type Say = (column: MeetingColumn, fault: ValueFault, at?: Row) => void;

/** The id of a body’s committee by its name; undefined where it has none of that name. */
export type CommitteeNamed = (name: string) => string | undefined;

/** Reads the rows of one reference: the meeting and its agenda, or everything that is wrong with them. */
export function readMeeting(
  own: readonly Row[],
  committeeNamed: CommitteeNamed,
  today: IsoDate,
): ReadOne<ReadMeeting> {
  const [first] = own;
  const reference = normaliseTyped(first?.text('reference') ?? '');
  if (first === undefined || reference === '')
    return wrongAll(own, 'reference', {
      wrong: 'The reference is missing',
      mend: 'Give each meeting its reference',
    });
  const faults: RowFault[] = [];
  const say: Say = (column, fault, at = first) => void faults.push(faultOf(at, column, fault));
  const meeting = readOne(own, first, committeeNamed, today, say);
  if (faults.length > 0 || meeting === undefined) return { faults };
  return { read: { ...meeting, given: { ...meeting.given, externalReference: reference } } };
}

const sameOf: readonly MeetingColumn[] = ['committee', 'date', 'time', 'place', 'cancelled'];

function readOne(
  own: readonly Row[],
  row: Row,
  committeeNamed: CommitteeNamed,
  today: IsoDate,
  say: Say,
): ReadMeeting | undefined {
  for (const other of own)
    for (const column of sameOf)
      if (other.text(column) !== '' && other.text(column).toLowerCase() !== row.text(column).toLowerCase())
        say(
          column,
          {
            wrong: `The first row of this meeting, line ${row.line}, says something else`,
            mend: 'Let all rows of a meeting say the same, or give each meeting its own reference',
          },
          other,
        );

  const name = normaliseTyped(row.text('committee'));
  const committeeId = committeeNamed(name);
  if (name === '') say('committee', { wrong: 'No committee is named', mend: 'Name it' });
  else if (committeeId === undefined)
    say('committee', {
      wrong: 'Your body has no committee of this name',
      mend: 'Set the committee up first, or write its name as your body has it',
    });
  const day = (column: MeetingColumn): IsoDate | undefined => {
    if (row.text(column) === '') return undefined;
    const read = readDay(row.text(column));
    if (read.ok) return read.value.on;
    say(column, read.error);
    return undefined;
  };
  const date = row.text('date') === '' ? undefined : readDay(row.text('date'));
  if (date === undefined) say('date', { wrong: 'The date is missing', mend: 'Enter the day it met' });
  else if (!date.ok) say('date', date.error);
  else if (date.value.on > today)
    say('date', {
      wrong: 'The meeting would be in the future',
      mend: 'Call meetings to come in Accord itself, so that their notice is counted',
    });
  const items = own.flatMap((each) => readItem(each, say));
  const time = readTime(row, say);
  if (committeeId === undefined || date?.ok !== true) return undefined;
  return {
    lines: own.map(({ line }) => line),
    given: {
      committeeId,
      on: date.value.on,
      at: time ?? date.value.at,
      place: normaliseTyped(row.text('place')),
      part: readPart(row, say),
      gathering: undefined,
      calledOn: day('called'),
      agendaPublishedOn: day('agenda'),
      cancelledOn: day('cancelled'),
      minutesPublishedOn: day('minutesPublished'),
      minutesApprovedOn: day('minutesApproved'),
      items,
      attendance: [],
      source: normaliseTyped(row.text('source')) || undefined,
      externalReference: '',
    },
  };
}

function readTime(row: Row, say: Say): WallTime | undefined {
  const text = row.text('time');
  if (text === '') return undefined;
  const [, hours = '', minutes = '00', half = ''] =
    /^(\d{1,2})[:.]?(\d{2})?(?::\d{2})?\s*([ap])?\.?m?\.?$/i.exec(text) ?? [];
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const time = hours === '' ? undefined : wallTime(`${String(hour).padStart(2, '0')}:${minutes}`);
  if (time?.ok === true) return time.value;
  say('time', { wrong: 'This is not a time of day', mend: 'Write it like 19:00' });
  return undefined;
}

function readPart(row: Row, say: Say): MeetingPart {
  const text = row.text('privacy');
  if (text === '' || /^public$/i.test(text)) return 'public';
  if (/^part/i.test(text)) return 'part-private';
  if (/^private$/i.test(text)) return 'private';
  const read = readYesNo(text);
  if (read.ok) return read.value ? 'private' : 'public';
  say('privacy', { wrong: 'It cannot be told whether the public may attend', mend: 'Write yes, no or part' });
  return 'public';
}

function readItem(row: Row, say: Say): readonly NewItem[] {
  const title = normaliseTyped(plainText(row.text('itemTitle')));
  const number = normaliseTyped(row.text('itemNumber')).toUpperCase().replace(/\.$/, '');
  const minutes = plainText(row.text('minutes'));
  if (title === '') {
    if (number !== '' || minutes !== '')
      say('itemTitle', { wrong: 'The item has no title', mend: 'Write its title' }, row);
    return [];
  }
  if (title.length > 300)
    say('itemTitle', { wrong: 'This is longer than 300 characters', mend: 'Shorten it to one line' }, row);
  const access = readAccess(row.text('access'));
  if (access === undefined)
    say(
      'access',
      { wrong: 'This is not a kind of access', mend: 'Write open, part exempt, exempt or confidential' },
      row,
    );
  const isClosed = access === 'exempt' || access === 'confidential';
  return [
    {
      number: number === '' ? undefined : number,
      title,
      summary: plainText(row.text('summary')),
      purpose: 'discuss',
      access: access ?? 'open',
      paragraphs: [...row.text('paragraphs').matchAll(/\b[1-7]\b/g)].map(([each]) => Number(each)),
      subject: undefined,
      thread: undefined,
      // What is imported can be read by everybody: of a closed item the minutes stay where they are.
      minutes: isClosed ? '' : minutes,
    },
  ];
}
