import type { Draft } from '#platform/drafts';
import type { FieldErrors } from '#platform/http';
import { type Actor, formatDate, formatMoney } from '#platform/kernel';
import {
  Bullets,
  Button,
  DataTable,
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
import type { Judged } from '../../../actions/judge-decision.ts';
import { clauseEffects } from '../../../domain/decision/clause.ts';
import { accesses, type Decision, makers } from '../../../domain/decision/decision.ts';
import { paperAccesses } from '../../../domain/papers/paper.ts';
import type { DraftChoices } from '../../../queries/decision-drafting.ts';
import { pickedPapers } from '../../papers/paper-picker.tsx';
import { timelinessInWords } from '../page/notice-part.tsx';
import { conflictInWords, PapersNamed, Passage } from '../page/record-part.tsx';
import { draftPath, draftTrail, stepPath } from './draft-words.ts';
import { explainFaults, type FaultLine } from './explain-fault.ts';
import type { Unfinished } from './read-draft.ts';
import { Told } from './steps/call-in-fields.tsx';
import { type StepId, steps } from './steps/steps.ts';

type CheckPageProps = Readonly<{
  actor: Actor;
  draft: Draft;
  judged: Judged;
  unfinished: Unfinished;
  choices: Pick<DraftChoices, 'papers'>;
  mayPublish: boolean;
  errors: FieldErrors;
}>;

/** The record as it would be published, and everything that keeps it from being published, each with its rule. */
export function checkPage(props: CheckPageProps) {
  const { actor, draft, judged, errors } = props;
  const lacking = lackingIn(props);
  return officePage(actor, draftTrail(actor.bodyId, draft.id), {
    title: 'Check the record',
    caption: judged.decision.title === '' ? 'Record a decision' : judged.decision.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {lacking.length > 0 ? (
          <Lacking actor={actor} draft={draft} lacking={lacking} />
        ) : (
          <InsetText>
            {judged.decision.isHistoric
              ? 'It is published as the old record was. What that does not state shows as a gap on its page.'
              : `It says everything that the law of ${formatDate(judged.decision.takenOn)} asks of it.`}
          </InsetText>
        )}
        <Recorded decision={judged.decision} isSaid={props.unfinished.what === undefined} />
        <FilesGoingOut {...props} />
        <Heading size="m">Call-in</Heading>
        <Told judged={judged} />
        <Heading size="m">Notice</Heading>
        <NoticeHad judged={judged} />
        <Publish {...props} isComplete={lacking.length === 0} />
      </Prose>
    ),
  });
}

/** What is unfinished in any step, and what the law or the rules find wanting. */
function lackingIn({
  judged,
  unfinished,
}: Pick<CheckPageProps, 'judged' | 'unfinished'>): readonly FaultLine[] {
  const open = Object.entries(unfinished).flatMap(([step, sentences]) =>
    sentences.map((says) => ({ says, rule: 'The form', step: step as StepId | 'clauses' })),
  );
  const said = new Set(open.map(({ says }) => says));
  return [...open, ...explainFaults(judged.faults).filter(({ says }) => !said.has(says))];
}

type LackingProps = Readonly<{ actor: Actor; draft: Draft; lacking: readonly FaultLine[] }>;

const Lacking = ({ actor, draft, lacking }: LackingProps) => (
  <>
    <WarningText>It cannot be published yet. Each line says what it lacks, and by which rule.</WarningText>
    <DataTable
      caption="What it lacks"
      rows={lacking}
      columns={[
        {
          title: 'What to do',
          cell: ({ says, step }) => <Link href={stepPath(actor.bodyId, draft.id, step)}>{says}</Link>,
        },
        { title: 'Asked by', cell: ({ rule }) => rule },
        { title: 'In', cell: ({ step }) => (step === 'clauses' ? 'Clauses' : steps[step].title) },
      ]}
      empty=""
      narrow="stack"
    />
  </>
);

/** Too little notice does not stop a record: the decision was taken, and its page says what notice it had. */
function NoticeHad({ judged: { timeliness } }: Readonly<{ judged: Judged }>) {
  const says = timelinessInWords(timeliness);
  if (timeliness.timeliness !== 'NOT_LAWFUL') return <InsetText>{says}</InsetText>;
  return (
    <WarningText>{says} The record’s page will say so. Choose its notice, if there was one.</WarningText>
  );
}

const unsaid = 'Not finished';

/** Until the officer has said who decided, when and what kind, today’s law judges the draft; nothing of that is shown as said. */
const Recorded = ({ decision, isSaid }: Readonly<{ decision: Decision; isSaid: boolean }>) => (
  <>
    <Heading size="m">As it would be published</Heading>
    <SummaryList
      rows={[
        { key: 'Title', value: decision.title },
        { key: 'Matter', value: { children: <Passage text={decision.issue} /> } },
        {
          key: 'Decided by',
          value: isSaid
            ? `${decision.decisionMaker} (${makers[decision.makerKind].title.toLowerCase()})`
            : decision.decisionMaker || unsaid,
        },
        { key: 'Decided on', value: isSaid ? formatDate(decision.takenOn) : unsaid },
        { key: 'Kind', value: isSaid ? kindOf(decision) : unsaid },
        { key: 'Access', value: accesses[decision.access] },
        { key: 'Reasons', value: { children: <Passage text={decision.reasons} /> } },
        { key: 'Alternatives', value: stated(decision.alternatives) },
        { key: 'Conflicts of interest', value: stated(decision.conflicts?.map(conflictInWords)) },
        { key: 'Source', value: decision.source },
      ]}
    />
    <PapersNamed decision={decision} />
    <DataTable
      caption="Clauses"
      rows={decision.clauses}
      columns={[
        { title: 'Number', cell: ({ number }) => number },
        { title: 'Does', cell: ({ effect }) => clauseEffects[effect].title },
        { title: 'Text', cell: ({ text }) => text },
        {
          title: 'Money',
          cell: ({ amount }) => (amount === undefined ? '' : formatMoney(amount)),
          numeric: true,
        },
      ]}
      empty="None yet."
      narrow="stack"
    />
  </>
);

/** The files that become public with the record, and those of which the public sees a summary alone: it cannot be undone. */
function FilesGoingOut({ draft, choices }: Pick<CheckPageProps, 'draft' | 'choices'>) {
  const picked = new Set(pickedPapers(draft.answers));
  return (
    <DataTable
      caption="Papers published with it"
      rows={choices.papers.filter(({ paper }) => picked.has(paper.id))}
      columns={[
        { title: 'Paper', cell: ({ paper }) => paper.title },
        { title: 'File', cell: ({ file }) => file?.filename ?? 'None' },
        { title: 'Who may read it', cell: ({ paper }) => paperAccesses[paper.access] },
      ]}
      empty="No paper is published with it."
      narrow="stack"
    />
  );
}

const kindOf = ({ isExecutive, isKey }: Decision): string =>
  isExecutive ? `Executive, ${isKey ? 'key' : 'not key'}` : 'Not executive';

function stated(items: readonly string[] | undefined) {
  if (items === undefined) return 'The record does not say';
  return items.length === 0 ? 'None' : { children: <Bullets items={items} /> };
}

function Publish({
  actor,
  draft,
  mayPublish,
  isComplete,
}: CheckPageProps & Readonly<{ isComplete: boolean }>) {
  const back = draftPath(actor.bodyId, draft.id);
  if (!isComplete) return <Button href={back}>Back to the steps</Button>;
  if (!mayPublish)
    return (
      <InsetText>
        Democratic services or the monitoring officer of your body publish a record. This draft stands in
        their list of work.
      </InsetText>
    );
  return (
    <>
      <Text>
        Published, it can never be edited. A mistake is put right by a dated correction that stands beside it.
      </Text>
      <Form>
        <input type="hidden" name="seen" value={String(draft.version)} />
        <div class="govuk-button-group">
          <Button preventDoubleClick>Publish this record</Button>
          <Link href={back}>Back to the steps</Link>
        </div>
      </Form>
    </>
  );
}
