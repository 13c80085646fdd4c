import {
  type Answers,
  askAgain,
  type FieldErrors,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
} from '#platform/http';
import { never } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { Button, Form, FormErrorSummary, Prose, Text, TextareaField } from '#platform/ui';
import { BothVersions, officePage, once, passage, readAnswers, versionSeen } from '#platform/web';
import { z } from 'zod';
import { writeMinute, type WriteMinuteRefusal } from '../../../actions/meetings/write-minutes.ts';
import type { Minute } from '../../../domain/meeting/minutes.ts';
import { mayRunMeetings } from '../../../permissions.ts';
import { explainShared, isShared } from './explain.ts';
import { itemDesk, type ItemFound, itemFound, itemSteps, noSuchItem, numbered } from './found.ts';

const form = z.object({
  text: passage('the minutes', { most: 20_000, optional: true }),
  seen: z.string().optional(),
});

/** Writing what was said at an item: saved at once, published with the minutes of the whole meeting. */
export function minuteRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/office/:body/meetings/:meeting/items/:item/minutes/:minutePart';
  const find = async (visit: OfficeVisit): Promise<On | undefined> => {
    const part = visit.params['minutePart'];
    const found = await itemFound(services, visit);
    if (found === undefined || (part !== 'public' && part !== 'closed')) return undefined;
    return { found, part, kept: found.line.minutes.find((minute) => minute.part === part) };
  };
  return [
    {
      method: 'GET',
      path,
      may: mayRunMeetings,
      handle: async (visit) => {
        const on = await find(visit);
        if (on === undefined) return notFound(noSuchItem);
        return page(minutePage(visit, on, { text: on.kept?.text ?? '' }, {}));
      },
    },
    {
      method: 'POST',
      path,
      may: mayRunMeetings,
      handle: async (visit) => {
        const on = await find(visit);
        if (on === undefined) return notFound(noSuchItem);
        const { actor, answers } = visit;
        const read = readAnswers(form, answers);
        if (!read.ok) return askAgain(minutePage(visit, on, answers, read.error));
        const { shown, line } = on.found;
        const asked = {
          itemId: line.item.id,
          part: on.part,
          text: read.value.text,
          seen: versionSeen(read.value.seen),
        };
        const done = await writeMinute(services, actor, shown.meeting.id, asked, once(visit));
        if (done.ok)
          return redirect(itemDesk(shown, line), 'The minutes are saved. They are published with the rest.');
        if (!isStale(done.error)) return askAgain(minutePage(visit, on, answers, explain(done.error)));
        return askAgain(minutePage(visit, { ...on, kept: done.error.stale }, answers, {}, true));
      },
    },
  ];
}

type On = Readonly<{ found: ItemFound; part: Minute['part']; kept: Minute | undefined }>;

const minutePage = (
  { actor }: OfficeVisit,
  { found, part, kept }: On,
  answers: Answers,
  errors: FieldErrors,
  stale = false,
) =>
  officePage(actor, itemSteps(found), {
    title: part === 'public' ? 'Minutes of this item' : 'Minutes closed to the public',
    caption: numbered(found.line),
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {stale && (
          <BothVersions
            what="Another officer wrote these minutes while you were at them."
            rows={[{ field: 'Minutes', theirs: kept?.text, yours: answers['text'] }]}
          >
            To keep yours, send the form again. To keep what stands, leave this page.
          </BothVersions>
        )}
        <Text>
          {part === 'public'
            ? 'Your body alone sees this until the minutes of the meeting are published.'
            : 'This stays with your body for good. Write what everybody may read in the public minutes.'}
        </Text>
        <Form>
          <input type="hidden" name="seen" value={String(kept?.version ?? 0)} />
          <TextareaField
            name="text"
            label="What was said and agreed"
            hint="Who was there, what was declared, put and voted stands beside it and need not be repeated."
            rows={14}
            answers={answers}
            errors={errors}
          />
          <Button>Save</Button>
        </Form>
      </Prose>
    ),
  });

function explain(refusal: Exclude<WriteMinuteRefusal, object>): FieldErrors {
  if (isShared(refusal)) return explainShared(refusal);
  return never(refusal);
}
