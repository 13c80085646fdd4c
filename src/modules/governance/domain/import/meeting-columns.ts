import type { KnownColumn } from '#platform/kernel';

/** The columns of a file of meetings with their agenda items, and what other committee systems call them. */
export const meetingColumns = [
  {
    key: 'reference',
    title: 'Reference',
    says: 'What the other system calls the meeting. Rows with the same reference are items of one agenda.',
    required: true,
    also: ['Ref', 'Meeting reference', 'Meeting ID', 'Meeting ref', 'MId', 'ID'],
  },
  {
    key: 'committee',
    title: 'Committee',
    says: 'The name of a committee that your body has set up.',
    required: true,
    also: ['Committee name', 'Meeting', 'Meeting title', 'Body', 'Committee title'],
  },
  {
    key: 'date',
    title: 'Date',
    says: 'The day it met, with the time where it is known.',
    required: true,
    also: ['Meeting date', 'Date of meeting', 'Date and time', 'Start date'],
  },
  { key: 'time', title: 'Time', says: 'When it began, like 19:00.', also: ['Start time', 'Meeting time'] },
  { key: 'place', title: 'Place', says: 'Where it met.', also: ['Venue', 'Location', 'Meeting place'] },
  {
    key: 'privacy',
    title: 'In private',
    says: 'Yes, no or part. Left out: in public.',
    also: ['Private', 'Private meeting', 'Public or private'],
  },
  {
    key: 'called',
    title: 'Called on',
    says: 'The day its summons or notice went out.',
    also: ['Summons date', 'Notice date', 'Date called'],
  },
  {
    key: 'agenda',
    title: 'Agenda published on',
    says: 'The day its agenda was published.',
    also: ['Agenda published', 'Agenda date', 'Agenda publication date'],
  },
  {
    key: 'cancelled',
    title: 'Cancelled on',
    says: 'The day it was called off; empty where it was held.',
    also: ['Cancelled', 'Cancellation date'],
  },
  {
    key: 'minutesPublished',
    title: 'Minutes published on',
    says: 'The day its draft minutes were published.',
    also: ['Minutes published', 'Minutes publication date'],
  },
  {
    key: 'minutesApproved',
    title: 'Minutes approved on',
    says: 'The day its minutes were approved.',
    also: ['Minutes approved', 'Minutes approval date'],
  },
  {
    key: 'itemNumber',
    title: 'Item number',
    says: 'The number of the agenda item as printed, like 5 or 5A.',
    also: ['Item', 'Item no', 'Agenda item number', 'Number', 'No'],
  },
  {
    key: 'itemTitle',
    title: 'Item title',
    says: 'The title of the agenda item. Empty in a row that has none.',
    also: ['Agenda item', 'Agenda item title', 'Item name', 'Title', 'Subject'],
  },
  {
    key: 'summary',
    title: 'Summary',
    says: 'What the item is about, in a few sentences.',
    also: ['Item summary', 'Description', 'Details'],
  },
  {
    key: 'minutes',
    title: 'Minutes',
    says: 'What the minutes say of the item.',
    also: ['Minute', 'Minute text', 'Resolution', 'Decision', 'Minutes text'],
  },
  {
    key: 'access',
    title: 'Access',
    says: 'Open, part exempt, exempt or confidential. Left out: open.',
    also: ['Restriction', 'Exempt', 'Item restriction'],
  },
  {
    key: 'paragraphs',
    title: 'Exempt paragraphs',
    says: 'Paragraphs of schedule 12A, like 3 or 1, 3.',
    also: ['Exempt paragraph', 'Schedule 12A paragraphs'],
  },
  {
    key: 'source',
    title: 'Source',
    says: 'Where a reader can check it. Left out: the file and its line.',
    also: ['URL', 'Link', 'Web address'],
  },
] as const satisfies readonly KnownColumn[];
export type MeetingColumn = (typeof meetingColumns)[number]['key'];
