import { accountAdd, accountDisable } from './account.ts';
import { bodyAdd } from './body-add.ts';
import type { Command, Terminal } from './command.ts';
import { configCheck } from './config-check.ts';
import { consultationsPurge } from './consultations-purge.ts';
import { dateCommand } from './date.ts';
import { decisionsImport } from './decisions-import.ts';
import { mailStatus } from './mail-status.ts';
import { readingsImport } from './readings-import.ts';
import { recordExport, recordVerify } from './record.ts';
import { spendCheck } from './spend-check.ts';
import { spendGenerate } from './spend-generate.ts';
import { spendImport } from './spend-import.ts';

/** Every command, in the order in which `accord help` shows them. */
export const commands: readonly Command[] = [
  dateCommand,
  decisionsImport,
  readingsImport,
  consultationsPurge,
  spendCheck,
  spendImport,
  spendGenerate,
  mailStatus,
  recordVerify,
  recordExport,
  bodyAdd,
  accountAdd,
  accountDisable,
  configCheck,
];

/** Finds the command by its first words and runs it. An unknown one gets the list, and status 2. */
export async function runCommand(given: readonly string[], terminal: Terminal): Promise<number> {
  const typed = given.join(' ');
  const command = commands.find(({ name }) => typed === name || typed.startsWith(`${name} `));
  if (command === undefined) {
    const asked = typed === '' || typed === 'help' || typed === '--help';
    if (!asked) terminal.err(`There is no command "${typed}".`);
    for (const each of commands) show(each, terminal);
    return asked ? 0 : 2;
  }
  const rest = given.slice(command.name.split(' ').length);
  if (rest.includes('--help')) {
    show(command, terminal);
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    terminal.err(`${error.message}. It is written: accord ${command.name} ${command.takes}`);
    return 2;
  }
}

function show({ name, takes, says }: Command, { out }: Terminal): void {
  out(`accord ${name} ${takes}`.trimEnd() + `\n    ${says}`);
}

/** What `parseArgs` throws for an option it does not know. */
const isUsageError = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
