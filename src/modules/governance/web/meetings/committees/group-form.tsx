import type { FieldErrors } from '#platform/http';
import { formatDate, never, ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { DataTable, DateField, SelectField, TextField } from '#platform/ui';
import { day, explainCommon, isCommon, line } from '#platform/web';
import { z } from 'zod';
import { recordGroup, type RecordGroupRefusal } from '../../../actions/committees/record-group.ts';
import { mayManageCommittees } from '../../../permissions.ts';
import { councillorGroups } from '../../../queries/councillor-groups.ts';
import { officeForm } from '../forms/office-form.tsx';

/** Recording the political group of a councillor’s office. */
export const groupForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/groups',
    may: mayManageCommittees,
    find: ({ actor, today }) => councillorGroups(services.database, actor.bodyId, today),
    missing: '',
    title: () => 'Political groups',
    steps: (_, { actor }) => [{ text: 'Committees', href: `/office/${actor.bodyId}/committees` }],
    read: () => ({
      schema: z
        .object({
          office: line('the office', { most: 200 }),
          group: line('the name of the group', { most: 120, optional: true }),
          from: day('the first day'),
          source: line('where it is known from', { most: 300 }),
        })
        .transform(({ office, group, ...read }) => ({
          ...read,
          officeId: office,
          group: group === '' ? undefined : group,
        })),
      dates: ['from'],
    }),
    before: (lines) => (
      <DataTable
        caption="As recorded"
        rows={lines}
        columns={[
          { title: 'Office', cell: ({ title }) => title },
          { title: 'Group', cell: ({ group }) => group ?? 'Not recorded' },
        ]}
        empty="Your body has no office that votes."
        narrow="stack"
      />
    ),
    fields: (lines, field) => (
      <>
        <SelectField
          name="office"
          label="Office"
          options={[
            { value: '', text: 'Select an office' },
            ...lines.map(({ officeId, title }) => ({ value: officeId, text: title })),
          ]}
          {...field}
        />
        <TextField
          name="group"
          label="Political group"
          hint="As it is called on your council. Leave empty where it leaves its group and joins none."
          {...field}
        />
        <DateField name="from" legend="From which day?" hint="For example, 27 3 2011." {...field} />
        <TextField name="source" label="Where it is known from" {...field} />
      </>
    ),
    rows: (lines, read) => [
      ['Office', lines.find(({ officeId }) => officeId === read.officeId)?.title ?? read.officeId],
      ['Group', read.group ?? 'None'],
      ['From', formatDate(read.from)],
      ['Known from', read.source],
    ],
    publish: 'Publish this',
    act: async (_, read, { actor }, options) => {
      const done = await recordGroup(services, actor, actor.bodyId, read, options);
      if (!done.ok) return refuse(explain(done.error));
      return ok({ to: `/office/${actor.bodyId}/groups`, notice: 'The group is recorded.' });
    },
  });

function explain(refusal: RecordGroupRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-office':
      return { office: 'That is no office of your body. Select one from the list' };
    case 'same-group':
      return { group: 'This is its group already. Enter another, or leave this page' };
    case 'in-no-group':
      return { group: 'It is in no group already. Enter the name of a group' };
    case 'changed-later':
      return { from: 'A later change is recorded. Enter a day after it' };
    default:
      return never(refusal);
  }
}
