import { setTimeout as wait } from 'node:timers/promises';
import { openFolders } from '#platform/analytics';
import { connect } from '#platform/db';
import { type Actor, fixedClock } from '#platform/kernel';
import { openRecordHead } from '#platform/record';
import { beginPublication } from './actions/publishing/run-publication.ts';
import { lastPublication } from './store/publications.ts';

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
const { bodyId } = actor;
const kept = await beginPublication(services, actor, { bodyId, importId });
if (!kept.ok) throw new Error(JSON.stringify(kept.error));
// The officer is told: from now on it is published whatever stops the machine.
process.stdout.write('kept\n');
while (
  (await services.database.as({ bodyId }, (sql) => lastPublication(sql, importId)))?.endedAt === undefined
)
  await wait(20);
process.exit(0);
