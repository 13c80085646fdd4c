import type { KnownColumn } from '#platform/kernel';

/**
 * The columns of a file of readings. What a body takes out it can bring again: those marked `isForPeople` are there to be read
 * and are passed over when the file comes back.
 */
export const readingColumns = [
  { key: 'series', title: 'Series', says: 'The series, by its id.', required: true, also: ['Series ID'] },
  { key: 'title', title: 'Title', says: 'What is measured.', also: [], isForPeople: true },
  {
    key: 'area',
    title: 'Area',
    says: 'The place or body it is of, by its id.',
    required: true,
    also: ['Area ID'],
  },
  {
    key: 'areaName',
    title: 'Area name',
    says: 'Its name. Needed for an area outside the register, whose figures are brought to compare with.',
    also: [],
  },
  {
    key: 'from',
    title: 'Period from',
    says: 'The first day the reading covers.',
    required: true,
    also: ['From'],
  },
  {
    key: 'to',
    title: 'Period to',
    says: 'The last day it covers.',
    required: true,
    also: ['To', 'Period ending'],
  },
  {
    key: 'unit',
    title: 'Unit',
    says: 'The unit of the figure: it must be that of the series. Left out: it is.',
    also: [],
  },
  {
    key: 'status',
    title: 'Status',
    says: 'Estimate, provisional, final, revised, suppressed or not available.',
    required: true,
    also: [],
  },
  {
    key: 'value',
    title: 'Value',
    says: 'The figure. Empty where it is suppressed or not available, or where it follows from numerator and denominator.',
    required: true,
    also: ['Figure', 'Reading'],
  },
  { key: 'numerator', title: 'Numerator', says: 'What was counted, where the series has one.', also: [] },
  { key: 'denominator', title: 'Denominator', says: 'Out of what, where the series has one.', also: [] },
  {
    key: 'low',
    title: 'Lower limit',
    says: 'The lower end of the 95% confidence interval.',
    also: ['Lower CI'],
  },
  { key: 'high', title: 'Upper limit', says: 'Its upper end.', also: ['Upper CI'] },
  { key: 'sample', title: 'Sample', says: 'How many answered, of a survey.', also: ['Sample size'] },
  {
    key: 'note',
    title: 'Note',
    says: 'What a reader should know; why, where a figure of a closed year is revised.',
    also: ['Reason'],
  },
  {
    key: 'source',
    title: 'Source',
    says: 'Where a reader can check it. Left out: the source of the series.',
    also: [],
  },
  { key: 'due', title: 'Due', says: 'The day by which it is due.', also: [], isForPeople: true },
  {
    key: 'revises',
    title: 'Revision known',
    says: 'How many revisions were published when the file was made; a later one shows that somebody was quicker.',
    also: [],
  },
  {
    key: 'previous',
    title: 'Previous figure',
    says: 'The figure before this period, to compare with.',
    also: [],
    isForPeople: true,
  },
  { key: 'previousTo', title: 'Previous period to', says: 'Its last day.', also: [], isForPeople: true },
] as const satisfies readonly (KnownColumn & Readonly<{ isForPeople?: true }>)[];
export type ReadingColumn = (typeof readingColumns)[number]['key'];
