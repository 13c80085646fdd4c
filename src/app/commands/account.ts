import { parseArgs } from 'node:util';
import { addAccount, type AddAccountRefusal, disableAccount, passwordLength } from '#platform/identity';
import { never } from '#platform/kernel';
import { officeDirectory } from '#modules/register';
import { systemClock } from '../system-clock.ts';
import { type Command, usage } from './command.ts';
import { withDatabase } from './with-database.ts';

export const accountAdd: Command = {
  name: 'account add',
  takes: 'EMAIL --office OFFICE',
  says: 'opens an account for an office; the password is read from standard input',
  async run(given, terminal) {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: { office: { type: 'string' } },
      allowPositionals: true,
    });
    const [email] = positionals;
    if (email === undefined) return usage(accountAdd, 'Give the e-mail address of the account.', terminal);
    const officeId = values.office;
    if (officeId === undefined) {
      return usage(accountAdd, 'Give the office, such as --office maidstone.monitoring-officer.', terminal);
    }
    terminal.err(`Type the password, ${passwordLength.least} characters or more, and end it with Enter:`);
    const [password = ''] = (await terminal.input()).split(/\r?\n/);

    const outcome = await withDatabase(terminal.configuration, (database) => {
      const services = {
        database,
        clock: systemClock,
        offices: officeDirectory({ database }),
        openOffices: false,
      };
      return addAccount(services, { email, password, officeId, heldFrom: systemClock.today() });
    });
    if (!outcome.ok) {
      terminal.err(explain(outcome.error, officeId));
      return 1;
    }
    terminal.out(`${email} can now sign in and act as ${officeId}.`);
    return 0;
  },
};

export const accountDisable: Command = {
  name: 'account disable',
  takes: 'EMAIL',
  says: 'closes an account and ends its sessions at once',
  async run([email], terminal) {
    if (email === undefined)
      return usage(accountDisable, 'Give the e-mail address of the account.', terminal);
    const outcome = await withDatabase(terminal.configuration, (database) =>
      disableAccount({ database, clock: systemClock }, email),
    );
    if (outcome.ok) terminal.out(`${email} can no longer sign in. Its sessions have ended.`);
    else terminal.err(`There is no account with the e-mail address ${email}. Check its spelling.`);
    return outcome.ok ? 0 : 1;
  },
};

function explain(refusal: AddAccountRefusal, officeId: string): string {
  switch (refusal) {
    case 'not-an-email':
      return 'That is not an e-mail address. Write it like name@council.gov.uk.';
    case 'email-in-use':
      return 'There is an account with this e-mail address already. Disable it first, or use another address.';
    case 'no-such-office':
      return `There is no office ${officeId} today. The offices of a body are listed on its page, with their names for this command.`;
    case 'too-short':
      return `The password must be ${passwordLength.least} characters or more. Three random words do well.`;
    case 'too-long':
      return `The password must be ${passwordLength.most} characters or fewer.`;
    case 'too-plain':
      return 'The password is too easy to guess. Use three random words.';
    default:
      return never(refusal);
  }
}
