import { isoDate } from '#platform/kernel';
import { certainties, type Certainty } from '#modules/register';
import { z } from 'zod';
import {
  type AgreementKind,
  agreementKinds,
  capacities,
  type Capacity,
} from '../domain/agreement/agreement.ts';
import { precisions } from '../domain/agreement/rough-day.ts';
import { type Stage, stageTitles } from '../domain/agreement/stage.ts';

const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  Object.keys(words) as [Key, ...Key[]];
const certainty = z.enum(keysOf<Certainty>(certainties));
const day = z.string().transform((text, context) => {
  const read = isoDate(text);
  if (!read.ok) context.addIssue({ code: 'custom', message: `${text} is not a day` });
  return read.ok ? read.value : z.NEVER;
});
const rough = z.strictObject({ on: day, precision: z.enum(precisions) });
const cited = z.strictObject({ text: z.string().min(1), cites: z.string() });

const agreement = z.strictObject({
  id: z.string(),
  kind: z.enum(keysOf<AgreementKind>(agreementKinds)),
  title: z.string().min(1),
  summary: z.string(),
  renews: z.string().optional(),
  frameworkId: z.string().optional(),
  term: z.strictObject({ from: day.optional(), until: day.optional() }),
  published: rough,
  mostDesignated: z.int().positive().optional(),
  parties: z.array(z.strictObject({ bodyId: z.string(), capacity: z.enum(keysOf<Capacity>(capacities)) })),
  principles: z.array(cited.extend({ number: z.string() })),
  sections: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string().min(1),
      sentences: z.array(cited.extend({ key: z.string() })),
    }),
  ),
  source: z.string().min(1),
  certainty,
  stages: z.array(
    rough.extend({
      stage: z.enum(keysOf<Stage>(stageTitles)),
      says: z.string(),
      source: z.string().min(1),
      certainty,
    }),
  ),
  actions: z.array(
    z.strictObject({
      title: z.string().min(1),
      says: z.string(),
      ownerBody: z.string(),
      due: rough,
      isQuickWin: z.boolean(),
      cites: z.string(),
      milestones: z.array(z.strictObject({ title: z.string(), due: rough })),
    }),
  ),
});

/** The agreements of an example place, in one file: as their papers have them. */
export const agreementsFile = z.strictObject({
  title: z.string(),
  note: z.string(),
  agreements: z.array(agreement),
});
export type AgreementRead = z.infer<typeof agreement>;
