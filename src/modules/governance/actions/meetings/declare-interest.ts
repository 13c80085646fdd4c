import type { Sql } from '#platform/db';
import { type Actor, refuse, type Result } from '#platform/kernel';
import type { Stale } from '#platform/module';
import { type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { officesNamed } from '#modules/register';
import { type Declaration, type InterestKind, interestKinds } from '../../domain/meeting/declaration.ts';
import { meetingPath } from '../../domain/meeting/meeting.ts';
import { hasBegun } from '../../domain/meeting/standing.ts';
import { mayRunMeetings } from '../../permissions.ts';
import { listItems } from '../../store/meetings-agenda.ts';
import { listMotions } from '../../store/meetings-motions.ts';
import { insertDeclaration, listDeclarations } from '../../store/meetings-proceedings.ts';
import { aboutMeeting, actOnMeeting, did, type OnMeetingRefusal } from './on-meeting.ts';

export type InterestDeclared = Readonly<{
  itemId: string;
  officeId: string;
  kind: InterestKind;
  nature: string;
  leftRoom: boolean;
  dispensation: string;
  /** How many declarations of the meeting had been entered when the form was opened. */
  seen: number;
}>;

export type DeclareInterestRefusal =
  | OnMeetingRefusal
  | 'not-begun'
  | 'minutes-approved'
  | 'no-such-item'
  | 'no-such-office'
  | 'nature-missing'
  | 'stays-without-dispensation'
  /** It moved, seconded or voted on a motion at the item, so by the record it did not leave. */
  | 'took-part'
  | Stale<readonly Declaration[]>;

/**
 * Records a member’s declaration at an item. Who declares a disclosable pecuniary interest takes no part and leaves,
 * unless there is a dispensation (Localism Act 2011, sections 31 and 33, for meetings since July 2012).
 */
export const declareInterest = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  { seen, ...asked }: InterestDeclared,
  options: ActOptions = {},
): Promise<Result<undefined, DeclareInterestRefusal>> =>
  actOnMeeting<undefined, DeclareInterestRefusal>(
    services,
    actor,
    meetingId,
    mayRunMeetings,
    options,
    async (sql, found) => {
      const { meeting, standing, today, now } = found;
      if (!hasBegun(standing, today)) return refuse('not-begun');
      if (standing.standing === 'minutes-approved') return refuse('minutes-approved');
      const item = ((await listItems(sql, [meetingId])).get(meetingId) ?? []).find(
        ({ id, number }) => id === asked.itemId && number !== undefined,
      );
      if (item === undefined) return refuse('no-such-item');
      const office = (await officesNamed(sql, [asked.officeId])).get(asked.officeId);
      if (office === undefined) return refuse('no-such-office');
      const declared = (await listDeclarations(sql, [meetingId])).get(meetingId) ?? [];
      if (declared.length !== seen) return refuse({ stale: declared });
      if (asked.kind !== 'none' && asked.nature === '') return refuse('nature-missing');
      if (asked.kind === 'pecuniary' && !asked.leftRoom && asked.dispensation === '')
        return refuse('stays-without-dispensation');
      if (asked.leftRoom && (await tookPart(sql, meetingId, asked))) return refuse('took-part');

      const earlier = declared.filter(
        (each) => each.itemId === asked.itemId && each.officeId === asked.officeId,
      );
      await insertDeclaration(
        sql,
        meetingId,
        { ...asked, officeTitle: office.title, version: earlier.length + 1 },
        { enteredBy: found.actor.officeTitle, recordedAt: now },
      );
      return did(
        undefined,
        publicEntry({
          act: 'governance.interest.declared',
          subject: meetingPath(meeting),
          summary: `Item ${item.number ?? ''}: declaration of ${office.title} (${interestKinds[asked.kind]})`,
          facts: { ...asked },
          about: aboutMeeting(found),
        }),
      );
    },
  );

async function tookPart(
  sql: Sql,
  meetingId: string,
  { itemId, officeId }: Pick<InterestDeclared, 'itemId' | 'officeId'>,
): Promise<boolean> {
  const motions = (await listMotions(sql, [meetingId])).get(meetingId) ?? [];
  return motions.some(
    (motion) =>
      motion.itemId === itemId &&
      (motion.movedBy === officeId ||
        motion.secondedBy === officeId ||
        motion.votes.some((vote) => vote.officeId === officeId || vote.castBy === officeId)),
  );
}
