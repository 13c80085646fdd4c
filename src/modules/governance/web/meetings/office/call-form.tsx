import type { FieldErrors } from '#platform/http';
import { formatDate, formatTime, isSlug, never, ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { RadiosField, SelectField, Text, TextField } from '#platform/ui';
import { day, explainCommon, isCommon, line, oneOf } from '#platform/web';
import { z } from 'zod';
import { callMeeting, type CallMeetingRefusal } from '../../../actions/meetings/call-meeting.ts';
import { inItsTime } from '../../../domain/committee.ts';
import { meetingParts } from '../../../domain/meeting/meeting.ts';
import { mayRunMeetings } from '../../../permissions.ts';
import { committeesPage } from '../../../queries/committees.ts';
import { keysOf } from '../committees/words.ts';
import { officeForm } from '../forms/office-form.tsx';
import { placeTyped, SittingFields, timeTyped } from './sitting-fields.tsx';

/** Calling a meeting. */
export const callForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/meetings/call',
    may: mayRunMeetings,
    find: async ({ actor, today }) => {
      const found = await committeesPage(services.database, actor.bodyId, today);
      return found?.committees.map(({ committee }) => committee);
    },
    missing: 'Your body is not in the register.',
    title: () => 'Call a meeting',
    steps: (_, { actor }) => [{ text: 'Meetings', href: `/office/${actor.bodyId}/meetings` }],
    first: (_, { query }) => ({ part: 'public', committee: query['committee'] ?? '' }),
    read: () => ({
      schema: z.object({
        committee: line('the committee that meets', { most: 200 }),
        on: day('the day of the meeting'),
        at: timeTyped,
        place: placeTyped,
        part: oneOf(keysOf(meetingParts), 'Select whether the public may attend'),
        gathering: line('the name of the gathering', { most: 80, optional: true }).refine(
          (typed) => typed === '' || isSlug(typed),
          {
            message:
              'The name of the gathering must be lower-case words joined by hyphens, like mid-kent-2026',
          },
        ),
      }),
      dates: ['on'],
    }),
    fields: (committees, field) => (
      <>
        <SelectField
          name="committee"
          label="Who meets?"
          options={[
            { value: '', text: 'Select a committee' },
            ...committees.map((each) => ({ value: each.id, text: inItsTime(each) })),
          ]}
          {...field}
        />
        <SittingFields {...field} />
        <RadiosField
          name="part"
          legend="May the public attend?"
          options={Object.entries(meetingParts).map(([value, text]) => ({ value, text }))}
          {...field}
        />
        <TextField
          name="gathering"
          label="Several bodies in one room: the name they share (optional)"
          hint="Each body calls a meeting of its own under this name, and votes and records for itself. For example mid-kent-2026-07."
          {...field}
        />
      </>
    ),
    rows: (committees, read) => [
      ['Who meets', committees.find(({ id }) => id === read.committee)?.name ?? read.committee],
      ['Day', formatDate(read.on, { weekday: 'long' })],
      ['Time', read.at === undefined ? '' : formatTime(read.at)],
      ['Place', read.place],
      ['Public', meetingParts[read.part]],
      ['Gathering', read.gathering],
    ],
    checked: () => (
      <Text>
        From now on everybody sees that this meeting is called. Its agenda is your body’s own until you
        publish it; the page of the meeting then says by when that must be.
      </Text>
    ),
    publish: 'Call this meeting',
    act: async (_committees, { committee, on, at, place, part, gathering }, { actor }, options) => {
      const asked = {
        committeeId: committee,
        sitting: { on, at, place },
        part,
        gathering: gathering === '' ? undefined : gathering,
      };
      const done = await callMeeting(services, actor, actor.bodyId, asked, options);
      if (!done.ok) return refuse(explain(done.error));
      return ok({
        to: `/office/${actor.bodyId}/meetings/${done.value.reference}`,
        notice: 'The meeting is called. Draw up its agenda next.',
      });
    },
  });

function explain(refusal: CallMeetingRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-committee':
      return { committee: 'Your body has no such committee. Select one from the list' };
    case 'committee-not-then':
      return { on: 'The committee does not exist on that day. Enter another day' };
    case 'day-has-passed':
      return { on: 'The day of the meeting must be today or later. Old meetings are brought in by import' };
    case 'place-missing':
      return { place: 'Enter the place' };
    default:
      return never(refusal);
  }
}
