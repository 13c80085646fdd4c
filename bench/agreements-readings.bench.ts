// One body brings 50,000 readings in a file, each a revision of one of a million that are published: how long until every row is
// checked, until they wait for approval, and until they are public; and how long other pages take meanwhile.
import { setTimeout as wait } from 'node:timers/promises';
import { connectionOfRunning, withClient } from '#platform/db';
import { actingIn, type Visitor } from '../tests/support/visitor.ts';
import { fillAgreements } from './support/fill-agreements.ts';
import { median, residentMegabytes, startSite } from './support/running-site.ts';

const rowsToBring = 50_000;
const toReachSeconds = 20;

const site = await startSite({ ACCORD_LOG: 'error' });
const connection = connectionOfRunning(site.dataFolder);
if (connection === undefined) throw new Error('The site keeps no database of its own');
const filled = await fillAgreements(connection.ownerUrl);
console.log(`${filled.readings.toLocaleString('en-GB')} readings of ${filled.series} series published`);
const file = await writeFile(connection.ownerUrl);
console.log(
  `a file of ${rowsToBring.toLocaleString('en-GB')} rows, ${(file.length / 1024 / 1024).toFixed(1)} MB`,
);

const room = '/office/maidstone/readings';
const officer = await actingIn(site.address, 'maidstone.performance-officer');
const chief = await actingIn(site.address, 'maidstone.chief-executive');
const others = askOthers();

let inAll = 0;
const checked = await timed('every row checked', async () => {
  const fields = { ...(await officer.hiddenFields(`${room}/bring`)), whose: 'own' };
  const sent = await officer.upload(`${room}/bring`, fields, [
    { field: 'file', name: 'fifty-thousand.csv', type: 'text/csv', holds: file },
  ]);
  if (sent.status !== 303) throw new Error(`Bringing the file answered ${sent.status}: ${sent.body}`);
  return settled(officer, `${room}/file`);
});
console.log(`   ${summaryOf(checked)}`);
const put = await timed('and put for approval', async () => {
  const sent = await officer.send(`${room}/file`, { mode: 'all', sure: 'yes' });
  if (sent.status !== 303) throw new Error(`Putting answered ${sent.status}: ${summaryOf(sent.body)}`);
  return settled(officer, `${room}/file`);
});
const batch = /href="(\/office\/maidstone\/readings\/batches\/[\w-]+)"/.exec(put)?.[1];
if (batch === undefined) throw new Error(`No batch was made: ${summaryOf(put)}`);
await timed('approved and published', async () => {
  const sent = await chief.send(batch, {}, `${batch}/approve`);
  if (sent.status !== 303) throw new Error(`Approving answered ${sent.status}: ${summaryOf(sent.body)}`);
});
console.log(
  `${inAll <= toReachSeconds ? 'within' : 'OVER  '} all of it: ${inAll.toFixed(1)} s (to reach: under ${toReachSeconds})`,
);
await others.stop();
console.log(`memory of the app process: ${residentMegabytes(site.child.pid ?? 0).toFixed(0)} MB`);
for (const path of ['/timeliness', '/timeliness/maidstone', batch.replace(`${room}/batches`, '/readings')])
  await pages(path);
await site.stop();

/** How long pages take when nothing comes from memory. */
async function pages(path: string): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < 40; n += 1) {
    const from = performance.now();
    await (await fetch(`${site.address}${path}?n=${n}`)).arrayBuffer();
    if (n >= 10) times.push(performance.now() - from);
  }
  console.log(
    `${path.replace(/[\w-]{36}/, '…')}: median ${median(times).toFixed(1)} ms, 95th ${p95(times).toFixed(1)} ms`,
  );
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

async function timed<Answer>(what: string, work: () => Promise<Answer>): Promise<Answer> {
  const from = performance.now();
  const answer = await work();
  const seconds = (performance.now() - from) / 1000;
  inAll += seconds;
  console.log(`${what}: ${seconds.toFixed(1)} s`);
  return answer;
}

async function settled(visitor: Visitor, path: string): Promise<string> {
  for (;;) {
    const { headers, body } = await visitor.get(path);
    if (headers.get('refresh') === null) return body;
    await wait(100);
  }
}

function summaryOf(html: string): string {
  const text = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  return (
    /(?:There is a problem|What the check found .*?Far from the periods before [\d,]+)[^.]{0,200}/.exec(
      text,
    )?.[0] ?? text.slice(0, 600)
  );
}

/** Somebody else reads the home page all the while. */
function askOthers() {
  const times: number[] = [];
  const state = { isOver: false };
  const asking = (async () => {
    for (let n = 0; !state.isOver; n += 1) {
      const from = performance.now();
      await (await fetch(`${site.address}/about?n=${n}`)).arrayBuffer();
      times.push(performance.now() - from);
      await wait(20);
    }
  })();
  return {
    async stop() {
      state.isOver = true;
      await asking;
      console.log(
        `meanwhile another page: median ${median(times).toFixed(1)} ms, 95th ${p95(times).toFixed(1)} ms, longest ${Math.max(...times).toFixed(0)} ms`,
      );
    },
  };
}

/** Maidstone’s readings of the last years, each with another figure, as a file that revises them. */
async function writeFile(ownerUrl: string): Promise<Buffer> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<Readonly<{ line: string }>>(
      `SELECT concat_ws(',', series_id, area_id, period_from, period_to, 'revised', round(value + 0.1, 1), ci_low, ci_high, sample,
         'Counted again', 'Bench return') AS line
       FROM (
         SELECT DISTINCT ON (series_id, area_id, period_to) reading.* FROM agreements.reading
         JOIN agreements.series_owner AS owner USING (series_id, area_id)
         WHERE owner.body_id = 'maidstone' AND reading.status IN ('final', 'revised') AND reading.batch_id = 'bench'
           AND ci_low IS NULL
         ORDER BY series_id, area_id, period_to, revision DESC
       ) AS latest
       WHERE value < 99 LIMIT ${rowsToBring}`,
    );
    if (rows.length < rowsToBring) console.log(`only ${rows.length} rows could be made`);
    const heading = 'Series,Area,Period from,Period to,Status,Value,Note,Source';
    return Buffer.from([heading, ...rows.map(({ line }) => line)].join('\n'));
  });
}
