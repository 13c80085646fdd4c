import { z } from 'zod';
import { capacities, committeeKinds } from '../../../domain/committee.ts';
import { accesses } from '../../../domain/decision/decision.ts';
import { itemPurposes } from '../../../domain/meeting/agenda-item.ts';
import { presences } from '../../../domain/meeting/attendance.ts';
import { majorities } from '../../../domain/meeting/count-votes.ts';
import { interestKinds } from '../../../domain/meeting/declaration.ts';
import { meetingEventKinds, meetingParts } from '../../../domain/meeting/meeting.ts';
import { motionActs, ways } from '../../../domain/meeting/motion.ts';
import { meetingStandings } from '../../../domain/meeting/standing.ts';
import { keysOf } from '../committees/words.ts';

// The shapes of the JSON API on committees and meetings. What is not known is null, never left out.

export const day = z.iso.date().describe('A day in London, 2008-07-09');
const dayOrNot = day.nullable();
const time = z.string().nullable().describe('By London’s clocks, 18:30; null: not recorded');
const sitting = z.object({ on: day, at: time, place: z.string() });

export const committeeShape = z.object({
  id: z.string(),
  body: z.string(),
  name: z.string(),
  kind: z.enum(keysOf(committeeKinds)),
  exists: z.boolean().describe('Whether it exists on the day'),
  remit: z.string(),
  appointedBy: z.array(z.string()).describe('For a joint committee: the bodies that appoint to it'),
  quorum: z.int().nullable(),
  castingVote: z.boolean().nullable(),
  proxies: z.boolean(),
  weighted: z.boolean(),
  from: dayOrNot,
  until: dayOrNot,
  source: z.string(),
});

export const committeePageShape = committeeShape.extend({
  on: day,
  seats: z.array(
    z.object({
      office: z.string(),
      title: z.string(),
      body: z.string(),
      capacity: z.enum(keysOf(capacities)),
      group: z.string().nullable(),
      votes: z.boolean(),
      weight: z.number(),
      from: day,
      until: dayOrNot,
      source: z.string(),
    }),
  ),
  warnings: z.array(z.object({ says: z.string(), law: z.string(), certainty: z.string() })),
});

export const meetingLineShape = z.object({
  id: z.string(),
  href: z.string(),
  body: z.string(),
  committee: z.string(),
  committeeName: z.string(),
  sitting,
  part: z.enum(keysOf(meetingParts)),
  gathering: z.string().nullable(),
  standing: z.enum(keysOf(meetingStandings)),
});

const count = z.object({ for: z.number(), against: z.number(), abstain: z.number() });

export const meetingShape = z.object({
  on: day,
  id: z.string(),
  href: z.string(),
  body: z.string(),
  committee: z.string(),
  committeeName: z.string(),
  part: z.enum(keysOf(meetingParts)),
  gathering: z.string().nullable(),
  standing: z.enum(keysOf(meetingStandings)),
  sittings: z.array(sitting),
  mayVote: z.boolean().nullable(),
  quorum: z.int().nullable(),
  events: z.array(
    z.object({
      kind: z.enum(keysOf(meetingEventKinds)),
      on: day,
      says: z.string(),
      sitting: sitting.nullable(),
    }),
  ),
  attendance: z
    .array(
      z.object({
        office: z.string(),
        title: z.string(),
        capacity: z.enum(keysOf(capacities)).nullable(),
        presence: z.enum(keysOf(presences)),
        votes: z.boolean(),
        presided: z.boolean(),
        substituteFor: z.string().nullable(),
        fromItem: z.string().nullable(),
        untilItem: z.string().nullable(),
      }),
    )
    .nullable()
    .describe('null: not recorded'),
  items: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      summary: z.string(),
      purpose: z.enum(keysOf(itemPurposes)),
      access: z.enum(keysOf(accesses)),
      paragraphs: z.array(z.int()),
      subject: z.string().nullable(),
      thread: z.string().nullable(),
      publishedOn: dayOrNot,
      urgentBecause: z.string(),
      withdrawnOn: dayOrNot,
      declarations: z.array(
        z.object({
          office: z.string(),
          title: z.string(),
          kind: z.enum(keysOf(interestKinds)),
          nature: z.string(),
          leftRoom: z.boolean(),
        }),
      ),
      motions: z.array(
        z.object({
          id: z.string(),
          act: z.enum(keysOf(motionActs)),
          text: z.string(),
          movedBy: z.string(),
          secondedBy: z.string().nullable(),
          way: z.enum(keysOf(ways)),
          needs: z.enum(keysOf(majorities)),
          outcome: z.enum(['carried', 'lost', 'agreed']),
          count: count.nullable(),
          castingVote: z.enum(['for', 'against']).nullable(),
          votes: z.array(
            z.object({
              office: z.string(),
              title: z.string(),
              vote: z.enum(['for', 'against', 'abstain', 'dissents']),
              weight: z.number(),
              castBy: z.string().nullable(),
            }),
          ),
        }),
      ),
      minutes: z.string(),
      decisions: z.array(z.string()),
      actions: z.array(z.object({ text: z.string(), owner: z.string(), dueOn: dayOrNot, doneOn: dayOrNot })),
    }),
  ),
  source: z.string(),
});
