import type { FieldErrors } from '#platform/http';
import { formatDate, never, ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { DateField, Text, TextareaField, TextField, WarningText } from '#platform/ui';
import { day, explainCommon, isCommon, line, passage } from '#platform/web';
import { z } from 'zod';
import {
  changeTerms,
  type ChangeTermsRefusal,
  endCommittee,
  type OfCommitteeRefusal,
} from '../../../actions/committees/change-committee.ts';
import type { EndRefusal } from '../../../domain/committee-changes.ts';
import { mayManageCommittees } from '../../../permissions.ts';
import { officeForm } from '../forms/office-form.tsx';
import { committeeFound, committeeSteps, keepPath } from './found.ts';
import { termsAnswers, termsFrom, TermsFields, termsQuestions } from './terms-fields.tsx';
import { noSuchCommittee, termsRows } from './words.ts';

/** Changing how a committee works, from a day on. */
export const termsForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/committees/:slug/terms',
    may: mayManageCommittees,
    find: (visit) => committeeFound(services, visit),
    missing: noSuchCommittee,
    title: () => 'Change how this committee works',
    caption: ({ committee }) => committee.name,
    steps: committeeSteps,
    first: ({ terms }) => termsAnswers(terms),
    read: () => ({
      schema: z
        .object({
          ...termsQuestions,
          from: day('the first day on which it works so'),
          source: line('where it is known from', { most: 300 }),
        })
        .transform((read) => ({ ...termsFrom(read), from: read.from, source: read.source })),
      dates: ['from'],
    }),
    before: () => (
      <Text>
        Meetings before that day are judged as the committee worked then. What stood stays readable.
      </Text>
    ),
    fields: (_, field) => (
      <>
        <TermsFields {...field} />
        <DateField name="from" legend="From which day?" hint="For example, 27 3 2011." {...field} />
        <TextField name="source" label="Where it is known from" {...field} />
      </>
    ),
    rows: (_, read) => [...termsRows(read), ['From', formatDate(read.from)], ['Known from', read.source]],
    publish: 'Publish this change',
    act: async ({ committee }, read, { actor }, options) => {
      const done = await changeTerms(services, actor, committee.id, read, options);
      if (!done.ok) return refuse(explainTerms(done.error));
      return ok({ to: keepPath(committee.id), notice: 'The change is published.' });
    },
  });

function explainTerms(refusal: ChangeTermsRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-committee':
      return { form: noSuchCommittee };
    case 'changed-that-day':
      return { from: 'How it works was changed from that day already. Enter another day' };
    case 'nothing-changed':
      return { form: 'These are the rules it works by already. Change what is to change' };
    case 'before-the-committee':
      return { from: 'The day must not be before the committee was set up' };
    default:
      return never(refusal);
  }
}

/** Ending a committee. */
export const endCommitteeForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/committees/:slug/end',
    may: mayManageCommittees,
    find: (visit) => committeeFound(services, visit),
    missing: noSuchCommittee,
    title: () => 'End this committee',
    caption: ({ committee }) => committee.name,
    steps: committeeSteps,
    read: () => ({
      schema: z.object({
        until: day('the first day on which the committee is gone'),
        reason: passage('why it ends', { most: 1000 }),
      }),
      dates: ['until'],
    }),
    fields: (_, field) => (
      <>
        <DateField
          name="until"
          legend="First day on which the committee is gone"
          hint="The day before is its last."
          {...field}
        />
        <TextareaField name="reason" label="Why does it end?" rows={3} {...field} />
      </>
    ),
    rows: ({ committee }, { until, reason }) => [
      ['Committee', committee.name],
      ['Gone from', formatDate(until)],
      ['Why', reason],
    ],
    checked: () => (
      <WarningText>An end cannot be taken back here. Its meetings and records stay.</WarningText>
    ),
    publish: 'End this committee',
    warning: true,
    act: async ({ committee }, read, { actor }, options) => {
      const done = await endCommittee(services, actor, committee.id, read, options);
      if (!done.ok) return refuse(explainEnd(done.error));
      return ok({ to: `/office/${actor.bodyId}/committees`, notice: `${committee.name} is ended.` });
    },
  });

function explainEnd(refusal: OfCommitteeRefusal | EndRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-committee':
      return { form: noSuchCommittee };
    case 'ended-already':
      return { form: 'This committee has an end already. Nothing was changed' };
    case 'ends-before-it-begins':
      return { until: 'The committee must end after the day it began' };
    default:
      return never(refusal);
  }
}
