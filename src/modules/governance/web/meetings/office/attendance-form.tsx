import type { FieldErrors } from '#platform/http';
import { never, ok, refuse } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { DataTable, Fieldset, SelectField, Text } from '#platform/ui';
import { versionSeen } from '#platform/web';
import { officesOnDay } from '#modules/register';
import { z } from 'zod';
import {
  recordAttendance,
  type RecordAttendanceRefusal,
} from '../../../actions/meetings/record-attendance.ts';
import { capacities } from '../../../domain/committee.ts';
import { presences } from '../../../domain/meeting/attendance.ts';
import { mayRunMeetings } from '../../../permissions.ts';
import { committeePage, type SeatLine } from '../../../queries/committees.ts';
import { officeForm } from '../forms/office-form.tsx';
import { attendanceAnswers, attendanceRead, fieldOf, saidOfNobodyThere } from './attendance-answers.ts';
import { explainShared, isShared } from './explain.ts';
import { deskPath, meetingFound, meetingSteps, nameOf, noSuchMeeting } from './found.ts';
import { changedMeanwhile, isStaleForm, Seen } from './seen.tsx';

/** Offices without a seat that can be entered as having been there. */
const others = [1, 2, 3, 4] as const;

/** Recording who was at a meeting. */
export const attendanceForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/meetings/:meeting/attendance',
    may: mayRunMeetings,
    wide: true,
    find: async (visit) => {
      const shown = await meetingFound(services, visit);
      if (shown === undefined) return undefined;
      const on = shown.standing.sittings[0]?.on ?? visit.today;
      const [committee, offices] = await Promise.all([
        committeePage(services.database, shown.committee.id, on),
        officesOnDay(services.database, visit.actor.bodyId, on),
      ]);
      return { shown, seats: committee?.seats ?? [], offices };
    },
    missing: noSuchMeeting,
    title: () => 'Record who was there',
    caption: ({ shown }) => nameOf(shown),
    steps: ({ shown }) => meetingSteps(shown),
    first: ({ shown, seats }) => attendanceAnswers(shown.attendance, seats),
    read: ({ seats }) => ({
      schema: z.record(z.string(), z.string()).transform((answers, context) => {
        for (const [field, message] of Object.entries(saidOfNobodyThere(answers, seats)))
          context.addIssue({ code: 'custom', message, path: [field] });
        return { people: attendanceRead(answers, seats), seen: versionSeen(answers['seen']) };
      }),
    }),
    foresee: ({ shown }, { people, seen }) => {
      if (isStaleForm({ seen: String(seen) }, shown.attendance?.version ?? 0))
        return { form: changedMeanwhile };
      return people.length === 0 ? explain('nobody-given') : undefined;
    },
    before: ({ shown }, { answers }) => (
      <>
        <Text>
          Who may vote follows from the seats of the day. A substitute has the vote of the member it stands
          for. For somebody who came late or left early, say from and until which item.
        </Text>
        {isStaleForm(answers, shown.attendance?.version ?? 0) && (
          <DataTable
            caption="What another officer entered meanwhile"
            rows={shown.attendance?.people ?? []}
            columns={[
              { title: 'Office', cell: ({ officeTitle }) => officeTitle },
              { title: 'Presence', cell: ({ presence }) => presences[presence] },
            ]}
            empty="Nobody."
            narrow="stack"
          />
        )}
      </>
    ),
    fields: ({ shown, seats, offices }, field) => {
      const numbers = shown.items.flatMap(({ item }) => item.number ?? []);
      const items = (text: string) => [
        { value: '', text },
        ...numbers.map((value) => ({ value, text: value })),
      ];
      const members = seats.filter(({ seat }) => seat.capacity !== 'substitute');
      return (
        <>
          <Seen current={shown.attendance?.version ?? 0} />
          {seats.map(({ seat, title }) => (
            <Fieldset
              legend={{
                children: `${title} (${capacities[seat.capacity]})`,
                class: 'govuk-fieldset__legend--s',
              }}
            >
              <div class="accord-filter">
                <SelectField
                  name={fieldOf('presence', seat.officeId)}
                  label="Presence"
                  options={[
                    { value: '', text: 'Not entered' },
                    ...Object.entries(presences).map(([value, text]) => ({ value, text })),
                  ]}
                  {...field}
                />
                <SelectField
                  name={fieldOf('from', seat.officeId)}
                  label="From item"
                  options={items('The start')}
                  {...field}
                />
                <SelectField
                  name={fieldOf('until', seat.officeId)}
                  label="Until item"
                  options={items('The end')}
                  {...field}
                />
                {seat.capacity === 'substitute' && (
                  <SelectField
                    name={fieldOf('for', seat.officeId)}
                    label="Stands in for"
                    options={[
                      { value: '', text: 'Nobody' },
                      ...members.map((member) => ({ value: member.seat.officeId, text: member.title })),
                    ]}
                    {...field}
                  />
                )}
              </div>
            </Fieldset>
          ))}
          <SelectField
            name="presided"
            label="Who presided?"
            options={[
              { value: '', text: 'Not recorded' },
              ...seats.map(({ seat, title }) => ({ value: seat.officeId, text: title })),
            ]}
            {...field}
          />
          {others.map((number) => (
            <SelectField
              name={`other-${number}`}
              label={`In attendance without a seat, ${number} (optional)`}
              options={[
                { value: '', text: 'Nobody' },
                ...offices
                  .filter(({ id }) => !seats.some(({ seat }) => seat.officeId === id))
                  .map(({ id, title }) => ({ value: id, text: title })),
              ]}
              {...field}
            />
          ))}
        </>
      );
    },
    rows: ({ seats, offices }, { people }) =>
      people.map((person) => [
        seats.find(({ seat }) => seat.officeId === person.officeId)?.title ??
          offices.find(({ id }) => id === person.officeId)?.title ??
          person.officeId,
        [
          presences[person.presence],
          ...(person.presided ? ['presiding'] : []),
          ...(person.substituteFor === undefined
            ? []
            : [`standing in for ${titleIn(seats, person.substituteFor)}`]),
          ...(person.fromItem === undefined ? [] : [`from item ${person.fromItem}`]),
          ...(person.untilItem === undefined ? [] : [`until item ${person.untilItem}`]),
        ].join(', '),
      ]),
    publish: 'Publish this attendance',
    act: async ({ shown }, asked, { actor }, options) => {
      const done = await recordAttendance(services, actor, shown.meeting.id, asked, options);
      if (!done.ok) return refuse(explain(done.error));
      return ok({ to: deskPath(shown.meeting), notice: 'The attendance is published.' });
    },
  });

const titleIn = (seats: readonly SeatLine[], officeId: string): string =>
  seats.find(({ seat }) => seat.officeId === officeId)?.title ?? officeId;

const wrongs = {
  'substitute-for-itself': 'cannot stand in for itself. Select another member',
  'member-is-present':
    'stands in for a member who is present. Enter that member’s apologies, or select another',
  'member-twice': 'stands in for a member for whom another stands in already',
  'leaves-before-coming': 'leaves before coming. Change from and until which item',
} as const;

function explain(refusal: RecordAttendanceRefusal | Extract<RecordAttendanceRefusal, string>): FieldErrors {
  if (typeof refusal === 'object' && 'person' in refusal)
    return { form: `${refusal.person} ${wrongs[refusal.wrong]}` };
  if (typeof refusal === 'object' && 'tookPart' in refusal)
    return {
      form: `By the record ${refusal.tookPart} took part in a motion at item ${refusal.item}, which this list makes impossible. Enter that motion anew first, or correct the list`,
    };
  if (isStale(refusal)) return { form: changedMeanwhile };
  if (isShared(refusal)) return explainShared(refusal);
  switch (refusal) {
    case 'nobody-given':
      return { form: 'Enter who was there' };
    case 'two-presided':
    case 'presided-absent':
      return { presided: 'Whoever presided must have been present. Select somebody who was' };
    default:
      return never(refusal);
  }
}
