import type { Answers, FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import {
  Button,
  DateField,
  Form,
  FormErrorSummary,
  InsetText,
  Prose,
  RadiosField,
  SelectField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { officePage } from '#platform/web';
import {
  comparisons,
  type ConditionFact,
  conditionFactKinds,
  type ConditionFactKind,
  type Watch,
  watchKinds,
} from '../../domain/scrutiny/condition-fact.ts';
import { type Condition, reportPath } from '../../domain/scrutiny/report.ts';
import type { ReportAt } from '../../queries/recommendations.ts';
import { sayCondition } from './words.ts';

/** A condition an office works on, with everything said of it so far. */
export type ConditionWork = Readonly<{
  actor: Actor;
  found: ReportAt;
  condition: Condition;
  facts: readonly ConditionFact[];
  standing: ReportAt['conditions'][number]['standing'];
  watch: Watch | undefined;
}>;

const steps = ({ found }: ConditionWork) => [{ text: found.report.title, href: reportPath(found.report) }];

const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) => Object.keys(words) as Key[];

/** By what the condition is to be watched, before anything else is asked. */
export const watchKindPage = (work: ConditionWork) =>
  officePage(work.actor, steps(work), {
    title: 'What is watched?',
    main: (
      <Prose>
        <Text>{work.condition.text}</Text>
        <form method="get">
          <RadiosField
            name="kind"
            legend="What would show whether the condition is kept?"
            options={keysOf(watchKinds).map((kind) => ({ value: kind, text: watchKinds[kind] }))}
            answers={{ kind: work.watch?.kind ?? 'milestone' }}
          />
          <Button>Continue</Button>
        </form>
      </Prose>
    ),
  });

export function watchPage(work: ConditionWork, kind: Watch['kind'], answers: Answers, errors: FieldErrors) {
  const field = { answers, errors };
  return officePage(work.actor, steps(work), {
    title: watchKinds[kind],
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>{work.condition.text}</Text>
        <Form>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="seen" value={String(work.facts.length)} />
          {kind === 'figure' ? <FigureFields {...field} /> : <MilestoneFields kind={kind} {...field} />}
          <ToldFields whenAsked="On which day was this set?" {...field} />
          <Button preventDoubleClick>Publish what is watched</Button>
        </Form>
      </Prose>
    ),
  });
}

type Fields = Readonly<{ answers: Answers; errors: FieldErrors }>;

const MilestoneFields = ({ kind, ...field }: Fields & Readonly<{ kind: Watch['kind'] }>) => (
  <>
    <TextField
      name="what"
      label={kind === 'report' ? 'Which report is to be received?' : 'What is to be done?'}
      hint={
        kind === 'report'
          ? undefined
          : 'In words; or the address of a milestone of a commitment, like /commitments/bold-steps/C3-05#milestone-1. What is said of it there then arrives here by itself.'
      }
      {...field}
    />
    <DateField
      name="by"
      legend="By which day? (optional)"
      hint="Leave empty where no day was stated. The page will say so, and no day can then show that it slipped."
      {...field}
    />
  </>
);

const FigureFields = (field: Fields) => (
  <>
    <TextField
      name="what"
      label="Which figure?"
      hint="Its name. Readings kept elsewhere in Accord under the same name arrive by themselves."
      {...field}
    />
    <SelectField
      name="comparison"
      label="It must be"
      options={[
        { value: '', text: 'Select' },
        ...keysOf(comparisons).map((each) => ({ value: each, text: comparisons[each] })),
      ]}
      {...field}
    />
    <TextField name="threshold" label="Value" inputmode="decimal" width={10} {...field} />
    <TextField name="unit" label="Unit (optional)" hint="For example, % or days." width={10} {...field} />
    <DateField name="from" legend="From which day must it hold? (optional)" {...field} />
  </>
);

const ToldFields = ({ whenAsked, ...field }: Fields & Readonly<{ whenAsked: string }>) => (
  <>
    <DateField name="on" legend={whenAsked} {...field} />
    <TextareaField name="says" label="What is there to say? (optional)" rows={3} {...field} />
    <TextField name="source" label="Where is it written?" {...field} />
  </>
);

/** What happened to a condition, by what its watch leaves possible. */
export function progressPage(
  work: ConditionWork,
  kinds: readonly ConditionFactKind[],
  answers: Answers,
  errors: FieldErrors,
  isStale = false,
) {
  const field = { answers, errors };
  const isFigure = work.watch?.kind === 'figure';
  const open = kinds.filter((kind) => isPossible(kind, isFigure, work.standing.standing === 'met'));
  const { tag, says } = sayCondition(work.standing);
  return officePage(work.actor, steps(work), {
    title: kinds.includes('agreed') ? 'Record what the committee found' : 'Report on a condition',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {isStale && (
          <InsetText>
            Another officer reported on this condition while you were writing. It now stands as below. Nothing
            of yours was published, and your answers are kept.
          </InsetText>
        )}
        <Text>{work.condition.text}</Text>
        <Text>{`It stands at: ${tag}. ${says}`}</Text>
        {open.length === 0 ? (
          <Text>
            It is met. If it turned out not to be, your scrutiny officer says so, and it is watched again.
          </Text>
        ) : (
          <Form>
            <input type="hidden" name="seen" value={String(work.facts.length)} />
            <RadiosField
              name="kind"
              legend="What happened?"
              options={open.map((kind) => ({ value: kind, text: conditionFactKinds[kind] }))}
              {...field}
            />
            {open.some((kind) => kind === 'moved' || kind === 'agreed') && (
              <DateField name="to" legend="To which day? (where it is moved)" {...field} />
            )}
            {open.includes('reading') && (
              <TextField
                name="value"
                label="Reading"
                inputmode="decimal"
                width={10}
                suffix={work.watch?.kind === 'figure' && work.watch.unit !== '' ? work.watch.unit : undefined}
                {...field}
              />
            )}
            <ToldFields whenAsked="On which day?" {...field} />
            <Button preventDoubleClick>Publish this report</Button>
          </Form>
        )}
      </Prose>
    ),
  });
}

function isPossible(kind: ConditionFactKind, isFigure: boolean, isMet: boolean): boolean {
  if (isMet) return kind === 'reopened';
  if (kind === 'reopened') return false;
  if (kind === 'met') return true;
  return (kind === 'reading') === isFigure;
}
