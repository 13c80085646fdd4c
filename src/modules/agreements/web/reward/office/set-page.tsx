import type { Answers, FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import {
  Button,
  CheckboxesField,
  DateField,
  Form,
  FormErrorSummary,
  Heading,
  Prose,
  RadiosField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { BothVersions, officePage } from '#platform/web';
import { findScheme } from '../../../domain/reward/reward-rule.ts';
import type { RewardSet } from '../../../domain/reward/reward-set.ts';
import { callFields } from './set-form.ts';
import type { Nameable } from './nameable.ts';
import { setRows } from './set-rows.ts';

export type SetWork = Readonly<{
  actor: Actor;
  nameable: Nameable;
  title: string;
  last: RewardSet | undefined;
}>;

export const rewardSteps = ({ actor }: Pick<SetWork, 'actor'>) => [
  { text: 'Reward', href: `/office/${actor.bodyId}/reward` },
];

type Fields = Readonly<{ answers: Answers; errors: FieldErrors }>;

/** The form of a set of reward rules. `theirs`: the set another officer published meanwhile. */
export function setPage(
  work: SetWork,
  answers: Answers,
  errors: FieldErrors,
  stale?: Readonly<{ theirs: RewardSet | undefined; yours: readonly (readonly [string, string])[] }>,
) {
  const field = { answers, errors };
  const theirs = new Map(stale?.theirs === undefined ? [] : setRows(stale.theirs, work.nameable));
  return officePage(work.actor, rewardSteps(work), {
    title: 'Record reward rules',
    caption: work.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {stale !== undefined && (
          <BothVersions
            what={`Another officer published set ${stale.theirs?.number ?? ''} of these rules while you were writing.`}
            rows={stale.yours.map(([name, yours]) => ({ field: name, theirs: theirs.get(name), yours }))}
          >
            To put yours after it, send the form again.
          </BothVersions>
        )}
        <Text>
          What you publish becomes a set of its own, which counts from its first day. Earlier sets stay
          readable, and are what earlier days are reckoned by.
        </Text>
        <Form>
          <input type="hidden" name="seen" value={String(stale?.theirs?.number ?? work.last?.number ?? 0)} />
          <RadiosField
            name="scheme"
            legend="Which rules?"
            options={[
              { value: 'lpsa', text: findScheme('lpsa')?.title ?? '' },
              {
                value: 'laa-average',
                text: findScheme('laa-average')?.title ?? '',
                hint: 'Nothing was ever paid under these rules. They are reckoned to be seen, and pay nothing.',
              },
              {
                value: 'own',
                text: 'Rules of our own',
                hint: 'Answer the questions on our own rules below.',
              },
            ]}
            {...field}
          />
          <OwnRules {...field} />
          <PotFields work={work} {...field} />
          <TargetFields work={work} {...field} />
          <SharingFields work={work} {...field} />
          <Heading size="m">From when, and where it is written</Heading>
          <DateField name="from" legend="First day these rules count" {...field} />
          <TextareaField
            name="reason"
            label="Why is it recorded or changed?"
            hint="This is public."
            rows={3}
            {...field}
          />
          <TextField name="source" label="Where is it written?" {...field} />
          <Button>Check these rules</Button>
        </Form>
      </Prose>
    ),
  });
}

const OwnRules = (field: Fields) => (
  <>
    <Heading size="m">For rules of our own</Heading>
    <RadiosField
      name="method"
      legend="What decides?"
      options={[
        { value: 'each-target', text: 'Each target by itself' },
        { value: 'average', text: 'The average of all targets' },
      ]}
      {...field}
    />
    <RadiosField
      name="measured"
      legend="What is an achievement measured from?"
      options={[
        { value: 'without', text: 'What was expected without the agreement' },
        { value: 'baseline', text: 'The baseline' },
      ]}
      {...field}
    />
    <TextField
      name="floor"
      label="Below which part of the way is nothing earned?"
      suffix="%"
      inputmode="decimal"
      width={5}
      {...field}
    />
    <TextField
      name="cap"
      label="For how much of its share can a target count at most?"
      suffix="%"
      inputmode="decimal"
      width={5}
      {...field}
    />
    <TextField
      name="revenue"
      label="Which part of each payment is revenue?"
      suffix="%"
      inputmode="decimal"
      width={5}
      {...field}
    />
    <TextField
      name="interimPart"
      label="Which part of its share is paid on account, for an interim level that was reached? (optional)"
      hint="One-fifth under the national rules. Leave it empty where nothing is paid on the way."
      suffix="%"
      inputmode="decimal"
      width={5}
      {...field}
    />
    <RadiosField
      name="surveys"
      legend="Of a target that is measured by a survey: what earns?"
      options={[
        {
          value: 'beyond-error',
          text: 'Only a target that sets out to gain more than the sampling error of its survey',
        },
        { value: 'any', text: 'Any target' },
      ]}
      {...field}
    />
    <RadiosField
      name="instalments"
      legend="In how many equal instalments is it paid?"
      options={['1', '2', '3', '4'].map((value) => ({ value, text: value }))}
      {...field}
    />
  </>
);

const PotFields = ({ work, ...field }: Fields & Readonly<{ work: SetWork }>) => (
  <>
    <Heading size="m">The pot</Heading>
    <RadiosField
      name="pot"
      legend="Where does the pot come from?"
      options={[
        { value: 'sum', text: 'A sum that is set' },
        { value: 'part-of-budgets', text: 'A part of net budget requirements' },
        { value: 'not-known', text: 'It is not known' },
      ]}
      {...field}
    />
    <TextField
      name="potAmount"
      label="The sum, where it is set"
      prefix="£"
      inputmode="decimal"
      width={10}
      {...field}
    />
    <TextField
      name="budgetPart"
      label="The part of the budgets"
      hint="2.5 under the national rules."
      suffix="%"
      inputmode="decimal"
      width={5}
      {...field}
    />
    <TextField
      name="budgetYear"
      label="Of which year"
      hint="The financial year before the agreement, for example 2007-08."
      width={10}
      {...field}
    />
    <CheckboxesField
      name="budgets"
      legend="Whose budgets make the pot?"
      hint="In an area of two tiers the districts’ count too."
      options={work.nameable.parties.map(({ id, name }) => ({ name: `budget-${id}`, text: name }))}
      {...field}
    />
  </>
);

const TargetFields = ({ work, ...field }: Fields & Readonly<{ work: SetWork }>) => (
  <>
    <Heading size="m">The targets</Heading>
    <CheckboxesField
      name="targets"
      legend="Which targets are rewarded?"
      hint="They share the pot equally, unless weights below say otherwise."
      options={work.nameable.targets.map(({ number, title }) => ({
        name: `target-${number}`,
        text: `${number}. ${title}`,
      }))}
      {...field}
    />
    <TextareaField
      name="together"
      label="Which of them share one part, as sub-targets? (optional)"
      hint="Their numbers, one line for each group, for example 3, 4"
      rows={3}
      {...field}
    />
    <TextareaField
      name="weights"
      label="Which of them weigh more or less than the others? (optional)"
      hint="One line each, its number and its weight, for example 3 = 2. The others weigh 1. Where targets share one part, name one of them."
      rows={3}
      {...field}
    />
    <TextareaField
      name="interim"
      label="What is to be reached on the way, for money on account? (optional)"
      hint="One line each, its number, the figure and the year, for example 3 = 61.5 in 2026-27"
      rows={3}
      {...field}
    />
  </>
);

const SharingFields = ({ work, ...field }: Fields & Readonly<{ work: SetWork }>) => (
  <>
    <Heading size="m">How it is shared</Heading>
    <Text>
      First calls are paid before anybody has a share. The rest goes by the parts below, to the penny.
    </Text>
    {callFields.map((number) => (
      <>
        <TextField
          name={`call${number}Title`}
          label={`First call ${number} (optional)`}
          hint={number === 1 ? 'For example, pump-priming to be paid back.' : undefined}
          {...field}
        />
        <TextField
          name={`call${number}Amount`}
          label={`Amount of first call ${number}`}
          prefix="£"
          inputmode="decimal"
          width={10}
          {...field}
        />
      </>
    ))}
    {work.nameable.parties.map(({ id, name }) => (
      <TextField
        name={`share-${id}`}
        label={`Part of ${name} (optional)`}
        inputmode="decimal"
        width={5}
        {...field}
      />
    ))}
  </>
);
