import { type Group, groups } from '../../domain/explore/asked.ts';

/** A column of a file that is taken away, with what it means and how its values are written. */
export type Defined = Readonly<{
  key: string;
  title: string;
  type: 'string' | 'integer' | 'number' | 'date' | 'boolean';
  says: string;
}>;

const amounts: readonly Defined[] = [
  {
    key: 'pence',
    title: 'Pence',
    type: 'integer',
    says: 'Whole pence, without VAT where that is known; below nothing where more came back than was paid',
  },
  {
    key: 'pounds',
    title: 'Pounds',
    type: 'number',
    says: 'The same in pounds, with a decimal point and two places',
  },
];

/** Each payment. */
export const paymentColumns: readonly Defined[] = [
  {
    key: 'body',
    title: 'Body',
    type: 'string',
    says: 'The council, by the last part of its address on this site',
  },
  {
    key: 'paid',
    title: 'Paid',
    type: 'date',
    says: 'The day of the payment; empty where the file gives none',
  },
  { key: 'supplier', title: 'Supplier', type: 'string', says: 'To whom, as written in the file' },
  {
    key: 'redaction',
    title: 'Redacted',
    type: 'string',
    says: 'Why the name was taken out; empty where it was not',
  },
  ...amounts,
  { key: 'purpose', title: 'Purpose', type: 'string', says: 'For what, as the council describes it' },
  { key: 'category', title: 'Category', type: 'string', says: 'The council’s own heading for it' },
  { key: 'department', title: 'Department', type: 'string', says: 'The department or service, as published' },
  {
    key: 'release',
    title: 'Release',
    type: 'string',
    says: 'The release in which the payment was published',
  },
  { key: 'part', title: 'Part', type: 'integer', says: 'The table of the release, from 0' },
  { key: 'row', title: 'Row', type: 'integer', says: 'Its place in the table, from 0' },
  {
    key: 'page',
    title: 'Page',
    type: 'string',
    says: 'The page that shows the line of the file it stood in',
  },
  {
    key: 'is_illustrative',
    title: 'Illustrative',
    type: 'boolean',
    says: 'True where the payment was made up to show this site; nobody paid it',
  },
];

/** Payments put together. */
export const sumColumns = (by: Group): readonly Defined[] => [
  { key: 'key', title: 'Key', type: 'string', says: `What an address of this site narrows payments down by` },
  { key: 'name', title: groups[by], type: 'string', says: `The ${groups[by].toLowerCase()}` },
  ...amounts,
  { key: 'payments', title: 'Payments', type: 'integer', says: 'How many payments' },
  {
    key: 'may_be_illustrative',
    title: 'May be illustrative',
    type: 'boolean',
    says: 'True where some of the payments asked for were made up to show this site',
  },
];

/** The definitions of columns as a Table Schema (Frictionless Data), whose fields go by the headings of the CSV. */
export const tableSchema = (columns: readonly Defined[]) => ({
  fields: columns.map(({ title, type, says }) => ({
    name: title,
    type,
    description: says,
    ...(type === 'boolean' && { trueValues: ['true'], falseValues: ['false'] }),
  })),
  missingValues: [''],
});
