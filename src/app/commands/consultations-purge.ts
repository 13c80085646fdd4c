import { openRecordHead } from '#platform/record';
import { purgeEnded } from '#modules/agreements';
import { systemClock } from '../system-clock.ts';
import { type Command, usage } from './command.ts';
import { withDatabase } from './with-database.ts';

export const consultationsPurge: Command = {
  name: 'consultations purge',
  takes: '',
  says: 'deletes the answers to consultations that were promised to be kept no longer, and enters it in the record; run it each night',
  async run(given, terminal) {
    if (given.length > 0) return usage(consultationsPurge, 'It takes nothing.', terminal);
    return withDatabase(terminal.configuration, async (database, appUrl) => {
      const head = await openRecordHead({ url: appUrl, onError: (error) => terminal.err(String(error)) });
      try {
        const purged = await purgeEnded({ database, clock: systemClock, head });
        for (const id of purged) terminal.out(`The answers to /consultations/${id} are deleted.`);
        if (purged.length === 0) terminal.out('No answers are past the day they are kept until.');
        return 0;
      } finally {
        await head.close();
      }
    });
  },
};
