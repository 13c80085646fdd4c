import type { Configuration } from '#platform/config';

/** One thing the `accord` command line does. */
export type Command = Readonly<{
  /** As it is typed after `accord`: `record verify`. */
  name: string;
  /** What follows the name, `FILE [--key VKEY]`. */
  takes: string;
  says: string;
  /**
   * Answers the status the process ends with: 0 when it did what was asked, 1 when it did not, 2 when it was not asked rightly,
   * 3 when an officer must say something first.
   */
  run(given: readonly string[], terminal: Terminal): Promise<number>;
}>;

/** The world around a command, handed in so that a test can be it. */
export type Terminal = Readonly<{
  configuration: Configuration;
  out(line: string): void;
  /** Sentences for the person, apart from what is piped on. */
  err(line: string): void;
  /** Everything on standard input. */
  input(): Promise<string>;
}>;

/** Nothing is wrong, but it is not certain which column is which: an officer must say it. */
export const inDoubtStatus = 3;

/** Bad usage: the sentence, then how it is written; status 2, as command lines have it. */
export function usage(command: Pick<Command, 'name' | 'takes'>, why: string, { err }: Terminal): number {
  err(why);
  err(`It is written: accord ${command.name} ${command.takes}`.trimEnd());
  return 2;
}
