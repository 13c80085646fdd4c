import { z } from 'zod';
import { choices } from '../../domain/meeting/count-votes.ts';
import { motionActs, ways } from '../../domain/meeting/motion.ts';

// OParl 1.1 (oparl.org), as far as what councils here keep has a place in it. Addresses are from the root of this site. What
// OParl has no word for, votes above all, stands under `accord:`.

const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) => Object.keys(words) as Key[];
const schema = 'https://schema.oparl.org/1.1';
export const typeOf = (name: string): string => `${schema}/${name}`;

const moment = z.iso.datetime({ offset: true });
const day = z.iso.date();
const object = (name: string) => ({
  id: z.string().describe('The address that answers with it'),
  type: z.literal(typeOf(name)),
  web: z.string().optional().describe('Its page'),
});

export const systemShape = z.object({
  ...object('System'),
  oparlVersion: z.literal('https://schema.oparl.org/1.1/'),
  name: z.string(),
  body: z.string(),
});

export const bodyShape = z.object({
  ...object('Body'),
  system: z.string(),
  name: z.string(),
  organization: z.string(),
  person: z.string(),
  meeting: z.string(),
  agendaItem: z.string(),
  paper: z.string(),
  file: z.string(),
  legislativeTerm: z.array(z.never()),
});

export const organizationShape = z.object({
  ...object('Organization'),
  body: z.string(),
  name: z.string(),
  organizationType: z.literal('Gremium'),
  classification: z.string(),
  startDate: day.optional(),
  endDate: day.optional(),
});

export const personShape = z.object({
  ...object('Person'),
  body: z.string(),
  name: z.string().describe('The title of the office: people are named in the register alone'),
  membership: z.array(
    z.object({
      type: z.literal(typeOf('Membership')),
      organization: z.string(),
      role: z.string(),
      votingRight: z.boolean(),
      startDate: day,
      endDate: day.optional(),
    }),
  ),
});

export const meetingShape = z.object({
  ...object('Meeting'),
  name: z.string(),
  meetingState: z.enum(['scheduled', 'held']),
  cancelled: z.boolean(),
  start: moment.optional().describe('Absent where the source does not say at what time it began'),
  'accord:day': day.optional(),
  'accord:part': z.string(),
  location: z.object({ type: z.literal(typeOf('Location')), description: z.string() }).optional(),
  organization: z.array(z.string()),
  agendaItem: z.array(z.string()),
  created: moment,
  modified: moment,
});

const voteShape = z.object({
  act: z.enum(keysOf(motionActs)),
  text: z.string(),
  way: z.enum(keysOf(ways)),
  counted: z
    .object({ for: z.number(), against: z.number(), abstain: z.number() })
    .optional()
    .describe('Where members were counted and not named'),
  casting: z.enum(['for', 'against']).optional(),
  votes: z.array(
    z.object({
      office: z.string(),
      title: z.string(),
      choice: z.enum([...keysOf(choices), 'dissents']),
      weight: z.number().describe('What the vote counts: 1 is one vote'),
      says: z.string().optional(),
    }),
  ),
});

export const agendaItemShape = z.object({
  ...object('AgendaItem'),
  meeting: z.string(),
  number: z.string(),
  order: z.int(),
  name: z.string(),
  public: z.boolean(),
  'accord:summary': z.string(),
  'accord:withdrawn': z.boolean(),
  'accord:votes': z.array(voteShape).describe('What was put to the meeting at this item, and who voted how'),
  modified: moment,
});

export const paperShape = z.object({
  ...object('Paper'),
  body: z.string(),
  name: z.string(),
  date: day,
  paperType: z.string(),
  mainFile: z.string().optional(),
  'accord:access': z.string(),
  'accord:summary': z.string(),
  modified: moment,
});

export const fileShape = z.object({
  ...object('File'),
  name: z.string(),
  fileName: z.string(),
  mimeType: z.string(),
  size: z.int(),
  'accord:sha256': z.string(),
  accessUrl: z.string(),
  paper: z.array(z.string()),
  modified: moment,
});

export const listOf = <Shape extends z.ZodType>(shape: Shape) =>
  z.object({
    data: z.array(shape),
    pagination: z.object({ elementsPerPage: z.int() }),
    links: z.object({ first: z.string(), next: z.string().optional() }),
  });
