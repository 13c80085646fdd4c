import { givenUp, lettersWaiting } from '#platform/mail';
import { plural } from '#platform/kernel';
import { type Command, usage } from './command.ts';
import { withDatabase } from './with-database.ts';

export const mailStatus: Command = {
  name: 'mail status',
  takes: '',
  says: 'says how many letters wait to be sent, and names those that were given up in the last 90 days; the status is 1 when there are any',
  async run(given, terminal) {
    if (given.length > 0) return usage(mailStatus, 'It takes nothing.', terminal);
    return withDatabase(terminal.configuration, async (database) => {
      const { count, since } = await lettersWaiting(database);
      terminal.out(
        since === undefined
          ? 'No letter waits.'
          : `${plural(count, 'letter')} waiting, the oldest since ${since.toISOString()}.`,
      );
      const ended = await givenUp(database);
      for (const { letterId, why, tries, at } of ended)
        terminal.out(
          `Given up on ${at.toISOString()} after ${plural(tries, 'try', 'tries')}: ${why} (${letterId})`,
        );
      if (ended.length === 0) terminal.out('No letter was given up in the last 90 days.');
      return ended.length === 0 ? 0 : 1;
    });
  },
};
