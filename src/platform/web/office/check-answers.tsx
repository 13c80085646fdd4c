import type { ComponentChildren } from 'preact';
import type { Answers } from '#platform/http';
import { Button, Form, SummaryList } from '#platform/ui';
import { step } from '../forms/three-steps.ts';
import { Kept } from './kept.tsx';

type CheckAnswersProps = Readonly<{
  /** What will stand: a name and a value each. An empty value is said to be empty. */
  rows: readonly (readonly [name: string, value: ComponentChildren])[];
  answers: Answers;
  /** What publishing does, in the words of the button: "Publish these details". */
  publish: string;
  warning?: boolean;
  /** What follows from it. */
  children?: ComponentChildren;
}>;

/** The answers once more before they are published, with the way back to change them. */
export const CheckAnswers = ({ rows, answers, publish, warning = false, children }: CheckAnswersProps) => (
  <>
    <SummaryList
      rows={rows.map(([name, value]) => ({
        key: name,
        value: { children: value === '' ? notGiven : value },
      }))}
    />
    {children}
    <Form>
      <Kept answers={answers} />
      <div class="govuk-button-group">
        <Button
          name={step.name}
          value={step.publish}
          variant={warning ? 'warning' : undefined}
          preventDoubleClick
        >
          {publish}
        </Button>
        <Button name={step.name} value={step.change} variant="secondary">
          Change answers
        </Button>
      </div>
    </Form>
  </>
);

const notGiven = <span class="govuk-hint">Not given</span>;
