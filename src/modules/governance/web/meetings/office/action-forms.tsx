import type { FieldErrors } from '#platform/http';
import { formatDate, never, ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { DateField, SelectField, TextareaField } from '#platform/ui';
import { day, line, optionalDay, passage } from '#platform/web';
import { officesOnDay } from '#modules/register';
import { z } from 'zod';
import {
  closeAction,
  type CloseActionRefusal,
  setAction,
  type SetActionRefusal,
} from '../../../actions/meetings/set-action.ts';
import { actionKey } from '../../../domain/meeting/minutes.ts';
import { mayRunMeetings } from '../../../permissions.ts';
import { officeForm } from '../forms/office-form.tsx';
import { explainShared, isShared } from './explain.ts';
import { deskPath, meetingFound, meetingSteps, nameOf, noSuchMeeting, numbered } from './found.ts';

/** Recording what a meeting asked an office to do. */
export const setActionForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/meetings/:meeting/actions/add',
    may: mayRunMeetings,
    find: async (visit) => {
      const shown = await meetingFound(services, visit);
      if (shown === undefined) return undefined;
      return { shown, offices: await officesOnDay(services.database, visit.actor.bodyId, visit.today) };
    },
    missing: noSuchMeeting,
    title: () => 'Record an action',
    caption: ({ shown }) => nameOf(shown),
    steps: ({ shown }) => meetingSteps(shown),
    first: (_, { query }) => ({ item: query['item'] ?? '' }),
    read: () => ({
      schema: z.object({
        text: passage('what is to be done', { most: 1000 }),
        item: line('the item', { most: 200, optional: true }),
        office: line('the office that is to do it', { most: 200 }),
        due: optionalDay('the day by which it is due'),
      }),
      dates: ['due'],
    }),
    fields: ({ shown, offices }, field) => (
      <>
        <TextareaField
          name="text"
          label="What is to be done?"
          hint="Everybody can read this."
          rows={3}
          {...field}
        />
        <SelectField
          name="item"
          label="At which item? (optional)"
          options={[
            { value: '', text: 'At none' },
            ...shown.items.map((own) => ({ value: own.item.id, text: numbered(own) })),
          ]}
          {...field}
        />
        <SelectField
          name="office"
          label="Which office is to do it?"
          options={[
            { value: '', text: 'Select an office' },
            ...offices.map(({ id, title }) => ({ value: id, text: title })),
          ]}
          {...field}
        />
        <DateField name="due" legend="By when? (optional)" hint="For example, 27 3 2026." {...field} />
      </>
    ),
    rows: ({ shown, offices }, read) => [
      ['To be done', read.text],
      [
        'Item',
        shown.items
          .filter(({ item }) => item.id === read.item)
          .map(numbered)
          .join(''),
      ],
      ['By', offices.find(({ id }) => id === read.office)?.title ?? read.office],
      ['Due', read.due === undefined ? '' : formatDate(read.due)],
    ],
    publish: 'Publish this action',
    act: async ({ shown }, { text, item, office, due }, { actor }, options) => {
      const asked = { text, itemId: item === '' ? undefined : item, ownerOffice: office, dueOn: due };
      const done = await setAction(services, actor, shown.meeting.id, asked, options);
      if (!done.ok) return refuse(explainSet(done.error));
      return ok({ to: deskPath(shown.meeting), notice: 'The action is published.' });
    },
  });

function explainSet(refusal: SetActionRefusal): FieldErrors {
  if (isShared(refusal)) return explainShared(refusal);
  switch (refusal) {
    case 'due-before-the-meeting':
      return { due: 'It must not be due before the meeting' };
    default:
      return never(refusal);
  }
}

/** Recording that an action is done. */
export const closeActionForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/meetings/:meeting/actions/:action/done',
    may: mayRunMeetings,
    find: async (visit) => {
      const shown = await meetingFound(services, visit);
      const all = [...(shown?.actions ?? []), ...(shown?.items.flatMap(({ actions }) => actions) ?? [])];
      const action = all.find((each) => actionKey(each) === visit.params['action']);
      return shown === undefined || action === undefined ? undefined : { shown, action };
    },
    missing: 'This meeting has no such action.',
    title: () => 'Record that an action is done',
    caption: ({ action }) => action.text,
    steps: ({ shown }) => meetingSteps(shown),
    read: () => ({
      schema: z.object({
        on: day('the day on which it was done'),
        says: passage('what was done', { most: 1000, optional: true }),
      }),
      dates: ['on'],
    }),
    fields: (_, field) => (
      <>
        <DateField name="on" legend="When was it done?" hint="For example, 27 3 2026." {...field} />
        <TextareaField name="says" label="What was done? (optional)" rows={3} {...field} />
      </>
    ),
    rows: ({ action }, { on, says }) => [
      ['Action', action.text],
      ['Of', action.ownerTitle],
      ['Done on', formatDate(on)],
      ['What was done', says],
    ],
    publish: 'Publish this',
    act: async ({ shown, action }, read, { actor }, options) => {
      const asked = { ...read, actionId: action.id };
      const done = await closeAction(services, actor, shown.meeting.id, asked, options);
      if (!done.ok) return refuse(explainClose(done.error));
      return ok({ to: deskPath(shown.meeting), notice: 'The action is recorded as done.' });
    },
  });

function explainClose(refusal: CloseActionRefusal): FieldErrors {
  if (isShared(refusal)) return explainShared(refusal);
  switch (refusal) {
    case 'no-such-action':
      return { form: 'This action is not there any more, so nothing was changed' };
    case 'done-already':
      return { form: 'Another officer recorded it as done already. Nothing was changed' };
    case 'done-before-it-was-set':
      return { on: 'It cannot have been done before the meeting that asked for it' };
    case 'done-in-the-future':
      return { on: 'The day on which it was done must be today or in the past' };
    default:
      return never(refusal);
  }
}
