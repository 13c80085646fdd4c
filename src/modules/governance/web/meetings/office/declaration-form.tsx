import type { FieldErrors } from '#platform/http';
import { never, ok, refuse } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { Bullets, CheckboxesField, SelectField, Text, TextareaField, TextField } from '#platform/ui';
import { line, oneOf, passage, versionSeen } from '#platform/web';
import { z } from 'zod';
import { declareInterest, type DeclareInterestRefusal } from '../../../actions/meetings/declare-interest.ts';
import { interestKinds } from '../../../domain/meeting/declaration.ts';
import { mayRunMeetings } from '../../../permissions.ts';
import { declarationsEntered } from '../../../queries/meetings/declarations-entered.ts';
import { keysOf, optionsOf } from '../committees/words.ts';
import { officeForm } from '../forms/office-form.tsx';
import { explainShared, isShared } from './explain.ts';
import { itemDesk, itemFound, itemSteps, noSuchItem, numbered } from './found.ts';
import { changedMeanwhile, isStaleForm, Seen } from './seen.tsx';

/** Recording a member’s declaration of interest at an item. */
export const declarationForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/meetings/:meeting/items/:item/declarations',
    may: mayRunMeetings,
    find: async (visit) => {
      const found = await itemFound(services, visit);
      if (found === undefined) return undefined;
      const entered = await declarationsEntered(services.database, found.shown.meeting.id);
      return { ...found, entered };
    },
    missing: noSuchItem,
    title: () => 'Record a declaration of interest',
    caption: ({ line: own }) => numbered(own),
    steps: itemSteps,
    read: () => ({
      schema: z
        .object({
          office: line('the member', { most: 200 }),
          kind: oneOf(keysOf(interestKinds), 'Select what kind of interest it is'),
          nature: passage('the nature of the interest', { most: 1000, optional: true }),
          left: line('whether the member left', { most: 3, optional: true }),
          dispensation: line('the dispensation', { most: 300, optional: true }),
          seen: line('what was seen', { most: 9, optional: true }),
        })
        .transform(({ office, left, seen, ...read }) => ({
          ...read,
          officeId: office,
          leftRoom: left === 'yes',
          seen: versionSeen(seen),
        })),
    }),
    foresee: ({ entered }, { seen }) =>
      isStaleForm({ seen: String(seen) }, entered) ? { form: changedMeanwhile } : undefined,
    before: ({ line: { declarations } }) =>
      declarations.length > 0 && (
        <>
          <Text>Declared at this item so far:</Text>
          <Bullets
            items={declarations.map(
              ({ officeTitle, kind, leftRoom }) =>
                `${officeTitle}: ${interestKinds[kind]}${leftRoom ? ', left the room' : ''}`,
            )}
          />
        </>
      ),
    fields: ({ shown, entered }, field) => (
      <>
        <Seen current={entered} />
        <SelectField
          name="office"
          label="Member"
          options={[
            { value: '', text: 'Select a member' },
            ...(shown.attendance?.people ?? []).map(({ officeId, officeTitle }) => ({
              value: officeId,
              text: officeTitle,
            })),
          ]}
          {...field}
        />
        <SelectField
          name="kind"
          label="Kind"
          options={[{ value: '', text: 'Select' }, ...optionsOf(interestKinds)]}
          {...field}
        />
        <TextareaField name="nature" label="Nature of the interest" rows={3} {...field} />
        <CheckboxesField
          name="room"
          legend="Did the member leave?"
          options={[{ name: 'left', text: 'The member left the room for this item' }]}
          {...field}
        />
        <TextField
          name="dispensation"
          label="Dispensation (optional)"
          hint="Who allowed the member to take part, and when."
          {...field}
        />
      </>
    ),
    rows: ({ shown }, read) => [
      [
        'Member',
        shown.attendance?.people.find(({ officeId }) => officeId === read.officeId)?.officeTitle ??
          read.officeId,
      ],
      ['Kind', interestKinds[read.kind]],
      ['Nature', read.nature],
      ['Left the room', read.leftRoom ? 'Yes' : 'No'],
      ['Dispensation', read.dispensation],
    ],
    publish: 'Publish this declaration',
    act: async ({ shown, line: own }, read, { actor }, options) => {
      const asked = { ...read, itemId: own.item.id };
      const done = await declareInterest(services, actor, shown.meeting.id, asked, options);
      if (!done.ok) return refuse(explain(done.error));
      return ok({ to: itemDesk({ meeting: shown.meeting }, own), notice: 'The declaration is published.' });
    },
  });

function explain(refusal: DeclareInterestRefusal): FieldErrors {
  if (isStale(refusal)) return { form: changedMeanwhile };
  if (isShared(refusal)) return explainShared(refusal);
  switch (refusal) {
    case 'nature-missing':
      return { nature: 'Enter the nature of the interest' };
    case 'stays-without-dispensation':
      return {
        room: 'Who has a disclosable pecuniary interest takes no part and leaves, unless there is a dispensation (Localism Act 2011, sections 31 and 33). Tick that the member left, or enter the dispensation',
      };
    case 'took-part':
      return {
        room: 'The member moved, seconded or voted on a motion at this item. Enter that motion anew first, or do not tick that the member left',
      };
    default:
      return never(refusal);
  }
}
