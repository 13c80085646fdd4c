import { parseArgs } from 'node:util';
import { openLogKey } from '#platform/record';
import { systemClock } from '../system-clock.ts';
import { type Command, usage } from './command.ts';
import { exportRecord } from './export-record.ts';
import { verifyRecord } from './verify-record.ts';
import { withDatabase } from './with-database.ts';

export const recordVerify: Command = {
  name: 'record verify',
  takes: 'FILE [--key KEY] [--checkpoint OLDFILE]',
  says: 'checks a downloaded record, offline; status 0 when it is whole, 1 when it is not, 2 when it could not be checked',
  async run(given, terminal) {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: { key: { type: 'string' }, checkpoint: { type: 'string' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined) {
      usage(recordVerify, 'Give the file of the downloaded record.', terminal);
      return 2;
    }
    return verifyRecord({ ...values, file }, terminal.out);
  },
};

export const recordExport: Command = {
  name: 'record export',
  takes: 'FILE',
  says: 'writes the whole public record, as anyone can download it',
  async run([file], terminal) {
    if (file === undefined) return usage(recordExport, 'Give the file to write.', terminal);
    const { dataFolder, recordName } = terminal.configuration;
    const key = openLogKey({ folder: dataFolder, name: recordName });
    await withDatabase(terminal.configuration, (database) =>
      exportRecord({ database, clock: systemClock, key }, file),
    );
    terminal.out(`The record was written to ${file}. Check it with: accord record verify ${file}`);
    return 0;
  },
};
