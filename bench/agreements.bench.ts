// Fourteen councils, three hundred indicators, twenty years of months: a million readings with their revisions. How long the
// server takes for each kind of page when nothing comes from memory of pages, and for the report of a whole county.
import { connectionOfRunning } from '#platform/db';
import { fillAgreements } from './support/fill-agreements.ts';
import { median, residentMegabytes, startSite } from './support/running-site.ts';

const asked = 100;
const warming = 12;

const site = await startSite({ ACCORD_LOG: 'error' });
const connection = connectionOfRunning(site.dataFolder);
if (connection === undefined) throw new Error('The site keeps no database of its own');
const begun = performance.now();
const filled = await fillAgreements(connection.ownerUrl);
console.log(
  `${Object.entries(filled)
    .map(([what, count]) => `${count.toLocaleString('en-GB')} ${what}`)
    .join(', ')} written in ${((performance.now() - begun) / 1000).toFixed(0)} s`,
);

const councils = ['maidstone', 'swale', 'ashford', 'tunbridge-wells', 'medway', 'dover', 'thanet'];
const council = (n: number) => councils[n % councils.length] ?? 'maidstone';
const series = (n: number) => `bench-${1 + ((n * 7) % 300)}`;
const area = (n: number) => ((1 + ((n * 7) % 300)) % 2 === 0 && n % 3 === 0 ? 'kent' : council(n));
const theme = (n: number) => `bench-plan/${1 + (n % 8)}`;

/** A kind of page, its addresses, and how many milliseconds its slowest twentieth may take. */
const pages: readonly (readonly [what: string, address: (n: number) => string, most: number])[] = [
  ['how everything goes', (n) => `/progress?n=${n}`, 50],
  ['of a theme', (n) => `/progress?theme=${theme(n)}&n=${n}`, 50],
  ['of a place', (n) => `/progress?place=${council(n)}&status=red&n=${n}`, 50],
  ['of a body', (n) => `/progress/${council(n)}?n=${n}`, 50],
  ['one series in one area', (n) => `/series/${series(n)}/${area(n)}?n=${n}`, 50],
  [
    'the same on an earlier day',
    (n) => `/series/${series(n)}/${area(n)}?on=2024-0${1 + (n % 9)}-15&n=${n}`,
    50,
  ],
  ['areas compared', (n) => `/series/${series(n)}?area=${council(n)}&n=${n}`, 50],
  ['an outcome', (n) => `/outcomes/bench-plan/${1 + (n % 34)}?n=${n}`, 50],
  ['an indicator', (n) => `/indicators/bench-${1 + (n % 300)}?n=${n}`, 50],
  ['a target', (n) => `/targets/bench-${council(n)}/${1 + (n % 300)}?n=${n}`, 50],
  ['reports', (n) => `/reports?n=${n}`, 50],
  ['a council', (n) => `/bodies/${council(n)}?n=${n}`, 50],
  ['a place', (n) => `/places/${council(n)}?n=${n}`, 50],
  ['timeliness', (n) => `/timeliness?n=${n}`, 50],
  ['readings of a series as a file', (n) => `/series/${series(n)}/${area(n)}/readings.csv?n=${n}`, 50],
];

const timed = async (address: string, init?: RequestInit) => {
  const from = performance.now();
  const answer = await fetch(site.address + address, { redirect: 'manual', ...init });
  const body = await answer.text();
  return { took: performance.now() - from, answer, body };
};

const first = await timed('/progress?first');
console.log(
  `the first reader after a start waits ${first.took.toFixed(0)} ms while everything is worked out`,
);
const earlier = await timed('/progress?on=2025-03-31');
console.log(`and the first to ask for another day ${earlier.took.toFixed(0)} ms`);

for (const [what, address, most] of pages) {
  const times: number[] = [];
  const failed = new Set<number>();
  for (let n = 0; n < asked + warming; n += 1) {
    const { took, answer } = await timed(address(n));
    if (!answer.ok) failed.add(answer.status);
    if (n >= warming) times.push(took);
  }
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
  const fault = failed.size === 0 ? '' : ` ANSWERED ${[...failed].join(', ')}`;
  console.log(
    `${p95 <= most && fault === '' ? 'within' : 'OVER  '} ${what}: median ${median(times).toFixed(1)} ms, 95th ${p95.toFixed(1)} ms (to reach: under ${most})${fault}`,
  );
}

/** The report of the whole county, composed and looked over as an officer does. */
const composed: number[] = [];
const office = await signedIn('kent-county-council.performance-officer');
const form = '/office/kent-county-council/reports/new';
for (let n = 0; n < 8; n += 1) {
  const page = await timed(form, { headers: { cookie: office } });
  const hidden = [...page.body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const quarter = /<option value="(\d{4}-\d{2}-\d{2})"/.exec(page.body)?.[1] ?? '';
  const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
  const { took, answer } = await timed(form, {
    method: 'POST',
    headers: { cookie: office },
    body: new URLSearchParams({ ...fields, subject: 'place kent', quarter, title: `County ${n}`, says: '' }),
  });
  if (answer.status !== 200) throw new Error(`The report was answered ${answer.status}`);
  if (n > 1) composed.push(took);
}
const slowest = Math.max(...composed);
console.log(
  `${slowest <= 1000 ? 'within' : 'OVER  '} the report of the county: median ${median(composed).toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms (to reach: under 1000)`,
);

const from = performance.now();
let bytes = 0;
const all = await fetch(`${site.address}/open-data/readings.csv`);
for await (const chunk of all.body ?? []) bytes += (chunk as Uint8Array).length;
console.log(
  `every reading as one file: ${(bytes / 1_000_000).toFixed(0)} MB in ${((performance.now() - from) / 1000).toFixed(1)} s`,
);
console.log(`memory of the app process: ${residentMegabytes(site.child.pid ?? 0).toFixed(0)} MB`);
await site.stop();

/** The cookies of somebody who tries out an office of the example. */
async function signedIn(officeId: string): Promise<string> {
  const jar = new Map<string, string>();
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
  };
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const [body] = officeId.split('.');
  const page = await timed(`/office?body=${body}`);
  keep(page.answer);
  const hidden = [...page.body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
  const entered = await timed(`/office?body=${body}`, {
    method: 'POST',
    headers: { cookie: cookies() },
    body: new URLSearchParams({ ...fields, office: officeId }),
  });
  keep(entered.answer);
  return cookies();
}
