import type { FieldErrors } from '#platform/http';
import { formatDate, never, ok, refuse } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { Text, TextareaField } from '#platform/ui';
import { BothVersions, passage, versionSeen } from '#platform/web';
import { z } from 'zod';
import {
  addItem,
  type DraftItemRefusal,
  editItem,
  removeItem,
  withdrawItem,
  type WithdrawItemRefusal,
} from '../../../actions/meetings/draft-item.ts';
import { accesses } from '../../../domain/decision/decision.ts';
import { mayPrepareDecisions, mayRunMeetings } from '../../../permissions.ts';
import { agendaToPublish } from '../../../queries/meetings/agenda-to-publish.ts';
import { officeForm } from '../forms/office-form.tsx';
import { explainShared, isShared } from './explain.ts';
import {
  deskPath,
  itemDesk,
  itemFound,
  itemSteps,
  meetingFound,
  meetingSteps,
  nameOf,
  noSuchItem,
  noSuchMeeting,
  numbered,
} from './found.ts';
import { itemAnswers, itemDrafted, ItemFields, itemQuestions, itemRows } from './item-fields.tsx';
import { changedMeanwhile, isStaleForm, Seen } from './seen.tsx';

const publishedOf = (items: Awaited<ReturnType<typeof meetingFound>>) =>
  (items?.items ?? []).flatMap(({ item }) => (item.number === undefined ? [] : [item]));

/** Putting an item on an agenda. */
export const addItemForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/meetings/:meeting/items/add',
    may: mayPrepareDecisions,
    find: async (visit) => {
      const shown = await meetingFound(services, visit);
      if (shown === undefined) return undefined;
      const agenda = await services.database.as(visit.actor, (sql) =>
        agendaToPublish(sql, { ...shown, on: visit.today, at: services.clock.now() }),
      );
      return { shown, proposed: agenda.proposed };
    },
    missing: noSuchMeeting,
    title: () => 'Put an item on the agenda',
    caption: ({ shown }) => nameOf(shown),
    steps: ({ shown }) => meetingSteps(shown),
    first: ({ proposed }, { query }) => {
      const found = proposed.find(({ key }) => key === query['from']);
      if (found === undefined) return { purpose: 'decide', access: 'open' };
      const { key, title, summary, purpose, subject = '', thread = '' } = found;
      return { title, summary, purpose, subject, thread, access: 'open', proposedBy: key };
    },
    read: () => ({ schema: itemQuestions }),
    before: () => <Text>Your body alone sees it until you publish the agenda. It is saved as a draft.</Text>,
    fields: ({ shown }, field) => (
      <>
        <input type="hidden" name="proposedBy" value={field.answers['proposedBy'] ?? ''} />
        <ItemFields published={publishedOf(shown)} {...field} />
      </>
    ),
    rows: (_, read) => itemRows(read),
    publish: 'Save this item',
    act: async ({ shown }, read, { actor }, options) => {
      const done = await addItem(services, actor, shown.meeting.id, itemDrafted(read), options);
      if (!done.ok) return refuse(explain(done.error));
      return ok({ to: deskPath(shown.meeting), notice: 'The item is saved. Only your body sees it as yet.' });
    },
  });

/** Changing an item that is not published yet. */
export const editItemForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/meetings/:meeting/items/:item/edit',
    may: mayPrepareDecisions,
    find: (visit) => itemFound(services, visit),
    missing: noSuchItem,
    title: () => 'Change this item',
    caption: ({ line }) => numbered(line),
    steps: itemSteps,
    first: ({ line: { item } }) => itemAnswers(item),
    read: () => ({ schema: itemQuestions }),
    foresee: ({ line: { item } }, { seen }) =>
      isStaleForm({ seen }, item.version) ? { form: changedMeanwhile } : undefined,
    before: ({ line: { item } }, { answers }) =>
      isStaleForm(answers, item.version) && (
        <BothVersions
          what={`Another officer changed this item (version ${item.version}) while you were at it.`}
          rows={[
            { field: 'Title', theirs: item.title, yours: answers['title'] },
            { field: 'Summary', theirs: item.summary, yours: answers['summary'] },
            { field: 'Access', theirs: accesses[item.access], yours: answers['access'] },
            { field: 'About', theirs: item.subject, yours: answers['subject'] },
          ]}
        >
          To keep yours, send the form again. To keep what stands, leave this page.
        </BothVersions>
      ),
    fields: ({ shown, line: { item } }, field) => (
      <>
        <Seen current={item.version} />
        <ItemFields published={publishedOf(shown)} {...field} />
      </>
    ),
    rows: (_, read) => itemRows(read),
    publish: 'Save this item',
    act: async ({ shown, line: { item } }, read, { actor }, options) => {
      const asked = {
        ...itemDrafted(read),
        itemId: item.id,
        seen: versionSeen(read.seen),
        position: read.position === '' ? undefined : Number(read.position),
      };
      const done = await editItem(services, actor, shown.meeting.id, asked, options);
      if (!done.ok) return refuse(explain(done.error));
      return ok({ to: deskPath(shown.meeting), notice: 'The item is saved.' });
    },
  });

/** Taking an item off before it was published. */
export const removeItemForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/meetings/:meeting/items/:item/remove',
    may: mayPrepareDecisions,
    find: (visit) => itemFound(services, visit),
    missing: noSuchItem,
    title: () => 'Take this item off the agenda',
    caption: ({ line }) => numbered(line),
    steps: itemSteps,
    read: () => ({ schema: z.object({ seen: z.string().optional() }) }),
    fields: ({ line: { item } }) => (
      <>
        <Seen current={item.version} />
        <Text>It was never published, so nothing of it stays.</Text>
      </>
    ),
    rows: ({ line: { item } }) => [['Item', item.title]],
    publish: 'Take it off',
    warning: true,
    act: async ({ shown, line: { item } }, { seen }, { actor }, options) => {
      const asked = { itemId: item.id, seen: versionSeen(seen) };
      const done = await removeItem(services, actor, shown.meeting.id, asked, options);
      if (!done.ok) return refuse(explain(done.error));
      return ok({ to: deskPath(shown.meeting), notice: 'The item is taken off.' });
    },
  });

function explain(refusal: DraftItemRefusal): FieldErrors {
  if (isStale(refusal)) return { form: changedMeanwhile };
  if (isShared(refusal)) return explainShared(refusal);
  switch (refusal) {
    case 'published-already':
      return { form: 'The item is published, so it can only be withdrawn. What it says stays as it is' };
    case 'paragraphs-missing':
      return { paragraphs: 'Select the paragraphs of schedule 12A under which it is exempt' };
    case 'public-interest-missing':
      return { publicInterest: 'Enter why the public interest in keeping it exempt outweighs disclosing it' };
    case 'on-the-agenda-already':
      return { form: 'This is on the agenda already' };
    default:
      return never(refusal);
  }
}

/** Withdrawing a published item. */
export const withdrawItemForm = (services: Services) =>
  officeForm(services, {
    path: '/office/:body/meetings/:meeting/items/:item/withdraw',
    may: mayRunMeetings,
    find: (visit) => itemFound(services, visit),
    missing: noSuchItem,
    title: () => 'Withdraw this item',
    caption: ({ line }) => numbered(line),
    steps: itemSteps,
    read: () => ({ schema: z.object({ reason: passage('why it is withdrawn', { most: 1000 }) }) }),
    before: ({ line: { item } }) => (
      <Text>
        It stays on the agenda under its number, published on{' '}
        {item.publishedOn === undefined ? 'a day to come' : formatDate(item.publishedOn)}, and is said to be
        withdrawn.
      </Text>
    ),
    fields: (_, field) => (
      <TextareaField
        name="reason"
        label="Why is it withdrawn?"
        hint="Everybody can read this."
        rows={3}
        {...field}
      />
    ),
    rows: ({ line }, { reason }) => [
      ['Item', numbered(line)],
      ['Why', reason],
    ],
    publish: 'Withdraw this item',
    warning: true,
    act: async (found, { reason }, { actor }, options) => {
      const { shown, line } = found;
      const asked = { itemId: line.item.id, reason };
      const done = await withdrawItem(services, actor, shown.meeting.id, asked, options);
      if (!done.ok) return refuse(explainWithdrawal(done.error));
      return ok({ to: itemDesk(shown, line), notice: 'The item is withdrawn.' });
    },
  });

function explainWithdrawal(refusal: WithdrawItemRefusal): FieldErrors {
  if (isShared(refusal)) return explainShared(refusal);
  switch (refusal) {
    case 'not-published':
      return { form: 'The item is not published, so it is taken off instead' };
    case 'withdrawn-already':
      return { form: 'Another officer withdrew this item already. Nothing was changed' };
    default:
      return never(refusal);
  }
}
