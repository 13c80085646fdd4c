import type { Answers, FieldErrors } from '#platform/http';
import type { PlaceLine } from '#modules/register';

/** What the questions of a part are shown with. */
export type SectionProps = Readonly<{
  answers: Answers;
  errors: FieldErrors;
  places: readonly PlaceLine[];
  /** True for the second notice of a private meeting, and where it was given before. */
  isSecondNotice: boolean;
}>;
