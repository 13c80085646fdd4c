import {
  type Answers,
  askAgain,
  type FieldErrors,
  page,
  type Page,
  type Reply,
  type Visit,
} from '#platform/http';
import type { Result } from '#platform/kernel';

/** A form that is answered, checked and only then acted on: three steps at one address, without a draft. */
export type ThreeSteps<Read> = Readonly<{
  /** Reads the answers; refuses them with everything that is wrong, field by field. */
  read(answers: Answers): Result<Read, FieldErrors>;
  /**
   * Says before publishing what would be refused as things stand now. Publishing does not ask it: a form that is sent
   * twice would meet its own first effect, where the act answers it as before.
   */
  foresee?(read: Read): FieldErrors | undefined;
  ask(answers: Answers, errors: FieldErrors): Page & { errors: FieldErrors };
  /** Shows what will stand when it is published, to be looked over once more. */
  check(read: Read, answers: Answers): Reply;
  /** Acts; a refusal shows the form again. */
  publish(read: Read): Promise<Result<Reply, FieldErrors>>;
}>;

/** The names and values of the buttons that move from one step to the next. */
export const step = { name: 'step', check: 'check', change: 'change', publish: 'publish' } as const;

/** Answers one sending of such a form, by the button it was sent with. */
export async function takeStep<Read>(
  { answers: sent }: Pick<Visit, 'answers'>,
  { read, foresee, ask, check, publish }: ThreeSteps<Read>,
): Promise<Reply> {
  const { [step.name]: taken, ...answers } = sent;
  if (taken === step.change) return page(ask(answers, {}));
  const given = read(answers);
  if (!given.ok) return askAgain(ask(answers, given.error));
  if (taken !== step.publish) {
    const foreseen = foresee?.(given.value);
    return foreseen === undefined ? check(given.value, answers) : askAgain(ask(answers, foreseen));
  }
  const done = await publish(given.value);
  return done.ok ? done.value : askAgain(ask(answers, done.error));
}
