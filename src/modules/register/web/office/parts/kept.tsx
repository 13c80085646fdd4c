import type { Answers } from '#platform/http';

/** Answers that go along with a form without being asked again. */
export const Kept = ({ answers }: Readonly<{ answers: Answers }>) => (
  <>
    {Object.entries(answers)
      .filter(([name]) => name !== 'csrf' && name !== 'submission')
      .map(([name, answer]) => (
        <input type="hidden" name={name} value={answer} />
      ))}
  </>
);
