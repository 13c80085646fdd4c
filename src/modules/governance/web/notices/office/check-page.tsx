import type { FieldErrors } from '#platform/http';
import { type Actor, formatDate, type IsoDate } from '#platform/kernel';
import {
  Button,
  Form,
  FormErrorSummary,
  Heading,
  InsetText,
  Link,
  Prose,
  SummaryList,
  Text,
  WarningText,
} from '#platform/ui';
import { officePage } from '#platform/web';
import type { AskedVersion } from '../../../actions/publish-notice.ts';
import { noticeRows, type NoticeRow } from '../../../domain/notice/in-words.ts';
import { isOfThePast, type NoticeJudgement } from '../../../domain/notice/judge-notice.ts';
import { noticeChanges } from '../../../domain/notice/notice.ts';
import type { NoticeDraft } from '../../../queries/notice-drafts.ts';
import { sectionOf, sections } from '../form/sections.ts';
import { KeyFinding, LawfulDates, PrivateDates } from '../parts/lawful-dates.tsx';
import { Lines, placeNames } from '../parts/said.tsx';
import { draftPath, roomSteps } from './room.ts';

/** A draft that can be read, judged as if it were published now. */
export type Checked = Readonly<{ asked: AskedVersion; judged: NoticeJudgement; today: IsoDate }>;

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
          {checked !== undefined && <Answers path={path} found={found} checked={checked} />}
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

function Missing({
  path,
  unfinished,
  checked,
}: Readonly<{ path: string; unfinished: FieldErrors; checked: Checked | undefined }>) {
  const gaps = checked?.judged.gaps ?? [];
  const missing = [
    ...Object.entries(unfinished).map(([field, says]) => ({ field, says, regulation: '' })),
    ...gaps,
  ];
  if (missing.length === 0) return <InsetText>Nothing is missing of what the law of the day asks.</InsetText>;
  return (
    <>
      <Heading size="m">What is missing</Heading>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map(({ field, says, regulation }) => (
          <li>
            <Link href={`${path}/${sectionOf(field.replace(/-(?:day|month|year)$/u, ''))}`}>{says}</Link>
            {regulation !== '' && ` (${regulation})`}
          </li>
        ))}
      </ul>
      {gaps.some(({ item }) => item === 'route' || item === 'due') && (
        <InsetText>
          There are three ways out: take the decision on the earliest lawful day below or later; give notice
          under the general exception; or have it agreed, by the office the law names, that the decision is
          urgent and cannot reasonably be deferred.
        </InsetText>
      )}
      {checked !== undefined && isOfThePast(checked.asked, checked.today) && gaps.length > 0 && (
        <InsetText>
          The decision is past and its notice was published elsewhere, so it can be entered as it was. What it
          lacks is shown to readers.
        </InsetText>
      )}
    </>
  );
}

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

function Answers({ path, found, checked }: Readonly<{ path: string; found: NoticeDraft; checked: Checked }>) {
  const { asked } = checked;
  const rows: readonly NoticeRow[] = [
    ...(asked.change === 'first'
      ? []
      : [
          { key: 'change', name: 'What happens', value: noticeChanges[asked.change] },
          { key: 'reason', name: 'Why', value: asked.reason },
        ]),
    { key: 'title', name: 'Title', value: asked.content.title },
    ...(asked.change === 'withdrawn' ? [] : noticeRows(asked.content, placeNames(found.places))),
  ];
  return (
    <>
      <Heading size="m">What it will say</Heading>
      <SummaryList
        class="accord-typed"
        rows={rows.map(({ key, name, value }) => ({
          key: name,
          value: {
            children: value === '' ? <span class="govuk-hint">Nothing</span> : <Lines text={value} />,
          },
          actions: [
            {
              href: `${path}/${sectionOfRow[key] ?? 'matter'}`,
              children: 'Change',
              visuallyHiddenText: name.toLowerCase(),
            },
          ],
        }))}
      />
    </>
  );
}

/** In which part of the form a row is answered. */
const sectionOfRow: Readonly<Record<string, keyof typeof sections>> = {
  change: 'change',
  reason: 'change',
  maker: 'maker',
  members: 'maker',
  due: 'maker',
  key: 'key',
  figures: 'key',
  documents: 'papers',
  available: 'papers',
  others: 'papers',
  ask: 'papers',
  consultation: 'papers',
  access: 'access',
  paragraphs: 'access',
  interest: 'access',
  private: 'access',
  privateAgreement: 'access',
  representations: 'access',
  response: 'access',
  route: 'notice',
  told: 'notice',
  exception: 'notice',
  urgency: 'notice',
  plan: 'notice',
  local: 'notice',
};

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
