import { ok, refuse, type Result } from '#platform/kernel';

/** One setting: what it is called in the environment, what it may be, and what a person reads about it. */
export type Setting<Value> = Readonly<{
  name: string;
  /** What may be given, in words: "a port number from 1 to 65535". */
  type: string;
  /** What holds when nothing is given, in words. */
  otherwise: string;
  says: string;
  /** A secret may also be given as NAME_FILE, the path of a file that holds it. */
  secret: boolean;
  read(given: string | undefined): Result<Value, string>;
}>;

type Description = Readonly<{ name: string; says: string; otherwise?: string; secret?: boolean }>;

const describe = (about: Description, type: string, otherwise: string) => ({
  name: about.name,
  says: about.says,
  secret: about.secret ?? false,
  type,
  otherwise: about.otherwise ?? otherwise,
});

/** A number within a range. */
export function wholeNumber(
  about: Description,
  range: Readonly<{ from: number; to: number; otherwise: number }>,
): Setting<number> {
  const type = `a whole number from ${range.from} to ${range.to}`;
  return {
    ...describe(about, type, String(range.otherwise)),
    read(given) {
      if (given === undefined) return ok(range.otherwise);
      const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
      return value >= range.from && value <= range.to ? ok(value) : refuse(`must be ${type}`);
    },
  };
}

/** One word of a few. */
export function choice<const Choice extends string>(
  about: Description,
  choices: readonly Choice[],
  otherwise: Choice,
): Setting<Choice> {
  const type = choices.map((one) => `\`${one}\``).join(' or ');
  return {
    ...describe(about, type, otherwise),
    read(given) {
      if (given === undefined) return ok(otherwise);
      const chosen = choices.find((one) => one === given);
      return chosen === undefined ? refuse(`must be ${choices.join(' or ')}`) : ok(chosen);
    },
  };
}

/** Text that a check turns into a value or into what is wrong with it. */
export function text<Value>(
  about: Description & Readonly<{ otherwise: string }>,
  type: string,
  read: (given: string | undefined) => Result<Value, string>,
): Setting<Value> {
  return { ...describe(about, type, about.otherwise), read };
}
