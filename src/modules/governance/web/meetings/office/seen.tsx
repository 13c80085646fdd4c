import type { Answers } from '#platform/http';

/** Whether somebody changed the thing since the form was opened. */
export const isStaleForm = (answers: Answers, current: string | number): boolean =>
  answers['seen'] !== undefined && answers['seen'] !== String(current);

/** On which state the form was opened. Once what stands has been shown, the form is about that. */
export const Seen = ({ current }: Readonly<{ current: string | number }>) => (
  <input type="hidden" name="seen" value={String(current)} />
);

/** What is said where two officers were at one thing. */
export const changedMeanwhile =
  'Another officer changed this while you were at it, so nothing of yours was kept. What stands now is shown; to go on, send the form again';
