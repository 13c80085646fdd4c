// For tests: an Accord that holds the database of a data folder open until it is told to end.
import { openDatabase } from '../open-database.ts';

const dataFolder = process.argv[2] ?? '';
try {
  const database = await openDatabase({ dataFolder, modules: [] });
  process.stdout.write('open\n');
  process.once('SIGTERM', () => void database.close());
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
