import type { Command, Terminal } from './command.ts';

/**
 * Every command by the words it is called by, in the order in which `accord help` shows them. Each is loaded when it is called: what
 * one needs of the site, the others need not wait for.
 */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  date: async () => (await import('./date.ts')).dateCommand,
  'decisions import': async () => (await import('./decisions-import.ts')).decisionsImport,
  'readings import': async () => (await import('./readings-import.ts')).readingsImport,
  'consultations purge': async () => (await import('./consultations-purge.ts')).consultationsPurge,
  'spend check': async () => (await import('./spend-check.ts')).spendCheck,
  'spend import': async () => (await import('./spend-import.ts')).spendImport,
  'spend generate': async () => (await import('./spend-generate.ts')).spendGenerate,
  'mail status': async () => (await import('./mail-status.ts')).mailStatus,
  'record verify': async () => (await import('./record.ts')).recordVerify,
  'record export': async () => (await import('./record.ts')).recordExport,
  'body add': async () => (await import('./body-add.ts')).bodyAdd,
  'account add': async () => (await import('./account.ts')).accountAdd,
  'account disable': async () => (await import('./account.ts')).accountDisable,
  'config check': async () => (await import('./config-check.ts')).configCheck,
};

/** All of them, loaded. */
export const allCommands = (): Promise<readonly Command[]> =>
  Promise.all(Object.values(commands).map((load) => load()));

/** Finds the command by its first words and runs it. An unknown one gets the list, and status 2. */
export async function runCommand(given: readonly string[], terminal: Terminal): Promise<number> {
  const typed = given.join(' ');
  const called = Object.keys(commands).find((name) => typed === name || typed.startsWith(`${name} `));
  const command = await commands[called ?? '']?.();
  if (command === undefined) {
    const asked = typed === '' || typed === 'help' || typed === '--help';
    if (!asked) terminal.err(`There is no command "${typed}".`);
    for (const each of await allCommands()) show(each, terminal);
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
