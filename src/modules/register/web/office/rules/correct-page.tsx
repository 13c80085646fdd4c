import type { Answers, FieldErrors } from '#platform/http';
import type { Actor, IsoDate } from '#platform/kernel';
import {
  Button,
  DateField,
  Form,
  FormErrorSummary,
  Link,
  Prose,
  RadiosField,
  SummaryList,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import type { Draft } from '../../../domain/draft.ts';
import { ruleOn } from '../../../domain/rules.ts';
import { sayRuling } from '../../../domain/say-ruling.ts';
import type { RuleToCorrect } from '../../../queries/rule-to-correct.ts';
import { BothVersions, officePage, periodInWords, step } from '#platform/web';
import { claims, longest, readCorrection, sayCertainty } from './rule-form.ts';
import { rulePath, ruleSteps, sayValue, versionRows } from './rule-words.ts';
import { ValueField } from './value-field.tsx';

/** The button that keeps an unfinished draft. */
export const later = 'later';

type CorrectPageProps = Readonly<{
  actor: Actor;
  rule: RuleToCorrect;
  today: IsoDate;
  answers: Answers;
  errors: FieldErrors;
  /** The draft that somebody else kept while this form was open. */
  theirs?: Draft | undefined;
}>;

export function correctPage({ actor, rule, today, answers, errors, theirs }: CorrectPageProps) {
  const { key, definition, pack, own, seen, draft } = rule;
  const field = { answers, errors };
  const wrong = own.filter(({ replacedOn }) => replacedOn === undefined);
  const ruling = ruleOn(pack, key, { on: today });
  const draftSeen = theirs?.version ?? answers['draftSeen'] ?? draft?.version ?? 0;
  return officePage(actor, ruleSteps(actor, rule), {
    title: 'Correct this rule',
    caption: definition.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {theirs !== undefined && <OtherDraft actor={actor} rule={rule} theirs={theirs} answers={answers} />}
        <Text>{definition.help}</Text>
        <SummaryList
          rows={[
            { key: 'Published for today', value: sayRuling(key, ruling) },
            { key: 'Comes from', value: definition.law },
          ]}
        />
        <Text>
          What you enter becomes a dated version beside the ones before it, never an edit of them. It is kept
          as a draft that only your body sees until the monitoring officer publishes it.
        </Text>
        <Form>
          <input type="hidden" name="seen" value={answers['seen'] ?? String(seen)} />
          <input type="hidden" name="draftSeen" value={String(draftSeen)} />
          <ValueField definition={definition} {...field} />
          <DateField
            name="from"
            legend="First day it applies"
            hint="For example, 27 3 2011. Leave empty only where it has applied for as long as anything here goes back."
            {...field}
          />
          <DateField
            name="until"
            legend="First day it no longer applies (optional)"
            hint="Leave empty where no end is known."
            {...field}
          />
          {wrong.length === 0 ? (
            <input type="hidden" name="replaces" value="none" />
          ) : (
            <RadiosField
              name="replaces"
              legend="What happened?"
              options={[
                {
                  value: 'none',
                  text: 'The rule itself changed',
                  hint: 'What is published stays true until the first day above.',
                },
                ...wrong.map((version) => ({
                  value: String(version.version),
                  text: `Version ${version.version} was never right`,
                  hint: `${sayValue(key, version.value)}, ${periodInWords(version.from, version.until)}. It stays readable as what was known until now.`,
                })),
              ]}
              {...field}
            />
          )}
          <TextField
            name="source"
            label="Where is the rule written?"
            hint="For example, Constitution, Part 4, rule 15, as amended on 20 May 2026."
            {...field}
          />
          <RadiosField
            name="certainty"
            legend="How sure are you?"
            options={claims.map((claim) => ({ value: claim, text: sayCertainty(claim) }))}
            {...field}
          />
          <TextareaField
            name="reason"
            label="Why is it corrected?"
            hint="This is public."
            rows={3}
            maxLength={longest.reason}
            {...field}
          />
          <div class="govuk-button-group">
            <Button>Save and check</Button>
            <Button name={step.name} value={later} variant="secondary">
              Save and finish later
            </Button>
          </div>
        </Form>
      </Prose>
    ),
  });
}

function OtherDraft({
  actor,
  rule: { key },
  theirs,
  answers,
}: Readonly<{ actor: Actor; rule: RuleToCorrect; theirs: Draft; answers: Answers }>) {
  const rowsOf = (given: Answers) => {
    const read = readCorrection(key, given);
    return new Map(read.ok ? [...versionRows(key, read.value), ['Why', read.value.reason]] : []);
  };
  const mine = rowsOf(answers);
  const other = rowsOf(theirs.answers);
  return (
    <BothVersions
      what={`The ${theirs.preparedBy} saved another draft of this correction (draft ${theirs.version}) while you were writing yours.`}
      rows={[...new Set([...mine.keys(), ...other.keys()])].map((row) => ({
        field: row,
        theirs: other.get(row) ?? 'Unfinished',
        yours: mine.get(row) ?? 'Unfinished',
      }))}
    >
      To put yours in its place, send the form again. Or{' '}
      <Link href={`${rulePath(actor.bodyId, key)}/check`}>go on with theirs</Link>.
    </BothVersions>
  );
}
