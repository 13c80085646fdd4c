import type { FieldErrors } from '#platform/http';
import { formatDate, isoDate, never, ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { DateField, RadiosField, SelectField, TextareaField, TextField } from '#platform/ui';
import { day, explainCommon, isCommon, line, oneOf, passage } from '#platform/web';
import { officesOnDay } from '#modules/register';
import { z } from 'zod';
import {
  endSeat,
  type EndSeatRefusal,
  seatOffice,
  type SeatOfficeRefusal,
} from '../../../actions/committees/seat-office.ts';
import { capacities } from '../../../domain/committee.ts';
import { mayManageCommittees } from '../../../permissions.ts';
import { officeForm } from '../forms/office-form.tsx';
import { committeeFound, committeeSteps, keepPath } from './found.ts';
import { capacityOptions, keysOf, noSuchCommittee } from './words.ts';

/** Giving an office a seat on a committee. */
export const seatForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/committees/:slug/seats/add',
    may: mayManageCommittees,
    find: async (visit) => {
      const found = await committeeFound(services, visit);
      if (found === undefined) return undefined;
      const bodies = found.appointedBy.length > 0 ? found.appointedBy : [found.body];
      const offices = await Promise.all(
        bodies.map(async ({ id, name }) =>
          (await officesOnDay(services.database, id, visit.today)).map((office) => ({
            value: office.id,
            text: bodies.length === 1 ? office.title : `${name}: ${office.title}`,
          })),
        ),
      );
      return { ...found, offices: offices.flat() };
    },
    missing: noSuchCommittee,
    title: () => 'Give an office a seat',
    caption: ({ committee }) => committee.name,
    steps: committeeSteps,
    first: () => ({ votes: 'yes', weight: '1' }),
    read: () => ({
      schema: z
        .object({
          office: line('the office that sits on it', { most: 200 }),
          capacity: oneOf(keysOf(capacities), 'Select as what it sits'),
          votes: oneOf(['yes', 'no'], 'Select whether it votes'),
          weight: line('what its vote counts', { most: 9 }).refine(
            (typed) => /^\d{1,5}(?:\.\d{1,3})?$/.test(typed) && Number(typed) > 0,
            {
              message:
                'What its vote counts must be a number above 0 with at most three decimals, like 1 or 2.5',
            },
          ),
          from: day('the first day on which it sits'),
          source: line('where it is known from', { most: 300 }),
        })
        .transform(({ office, votes, weight, ...read }) => ({
          ...read,
          officeId: office,
          votes: votes === 'yes',
          weight: Number(weight),
        })),
      dates: ['from'],
    }),
    fields: ({ offices }, field) => (
      <>
        <SelectField
          name="office"
          label="Office"
          hint="An office that is missing is added among the offices of your body first."
          options={[{ value: '', text: 'Select an office' }, ...offices]}
          {...field}
        />
        <SelectField name="capacity" label="As what does it sit?" options={capacityOptions} {...field} />
        <RadiosField
          name="votes"
          legend="Does it vote?"
          hint="A substitute votes only while it stands in for a member."
          inline
          options={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
          {...field}
        />
        <TextField
          name="weight"
          label="What does its vote count?"
          hint="1, unless this committee’s votes count differently by seat."
          width={5}
          {...field}
        />
        <DateField
          name="from"
          legend="First day on which it sits"
          hint="For example, 27 3 2011."
          {...field}
        />
        <TextField name="source" label="Where it is known from" {...field} />
      </>
    ),
    rows: ({ offices }, read) => [
      ['Office', offices.find(({ value }) => value === read.officeId)?.text ?? read.officeId],
      ['As', capacities[read.capacity]],
      ['Votes', read.votes ? 'Yes' : 'No'],
      ['Its vote counts', String(read.weight)],
      ['First day', formatDate(read.from)],
      ['Known from', read.source],
    ],
    publish: 'Publish this seat',
    act: async ({ committee }, read, { actor }, options) => {
      const done = await seatOffice(services, actor, committee.id, read, options);
      if (!done.ok) return refuse(explainSeat(done.error));
      return ok({ to: keepPath(committee.id), notice: 'The seat is published.' });
    },
  });

function explainSeat(refusal: SeatOfficeRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-committee':
      return { form: noSuchCommittee };
    case 'no-such-office':
      return { office: 'That office is not in the register. Select one from the list' };
    case 'seated-already':
      return { office: 'This office has a seat in those days. End that one first, or enter another day' };
    case 'chair-taken':
      return { capacity: 'The committee has a chair in those days. End that seat first' };
    case 'weight-not-positive':
      return { weight: 'What its vote counts must be above 0' };
    case 'before-the-committee':
      return { from: 'The seat must not begin before the committee was set up' };
    case 'committee-ended':
      return { from: 'The committee has ended by that day' };
    default:
      return never(refusal);
  }
}

/** Ending a seat. */
export const endSeatForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/committees/:slug/seats/:seat/end',
    may: mayManageCommittees,
    find: async (visit) => {
      const found = await committeeFound(services, visit);
      const [office = '', since = ''] = (visit.params['seat'] ?? '').split('~');
      const from = isoDate(since);
      const line = [...(found?.seats ?? []), ...(found?.otherSeats ?? [])].find(
        ({ seat }) => seat.officeId === office && from.ok && seat.from === from.value,
      );
      return found === undefined || line === undefined ? undefined : { ...found, line };
    },
    missing: 'This committee has no such seat.',
    title: () => 'End this seat',
    caption: ({ committee, line: { title } }) => `${committee.name}: ${title}`,
    steps: committeeSteps,
    read: () => ({
      schema: z.object({
        until: day('the first day on which it no longer sits'),
        reason: passage('why the seat ends', { most: 1000, optional: true }),
      }),
      dates: ['until'],
    }),
    fields: (_, field) => (
      <>
        <DateField name="until" legend="First day on which it no longer sits" {...field} />
        <TextareaField name="reason" label="Why? (optional)" rows={3} {...field} />
      </>
    ),
    rows: ({ line: { title } }, { until, reason }) => [
      ['Office', title],
      ['No longer sits from', formatDate(until)],
      ['Why', reason],
    ],
    publish: 'End this seat',
    act: async ({ committee, line: { seat } }, read, { actor }, options) => {
      const done = await endSeat(services, actor, seat, read, options);
      if (!done.ok) return refuse(explainEndOfSeat(done.error));
      return ok({ to: keepPath(committee.id), notice: 'The seat is ended.' });
    },
  });

function explainEndOfSeat(refusal: EndSeatRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-committee':
    case 'no-such-seat':
      return { form: 'This seat is no longer there, so nothing was changed' };
    case 'ended-already':
      return { form: 'Another officer has ended this seat already. Nothing was changed' };
    case 'ends-before-it-begins':
      return { until: 'The seat must end after the day it began' };
    default:
      return never(refusal);
  }
}
