import { openFolders } from '#platform/analytics';
import { connect } from '#platform/db';
import { type Actor, fixedClock } from '#platform/kernel';
import { openRecordHead } from '#platform/record';
import { approveImport } from './actions/publishing/approve-import.ts';

/** What the process that is killed while it publishes is told. */
export type ToApprove = Readonly<{
  url: string;
  dataFolder: string;
  now: string;
  actor: Actor;
  importId: string;
}>;

const { url, dataFolder, now, actor, importId } = JSON.parse(process.argv[2] ?? '') as ToApprove;
const services = {
  database: connect({ url, connections: 3 }),
  clock: fixedClock(new Date(now)),
  head: await openRecordHead({ url, onError: () => undefined }),
  ...openFolders(dataFolder),
};
// DuckDB is opened before, so that what is interrupted is the publication itself.
await services.published.ask('SELECT 1');
process.stdout.write('now\n');
const done = await approveImport(services, actor, { bodyId: actor.bodyId, importId });
process.stdout.write(`${JSON.stringify(done)}\n`);
process.exit(0);
