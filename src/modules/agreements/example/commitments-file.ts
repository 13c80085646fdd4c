import { readData } from '#platform/config';
import { date, type IsoDate } from '#platform/kernel';
import { z } from 'zod';
import { measures, unmeasurable } from '../domain/commitment/commitment.ts';
import { precisions } from '../domain/commitment/due.ts';

const keysOf = <Key extends string>(words: Readonly<Record<Key, unknown>>) =>
  z.enum(Object.keys(words) as [Key, ...Key[]]);
const text = z.string().min(1);
const day = z.iso.date().transform((on): IsoDate => date(on));

const place = z.strictObject({ number: text, chapter: text, cites: text, says: text.optional() });
const milestone = z.strictObject({ what: text, by: day, precision: keysOf(precisions), said: text });
const commitment = z.strictObject({
  number: text,
  promise: text,
  topics: z.array(text),
  measure: keysOf(measures),
  measuredBy: text.optional(),
  because: keysOf(unmeasurable).optional(),
  places: z.array(text).optional(),
  owners: z.array(text).optional(),
  /** The role in each owning body that the source names as answering for it. */
  office: z.literal('leader').optional(),
  note: text.optional(),
  milestones: z.array(milestone).optional(),
  /** The pages of what it says the same as. */
  links: z.array(text).optional(),
  sources: z.array(place),
});
const collection = z.strictObject({
  id: text,
  title: text,
  document: text,
  summary: text,
  keptBy: text,
  from: day,
  dated: text,
  certainty: text,
  owners: z.array(text),
  places: z.array(text),
  ownerSource: text.optional(),
  commitments: z.array(commitment),
});
const file = z.strictObject({ title: text, note: text, collections: z.array(collection) });

export type CollectionRead = z.infer<typeof collection>;
export type CommitmentRead = z.infer<typeof commitment>;

/** The promises of Kent’s documents, retold in our own words. Throws an error that names what is wrong in the file. */
export const readCommitments = (): readonly CollectionRead[] =>
  file.parse(readData('examples/kent/commitments.json')).collections;
