import {
  capitalise,
  type DateInput,
  explainDateInput,
  type IsoDate,
  normaliseTyped,
  normaliseTypedPassage,
  parseDateInput,
} from '#platform/kernel';
import { z } from 'zod';

type TextOptions = Readonly<{ most: number; optional?: boolean }>;

/** One line of typing, tidied. `name` is how its sentences call it: "the title of the office". */
export const line = (name: string, options: TextOptions) => tidied(name, normaliseTyped, options);

/** Several lines of typing, tidied; its paragraphs stay. */
export const passage = (name: string, options: TextOptions) => tidied(name, normaliseTypedPassage, options);

function tidied(name: string, tidy: (typed: string) => string, { most, optional = false }: TextOptions) {
  const within = z.string().max(most, `${capitalise(name)} must be ${most} characters or fewer`);
  return z
    .string()
    .optional()
    .transform((typed) => tidy(typed ?? ''))
    .pipe(optional ? within : within.min(1, `Enter ${name}`));
}

/** One of a few answers. `ask` is the whole sentence that asks for it: "Select how it ends". */
export const oneOf = <const Options extends readonly [string, ...string[]]>(options: Options, ask: string) =>
  z.enum(options, { error: ask });

const typedDate = z.object({ day: z.string(), month: z.string(), year: z.string() });

/** A date in three boxes, which `readAnswers` gathers. The box that is wrong is named. */
export const day = (name: string) =>
  typedDate.transform((input, context): IsoDate => readDay(name, input, context) ?? z.NEVER);

/** The same where all three boxes may stay empty. */
export const optionalDay = (name: string) =>
  typedDate.transform((input, context): IsoDate | undefined =>
    Object.values(input).every((box) => box.trim() === '') ? undefined : readDay(name, input, context),
  );

function readDay(
  name: string,
  input: DateInput,
  context: Readonly<{ addIssue(issue: { code: 'custom'; message: string; path: string[] }): void }>,
): IsoDate | undefined {
  const read = parseDateInput(input);
  if (read.ok) return read.value;
  const wrong = Object.keys(read.error);
  const message = explainDateInput(name, input, read.error);
  context.addIssue({ code: 'custom', message, path: wrong.length === 1 ? wrong : [] });
  return undefined;
}
