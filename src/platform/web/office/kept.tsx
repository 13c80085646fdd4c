import type { Answers } from '#platform/http';
import { step } from '../forms/three-steps.ts';

/** What a form has of its own each time it is shown. */
const ofTheForm: ReadonlySet<string> = new Set(['csrf', 'submission', step.name]);

/** Answers that go along with a form without being asked again. */
export const Kept = ({ answers }: Readonly<{ answers: Answers }>) => (
  <>
    {Object.entries(answers)
      .filter(([name]) => !ofTheForm.has(name))
      .map(([name, answer]) => (
        <input type="hidden" name={name} value={answer} />
      ))}
  </>
);
