import type { FieldErrors } from '#platform/http';
import { type Actor, formatDate, londonTime } from '#platform/kernel';
import {
  Bullets,
  Button,
  DataTable,
  Form,
  FormErrorSummary,
  Heading,
  Link,
  Panel,
  Prose,
  Text,
  Unseen,
} from '#platform/ui';
import type { Draft } from '../../../domain/draft.ts';
import { ruleDefinition, type RuleKey } from '../../../domain/rule-catalogue/index.ts';
import type { RuleDraft } from '../../../queries/drafts-kept.ts';
import type { RuleToCorrect } from '../../../queries/rule-to-correct.ts';
import { officePage } from '#platform/web';
import { readCorrection } from './rule-form.ts';
import { rulePath, ruleSteps, sayValue } from './rule-words.ts';

/** The corrections a body has begun and not yet published. */
export const draftsPage = (actor: Actor, drafts: readonly RuleDraft[]) =>
  officePage(actor, [{ text: 'Rules', href: `/bodies/${actor.bodyId}/rules` }], {
    title: 'Drafts of corrections',
    main: (
      <Prose>
        <Text>
          Only your body sees these. Democratic services and scrutiny may draft; the monitoring officer
          publishes.
        </Text>
        <DataTable
          caption="Not yet published"
          rows={drafts}
          columns={[
            { title: 'Rule', cell: ({ key }) => ruleDefinition(key).title },
            { title: 'Would say', cell: ({ key, draft }) => says(key, draft) },
            { title: 'Saved', cell: ({ draft }) => `${savedOn(draft)}, by the ${draft.preparedBy}` },
            {
              title: 'What you can do',
              cell: ({ key }) => (
                <Link href={`${rulePath(actor.bodyId, key)}/check`}>
                  Check<Unseen> {ruleDefinition(key).title}</Unseen>
                </Link>
              ),
            },
          ]}
          empty="There is none."
          narrow="stack"
        />
        <Text>
          To begin one, choose a rule among{' '}
          <Link href={`/bodies/${actor.bodyId}/rules`}>the rules of your body</Link>.
        </Text>
      </Prose>
    ),
  });

const savedOn = (draft: Draft): string => formatDate(londonTime(draft.savedAt).date);
function says(key: RuleKey, draft: Draft): string {
  const read = readCorrection(key, draft.answers);
  return read.ok ? sayValue(key, read.value.value) : 'Unfinished';
}

export const discardPage = (actor: Actor, rule: RuleToCorrect, draft: Draft, errors: FieldErrors) =>
  officePage(actor, ruleSteps(actor, rule), {
    title: 'Discard this draft?',
    caption: rule.definition.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          The draft of {savedOn(draft)} by the {draft.preparedBy} would say: {says(rule.key, draft)}.
          Discarded, it cannot be brought back. What is published stays as it is.
        </Text>
        <Form>
          <div class="govuk-button-group">
            <Button variant="warning">Discard this draft</Button>
            <Link href={`${rulePath(actor.bodyId, rule.key)}/check`}>Keep it</Link>
          </div>
        </Form>
      </Prose>
    ),
  });

/** `entry`: the number of the record's entry of it. */
export const correctedPage = (
  actor: Actor,
  rule: RuleToCorrect,
  version: number,
  entry: number | undefined,
) =>
  officePage(actor, ruleSteps(actor, rule), {
    title: 'Correction published',
    main: (
      <Prose>
        <Panel title={`Version ${version} of the rule is public`} headingLevel={2}>
          {rule.definition.title}
          {entry !== undefined && (
            <>
              <br />
              Reference: <strong>entry {entry} of the record</strong>
            </>
          )}
        </Panel>
        <Heading size="m">What happens next</Heading>
        <Bullets
          items={[
            'Everybody reads the new version from this moment, with its source and your reason.',
            'Dates worked out for days that the new version covers are worked out by it from now on.',
            'Acts of other days are judged by the versions of those days, which stay readable.',
          ]}
        />
        <Text>
          <Link href={rulePath(actor.bodyId, rule.key)}>See the rule and its history</Link>
        </Text>
        {entry !== undefined && (
          <Text>
            <Link href={`/record/entries/${entry}`}>See its entry in the record</Link>
          </Text>
        )}
      </Prose>
    ),
  });
