import type { Visit } from '#platform/http';
import { Select } from '#platform/ui';

type Option = Readonly<{ value: string; text: string }>;

type ChoiceProps = Readonly<{
  name: string;
  label: string;
  /** What is shown where nothing is chosen: "Every council". */
  every: string;
  chosen: string | undefined;
  options: readonly Option[];
}>;

/** One question by which a list is narrowed down. It belongs in a plain form: each answer is part of the address. */
export const Choice = ({ name, label, every, chosen, options }: ChoiceProps) => (
  <Select
    id={name}
    name={name}
    label={label}
    value={chosen ?? ''}
    items={[{ value: '', text: every }, ...options]}
  />
);

/** Things with a name as options, each standing for its id. */
export const namedOptions = (things: Iterable<Readonly<{ id: string; name: string }>>): readonly Option[] =>
  Array.from(things, ({ id, name }) => ({ value: id, text: name }));

/** Words by their key as options: the topics, the kinds of a thing. */
export const wordOptions = (
  words: Readonly<Record<string, string | Readonly<{ title: string }>>>,
): readonly Option[] =>
  Object.entries(words).map(([value, word]) => ({
    value,
    text: typeof word === 'string' ? word : word.title,
  }));

/** Keeps a form of a list on the day that the page shows. */
export const KeepDay = ({ visit: { on, today } }: Readonly<{ visit: Pick<Visit, 'on' | 'today'> }>) =>
  on === today ? null : <input type="hidden" name="on" value={on} />;
