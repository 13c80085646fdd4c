import { text } from 'node:stream/consumers';
import { readConfiguration } from '#platform/config';
import { CannotOpenDatabase } from '#platform/db';
import type { Terminal } from './command.ts';
import { runCommand } from './run-command.ts';

const err = (line: string): void => void process.stderr.write(`${line}\n`);

/** The `accord` command line: what is typed, to a status that the process ends with. */
export async function commandLine(given: readonly string[]): Promise<number> {
  const configuration = readConfiguration(process.env);
  if (!configuration.ok) {
    for (const fault of configuration.error) err(fault);
    return 1;
  }
  const terminal: Terminal = {
    configuration: configuration.value,
    out: (line) => void process.stdout.write(`${line}\n`),
    err,
    input: () => text(process.stdin),
  };
  try {
    return await runCommand(given, terminal);
  } catch (error) {
    if (!(error instanceof CannotOpenDatabase)) throw error;
    err(error.message);
    return 1;
  }
}
