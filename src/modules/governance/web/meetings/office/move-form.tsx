import type { FieldErrors } from '#platform/http';
import { formatDate, formatTime, never, ok, refuse } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { RadiosField, TextareaField, WarningText } from '#platform/ui';
import { BothVersions, line, oneOf, optionalDay, passage, versionSeen } from '#platform/web';
import { z } from 'zod';
import { moveMeeting, type MoveMeetingRefusal } from '../../../actions/meetings/move-meeting.ts';
import { meetingEventKinds } from '../../../domain/meeting/meeting.ts';
import { mayRunMeetings } from '../../../permissions.ts';
import { officeForm } from '../forms/office-form.tsx';
import { explainShared, isShared } from './explain.ts';
import { deskPath, meetingFound, meetingSteps, nameOf, noSuchMeeting } from './found.ts';
import { changedMeanwhile, isStaleForm, Seen } from './seen.tsx';
import { SittingFields, timeTyped } from './sitting-fields.tsx';

const kinds = {
  postponed: 'Move it to another time or place',
  adjourned: 'Adjourn it: it has begun and goes on another time',
  cancelled: 'Call it off',
} as const;

/** Moving, adjourning and calling off a meeting. */
export const moveForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/meetings/:meeting/move',
    may: mayRunMeetings,
    find: (visit) => meetingFound(services, visit),
    missing: noSuchMeeting,
    title: () => 'Move, adjourn or call off this meeting',
    caption: nameOf,
    steps: meetingSteps,
    read: () => ({
      schema: z
        .object({
          kind: oneOf(['postponed', 'adjourned', 'cancelled'], 'Select what becomes of the meeting'),
          on: optionalDay('the new day'),
          at: timeTyped,
          place: line('the place', { most: 200, optional: true }),
          reason: passage('why', { most: 1000 }),
          seen: line('what was seen', { most: 9, optional: true }),
        })
        .refine(({ kind, on }) => kind === 'cancelled' || on !== undefined, {
          message: 'Enter the day on which it is held instead',
          path: ['on'],
          when: () => true,
        }),
      dates: ['on'],
    }),
    foresee: ({ events }, { seen }) =>
      isStaleForm({ seen }, events.length) ? { form: changedMeanwhile } : undefined,
    before: ({ events }, { answers }) =>
      isStaleForm(answers, events.length) && (
        <BothVersions
          what="Something else happened to this meeting while you were at it."
          rows={events.map(({ kind, on, says }) => ({
            field: formatDate(on),
            theirs: `${meetingEventKinds[kind]}. ${says}`,
            yours: '',
          }))}
        >
          To do what you meant to all the same, send the form again.
        </BothVersions>
      ),
    fields: ({ events }, field) => (
      <>
        <Seen current={events.length} />
        <RadiosField
          name="kind"
          legend="What becomes of it?"
          options={Object.entries(kinds).map(([value, text]) => ({ value, text }))}
          {...field}
        />
        <SittingFields {...field} />
        <TextareaField name="reason" label="Why?" hint="Everybody can read this." rows={3} {...field} />
      </>
    ),
    rows: (_, { kind, on, at, place, reason }) => [
      ['What becomes of it', kinds[kind]],
      ['Day', on === undefined || kind === 'cancelled' ? '' : formatDate(on, { weekday: 'long' })],
      ['Time', at === undefined || kind === 'cancelled' ? '' : formatTime(at)],
      ['Place', kind === 'cancelled' ? '' : place],
      ['Why', reason],
    ],
    checked: (_, { kind }) =>
      kind === 'cancelled' ? (
        <WarningText>A meeting that is called off cannot be called back.</WarningText>
      ) : null,
    publish: 'Publish this',
    warning: true,
    act: async (shown, { kind, on, at, place, reason, seen }, { actor }, options) => {
      const sitting = on === undefined || kind === 'cancelled' ? undefined : { on, at, place };
      const asked = { kind, sitting, reason, seen: versionSeen(seen) };
      const done = await moveMeeting(services, actor, shown.meeting.id, asked, options);
      if (!done.ok) return refuse(explain(done.error));
      return ok({ to: deskPath(shown.meeting), notice: 'It is published what becomes of the meeting.' });
    },
  });

function explain(refusal: MoveMeetingRefusal): FieldErrors {
  if (isStale(refusal)) return { form: changedMeanwhile };
  if (refusal === 'not-begun')
    return { kind: 'The meeting has not begun, so it cannot be adjourned. Move it to another time instead' };
  if (isShared(refusal)) return explainShared(refusal);
  switch (refusal) {
    case 'begun-already':
      return { kind: 'The meeting has begun. Adjourn it again, or call it off' };
    case 'day-missing':
      return { on: 'Enter the day on which it is held instead' };
    case 'day-has-passed':
      return { on: 'The new day must be today or later' };
    default:
      return never(refusal);
  }
}
