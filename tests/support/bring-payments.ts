import type { Configuration } from '#platform/config';
import { runCommand } from '../../src/app/commands/run-command.ts';
import type { Answered } from './visitor.ts';

/** The page of an import once nothing moves any more, with its address where a redirect’s stood. */
export async function settled(ask: () => Promise<Answered>, at: string): Promise<Answered> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answered = await ask();
    if (answered.headers.get('refresh') === null) return { ...answered, to: at };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The reading did not end');
}

/** What somebody types at the command line of a site, its status, and what it answers and says beside it. */
export async function typed(configuration: Configuration, given: readonly string[]) {
  const [said, told]: [string[], string[]] = [[], []];
  const status = await runCommand(given, {
    configuration,
    out: (line) => said.push(line),
    err: (line) => told.push(line),
    input: async () => '',
  });
  return { status, said: said.join('\n'), told: told.join('\n') };
}
