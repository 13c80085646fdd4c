import type { FieldErrors } from '#platform/http';
import { type Actor, formatDate, type IsoDate } from '#platform/kernel';
import {
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
  Unseen,
} from '#platform/ui';
import type { Draft } from '../../../domain/draft.ts';
import type { RuleCorrection } from '../../../domain/rule-correction.ts';
import { beforeAndAfter, type RuleToCorrect } from '../../../queries/rule-to-correct.ts';
import { BothVersions, Kept, officePage } from '#platform/web';
import { rulePath, ruleSteps, versionRows } from './rule-words.ts';

type CheckPageProps = Readonly<{
  actor: Actor;
  rule: RuleToCorrect;
  draft: Draft;
  correction: RuleCorrection;
  today: IsoDate;
  mayPublish: boolean;
  errors: FieldErrors;
}>;

/** What the public reads now and what it will read, before a correction is published. */
export function checkPage(props: CheckPageProps) {
  const { actor, rule, draft, correction, today, errors } = props;
  const change = `${rulePath(actor.bodyId, rule.key)}/correct`;
  const reading = beforeAndAfter(rule, correction, today);
  const rows = [...versionRows(rule.key, correction), ['Why', correction.reason] as const];
  return officePage(actor, ruleSteps(actor, rule), {
    title: 'Check the correction',
    caption: rule.definition.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          Draft {draft.version}, saved by the {draft.preparedBy}. Only your body can see it.
        </Text>
        <DataTable
          caption="What the public reads"
          rows={reading}
          columns={[
            { title: 'On', cell: ({ on }) => (on === today ? 'Today' : formatDate(on)) },
            { title: 'Now', cell: ({ now }) => now },
            { title: 'Once published', cell: ({ after }) => after },
          ]}
          empty=""
          narrow="stack"
        />
        {reading.every(({ now, after }) => now === after) && (
          <InsetText>
            On these days the public will read the same as now. The version is kept all the same, with its
            dates and its source, and counts as soon as the rule applies.
          </InsetText>
        )}
        <Heading size="m">Your answers</Heading>
        <SummaryList
          rows={rows.map(([key, value]) => ({
            key,
            value,
            actions: [{ href: change, children: 'Change', visuallyHiddenText: key.toLowerCase() }],
          }))}
        />
        <Text>
          Publishing adds version {rule.seen + 1} of the rule.{' '}
          {correction.replaces === undefined
            ? 'It edits no earlier version: each goes on counting for its own days.'
            : `Version ${correction.replaces} stays readable as what was known until now, but no longer counts.`}{' '}
          An act is always judged by the rule of its own day.
        </Text>
        {draft.seen === rule.seen ? <Publish {...props} /> : <Overtaken {...props} />}
      </Prose>
    ),
  });
}

function Publish({ actor, rule, draft, mayPublish }: CheckPageProps) {
  const discard = `${rulePath(actor.bodyId, rule.key)}/discard`;
  if (!mayPublish)
    return (
      <>
        <InsetText>
          Only your monitoring officer publishes a rule. This draft now stands in the monitoring officer’s
          list of work.
        </InsetText>
        <Text>
          <Link href={discard}>Discard this draft</Link>
        </Text>
      </>
    );
  return (
    <Form>
      <Kept answers={{ ...draft.answers, seen: String(draft.seen), draftSeen: String(draft.version) }} />
      <div class="govuk-button-group">
        <Button preventDoubleClick>
          Publish this correction<Unseen> of the rule {rule.definition.title}</Unseen>
        </Button>
        <Link href={discard}>Discard this draft</Link>
      </div>
    </Form>
  );
}

function Overtaken({ actor, rule, correction }: CheckPageProps) {
  const [latest] = rule.own;
  const path = rulePath(actor.bodyId, rule.key);
  const theirs = new Map(latest === undefined ? [] : versionRows(rule.key, latest));
  return (
    <>
      <BothVersions
        what={`Version ${rule.seen} of this rule was published after this draft was begun.`}
        rows={versionRows(rule.key, correction).map(([field, yours]) => ({
          field,
          theirs: theirs.get(field),
          yours,
        }))}
      >
        Choose which should stand. The draft can be published once it has been saved again on top of what
        stands now.
      </BothVersions>
      <div class="govuk-button-group">
        <Button href={`${path}/correct`}>Go on with the draft</Button>
        <Link href={`${path}/discard`}>Keep what stands and discard the draft</Link>
      </div>
    </>
  );
}
