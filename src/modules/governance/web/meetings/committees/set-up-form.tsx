import type { FieldErrors } from '#platform/http';
import { never, ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { CheckboxesField, DateField, SelectField, Text, TextField } from '#platform/ui';
import { explainCommon, isCommon, line, oneOf, optionalDay } from '#platform/web';
import { everyBody } from '#modules/register';
import { z } from 'zod';
import { setUpCommittee, type SetUpCommitteeRefusal } from '../../../actions/committees/set-up-committee.ts';
import { committeeKinds } from '../../../domain/committee.ts';
import { mayManageCommittees } from '../../../permissions.ts';
import { formatDate } from '#platform/kernel';
import { officeForm } from '../forms/office-form.tsx';
import { termsFrom, TermsFields, termsQuestions } from './terms-fields.tsx';
import { keysOf, kindOptions, termsRows } from './words.ts';

/** Setting up a committee. */
export const setUpForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/committees/add',
    may: mayManageCommittees,
    find: async ({ today }) =>
      (await everyBody(services.database, { on: today })).filter(({ exists }) => exists),
    missing: '',
    title: () => 'Set up a committee',
    steps: (_, { actor }) => [{ text: 'Committees', href: `/office/${actor.bodyId}/committees` }],
    read: (bodies) => ({
      schema: z
        .object({
          name: line('the name of the committee', { most: 160 }),
          kind: oneOf(keysOf(committeeKinds), 'Select what kind of committee it is'),
          ...termsQuestions,
          ...Object.fromEntries(bodies.map(({ id }) => [`by-${id}`, line(id, { most: 3, optional: true })])),
          from: optionalDay('the first day of the committee'),
          source: line('where it is known from', { most: 300 }),
        })
        .transform((read) => ({
          ...termsFrom(read),
          name: read.name,
          kind: read.kind,
          from: read.from,
          source: read.source,
          appointedBy: bodies.flatMap(({ id }) =>
            (read as Readonly<Record<string, unknown>>)[`by-${id}`] === 'yes' ? [id] : [],
          ),
        })),
      dates: ['from'],
    }),
    fields: (bodies, field) => (
      <>
        <TextField
          name="name"
          label="Name of the committee"
          hint="For example, Planning Committee."
          {...field}
        />
        <SelectField name="kind" label="Kind" options={kindOptions} {...field} />
        <CheckboxesField
          name="appointedBy"
          legend="For a joint committee: which bodies appoint to it?"
          hint="Leave all empty for any other kind."
          options={bodies.map(({ id, name }) => ({ name: `by-${id}`, text: name }))}
          {...field}
        />
        <TermsFields {...field} />
        <DateField
          name="from"
          legend="First day (optional)"
          hint="For example, 27 3 2011. Leave empty where it is not known."
          {...field}
        />
        <TextField
          name="source"
          label="Where it is known from"
          hint="The constitution and its date, or a minute that a reader can check."
          {...field}
        />
      </>
    ),
    rows: (bodies, read) => [
      ['Name', read.name],
      ['Kind', committeeKinds[read.kind]],
      [
        'Appointed by',
        bodies
          .filter(({ id }) => read.appointedBy.includes(id))
          .map(({ name }) => name)
          .join(', '),
      ],
      ...termsRows(read),
      ['First day', read.from === undefined ? '' : formatDate(read.from)],
      ['Known from', read.source],
    ],
    checked: () => (
      <Text>The address of the committee is made from its name and never changes. Give its seats next.</Text>
    ),
    publish: 'Set up this committee',
    act: async (_bodies, read, { actor }, options) => {
      const done = await setUpCommittee(services, actor, actor.bodyId, read, options);
      if (!done.ok) return refuse(explain(done.error));
      return ok({
        to: `/office/${actor.bodyId}/committees/${done.value.committeeId.split('.')[1] ?? ''}`,
        notice: `${read.name} is set up. Say next who sits on it.`,
      });
    },
  });

function explain(refusal: SetUpCommitteeRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'name-taken':
      return {
        name: 'Your body has a committee of this name in those days. Enter another name, or other days',
      };
    case 'joint-needs-two':
      return { appointedBy: 'A joint committee is appointed by two bodies or more. Select them' };
    case 'not-joint':
      return {
        appointedBy: 'Only a joint committee is appointed by several bodies. Empty them, or change the kind',
      };
    case 'begins-before-the-body':
      return { from: 'The committee must not begin before your body was founded' };
    case 'no-such-appointing-body':
      return { appointedBy: 'One of these bodies is not in the register' };
    default:
      return never(refusal);
  }
}
