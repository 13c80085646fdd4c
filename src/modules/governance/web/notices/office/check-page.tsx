import type { FieldErrors } from '#platform/http';
import { type Actor, formatDate } from '#platform/kernel';
import {
  Button,
  Form,
  FormErrorSummary,
  Heading,
  InsetText,
  Link,
  Prose,
  Text,
  WarningText,
} from '#platform/ui';
import { officePage } from '#platform/web';
import { isOfThePast } from '../../../domain/notice/judge-notice.ts';
import type { NoticeDraft } from '../../../queries/notice-drafts.ts';
import { KeyFinding, LawfulDates, PrivateDates } from '../parts/lawful-dates.tsx';
import type { Checked } from './checked.ts';
import { Missing } from './missing.tsx';
import { draftPath, roomSteps } from './room.ts';
import { WhatItWillSay } from './what-it-will-say.tsx';

type CheckPageProps = Readonly<{
  actor: Actor;
  found: NoticeDraft;
  /** Undefined while answers are missing that no version can be without. */
  checked: Checked | undefined;
  /** What is not answered or not as it must be, by field. */
  unfinished: FieldErrors;
  mayPublish: boolean;
  errors: FieldErrors;
}>;

/** The dates, what is missing by which rule, every answer once more, and the button that publishes. */
export function checkPage(props: CheckPageProps) {
  const { actor, found, checked, unfinished, errors } = props;
  const { draft, grounds } = found;
  const path = draftPath(actor.bodyId, draft.id);
  return officePage(
    actor,
    [...roomSteps(actor), { text: draft.answers['title'] ?? 'A new notice', href: path }],
    {
      title: 'Check the dates and the answers',
      errors,
      main: (
        <Prose>
          <FormErrorSummary errors={errors} />
          <Missing path={path} unfinished={unfinished} checked={checked} />
          {checked !== undefined && checked.asked.change !== 'withdrawn' && (
            <>
              <Heading size="m" id="dates">
                When the decision may lawfully be taken
              </Heading>
              <Counted checked={checked} />
              <LawfulDates {...judgedOf(checked, found, grounds)} />
              <PrivateDates {...judgedOf(checked, found, grounds)} />
              <Heading size="m">Is it a key decision?</Heading>
              <KeyFinding {...judgedOf(checked, found, grounds)} />
            </>
          )}
          {checked !== undefined && <WhatItWillSay path={path} found={found} checked={checked} />}
          <Publish {...props} />
        </Prose>
      ),
    },
  );
}

const judgedOf = ({ asked, judged }: Checked, { draft }: NoticeDraft, grounds: NoticeDraft['grounds']) => ({
  judged,
  ground: grounds(asked.content.dueFrom),
  bodyId: draft.bodyId,
});

function Counted({ checked: { judged, asked, today } }: Readonly<{ checked: Checked }>) {
  const published = asked.publishedOn ?? today;
  return (
    <Text>
      {asked.publishedOn === undefined
        ? `If it is published now, on ${formatDate(published, { weekday: 'long' })}`
        : `Published on ${formatDate(published, { weekday: 'long' })}, ${asked.publishedElsewhere}`}
      {judged.countedFrom === published
        ? ', that day is the day of the notice and is not itself counted, whether or not it is a working day.'
        : `, it counts from ${formatDate(judged.countedFrom, { weekday: 'long' })}, as it is after the body’s cut-off for publications.`}
    </Text>
  );
}

function Publish({ actor, found: { draft }, checked, mayPublish }: CheckPageProps) {
  const path = draftPath(actor.bodyId, draft.id);
  const discard = <Link href={`${path}/discard`}>Discard this draft</Link>;
  const isReady =
    checked !== undefined && (checked.judged.gaps.length === 0 || isOfThePast(checked.asked, checked.today));
  if (!isReady)
    return (
      <div class="govuk-button-group">
        <Button href={path}>Go on with the answers</Button>
        {discard}
      </div>
    );
  if (!mayPublish)
    return (
      <>
        <InsetText>
          Democratic services or the monitoring officer of your body publishes notices. This draft now stands
          in their list of work.
        </InsetText>
        <p class="govuk-body">{discard}</p>
      </>
    );
  const isWithdrawn = checked.asked.change === 'withdrawn';
  return (
    <>
      {isWithdrawn && (
        <WarningText>A withdrawn notice cannot be brought back: a new one is given instead.</WarningText>
      )}
      <Form>
        <input type="hidden" name="draftSeen" value={String(draft.version)} />
        <div class="govuk-button-group">
          <Button preventDoubleClick variant={isWithdrawn ? 'warning' : undefined}>
            {isWithdrawn ? 'Withdraw this notice' : 'Publish this notice'}
          </Button>
          {discard}
        </div>
      </Form>
    </>
  );
}
