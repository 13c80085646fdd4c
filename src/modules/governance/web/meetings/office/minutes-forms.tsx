import type { FieldErrors } from '#platform/http';
import { formatDate, never, ok, refuse } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { Bullets, SelectField, Text, TextareaField } from '#platform/ui';
import { line, passage, versionSeen } from '#platform/web';
import { z } from 'zod';
import {
  approveMinutes,
  minutesSeen,
  publishMinutes,
  type PublishMinutesRefusal,
} from '../../../actions/meetings/write-minutes.ts';
import { mayRunMeetings } from '../../../permissions.ts';
import { listMeetings } from '../../../queries/meetings/list.ts';
import { officeForm } from '../forms/office-form.tsx';
import { explainShared, isShared } from './explain.ts';
import { deskPath, meetingFound, meetingSteps, nameOf, noSuchMeeting } from './found.ts';
import { changedMeanwhile, isStaleForm, Seen } from './seen.tsx';

const seenOf = (shown: NonNullable<Awaited<ReturnType<typeof meetingFound>>>) =>
  minutesSeen(shown.items.flatMap(({ minutes }) => minutes));

/** Publishing what is written as draft minutes. */
export const publishMinutesForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/meetings/:meeting/minutes/publish',
    may: mayRunMeetings,
    find: (visit) => meetingFound(services, visit),
    missing: noSuchMeeting,
    title: () => 'Publish the draft minutes',
    caption: nameOf,
    steps: meetingSteps,
    read: () => ({ schema: z.object({ seen: z.string().optional() }) }),
    foresee: (shown, { seen }) =>
      isStaleForm(seen === undefined ? {} : { seen }, seenOf(shown)) ? { form: changedMeanwhile } : undefined,
    before: (shown) => {
      const lacking = shown.items.filter(
        ({ item, minutes }) =>
          item.number !== undefined &&
          item.withdrawnOn === undefined &&
          !minutes.some(({ part }) => part === 'public'),
      );
      return (
        <>
          <Text>
            Everybody can then read them, as a draft until a later meeting approves them. Parts closed to the
            public stay with your body.
          </Text>
          {shown.attendance === undefined && <Text>Who was there is not recorded yet.</Text>}
          {lacking.length > 0 && (
            <>
              <Text>Nothing is written yet of:</Text>
              <Bullets items={lacking.map(({ item }) => `${item.number ?? ''}. ${item.title}`)} />
            </>
          )}
        </>
      );
    },
    fields: (shown) => <Seen current={seenOf(shown)} />,
    rows: (shown) => [
      [
        'Items with minutes',
        String(shown.items.filter(({ minutes }) => minutes.some(({ part }) => part === 'public')).length),
      ],
    ],
    publish: 'Publish the draft minutes',
    act: async (shown, { seen }, { actor }, options) => {
      const done = await publishMinutes(
        services,
        actor,
        shown.meeting.id,
        { seen: versionSeen(seen) },
        options,
      );
      if (!done.ok) return refuse(explain(done.error));
      return ok({ to: deskPath(shown.meeting), notice: 'The draft minutes are published.' });
    },
  });

/** Recording that a later meeting approved the minutes. */
export const approveMinutesForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/meetings/:meeting/minutes/approve',
    may: mayRunMeetings,
    find: async (visit) => {
      const shown = await meetingFound(services, visit);
      if (shown === undefined) return undefined;
      const held = shown.standing.sittings.at(-1)?.on ?? visit.today;
      const later = await listMeetings(services.database, {
        on: visit.today,
        committeeId: shown.committee.id,
        from: held,
        limit: 12,
      });
      return {
        shown,
        later: later.filter(
          ({ meeting, sitting, standing }) =>
            meeting.id !== shown.meeting.id && sitting.on <= visit.today && standing.standing !== 'cancelled',
        ),
      };
    },
    missing: noSuchMeeting,
    title: () => 'Record that the minutes were approved',
    caption: ({ shown }) => nameOf(shown),
    steps: ({ shown }) => meetingSteps(shown),
    read: () => ({
      schema: z.object({
        at: line('the meeting that approved them', { most: 200 }),
        says: passage('what was changed', { most: 4000, optional: true }),
        seen: z.string().optional(),
      }),
    }),
    foresee: ({ shown }, { seen }) =>
      isStaleForm(seen === undefined ? {} : { seen }, seenOf(shown)) ? { form: changedMeanwhile } : undefined,
    before: ({ later }) =>
      later.length === 0 && (
        <Text>No later meeting of this committee has been held yet. Minutes are approved at one.</Text>
      ),
    fields: ({ shown, later }, field) => (
      <>
        <Seen current={seenOf(shown)} />
        <SelectField
          name="at"
          label="Which meeting approved them?"
          options={[
            { value: '', text: 'Select a meeting' },
            ...later.map(({ meeting, sitting }) => ({ value: meeting.id, text: formatDate(sitting.on) })),
          ]}
          {...field}
        />
        <TextareaField
          name="says"
          label="What did it change in them? (optional)"
          hint="Change the text of the items first; it is published with the approval."
          rows={3}
          {...field}
        />
      </>
    ),
    rows: ({ later }, { at, says }) => [
      [
        'Approved at the meeting of',
        later
          .filter(({ meeting }) => meeting.id === at)
          .map(({ sitting }) => formatDate(sitting.on))
          .join(''),
      ],
      ['Changed', says],
    ],
    publish: 'Publish the approval',
    act: async ({ shown }, { at, says, seen }, { actor }, options) => {
      const asked = { atMeeting: at, says, seen: versionSeen(seen) };
      const done = await approveMinutes(services, actor, shown.meeting.id, asked, options);
      if (!done.ok) return refuse(explain(done.error));
      return ok({ to: deskPath(shown.meeting), notice: 'The minutes are approved.' });
    },
  });

function explain(refusal: PublishMinutesRefusal): FieldErrors {
  if (isStale(refusal)) return { form: changedMeanwhile };
  if (isShared(refusal)) return explainShared(refusal);
  switch (refusal) {
    case 'nothing-to-publish':
      return { form: 'Nothing new is written. Write the minutes of an item first' };
    case 'not-published':
      return { form: 'The draft minutes are not published yet. Publish them before they are approved' };
    case 'no-such-later-meeting':
      return { at: 'Select a later meeting of the same committee that has been held' };
    default:
      return never(refusal);
  }
}
