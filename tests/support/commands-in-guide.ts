import { readFileSync } from 'node:fs';

/** A command of a guide, as it is typed, and the JSON that the guide says it is answered with. */
export type CommandInGuide = Readonly<{ command: string; answer: unknown }>;

/** The commands of a guide in their order: each a block of `sh`, with a block of `json` below it. */
export function commandsIn(path: string): readonly CommandInGuide[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/```sh\n(.*?)```\n\n```json\n(.*?)```/gs)].map(
    ([, command = '', answer = '']) => ({
      command: command.trim(),
      answer: JSON.parse(answer) as unknown,
    }),
  );
}
