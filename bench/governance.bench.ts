// Twenty years of fourteen councils: 60,000 decisions, 30,000 meetings, 200,000 agenda items. How long the server takes for each
// kind of page when nothing comes from memory.
import { connectionOfRunning } from '#platform/db';
import { fillGovernance, twentyYears } from './support/fill-governance.ts';
import { median, residentMegabytes, startSite } from './support/running-site.ts';

const asked = 120;
const warming = 15;

const site = await startSite({ ACCORD_LOG: 'error' });
const connection = connectionOfRunning(site.dataFolder);
if (connection === undefined) throw new Error('The site keeps no database of its own');
const begun = performance.now();
await fillGovernance(connection.ownerUrl);
console.log(
  `${Object.entries(twentyYears)
    .map(([what, count]) => `${count.toLocaleString('en-GB')} ${what}`)
    .join(', ')} written in ${((performance.now() - begun) / 1000).toFixed(0)} s`,
);

const councils = ['maidstone', 'swale', 'ashford', 'tunbridge-wells', 'medway', 'dover', 'thanet'];
const words = ['housing', 'parking contract', 'closure library', '"waste service"', 'harbour lease', 'audit'];
const council = (n: number) => councils[n % councils.length] ?? 'maidstone';
const year = (n: number) => 2008 + (n % 18);
const number = (n: number) => String(2 + ((n * 7) % 200)).padStart(4, '0');

/** A kind of page, its addresses, and how many milliseconds its slowest twentieth may take. */
const pages: readonly (readonly [what: string, address: (n: number) => string, most: number])[] = [
  ['decisions', (n) => `/decisions?n=${n}`, 50],
  ['every decision', (n) => `/decisions/all?body=${council(n)}&n=${n}`, 50],
  ['every decision of a year, key ones', (n) => `/decisions/all?year=${year(n)}&key=yes&n=${n}`, 50],
  ['a decision', (n) => `/decisions/${council(n)}/${year(n)}-B${number(n)}?n=${n}`, 50],
  [
    'a decision as it stood',
    (n) => `/decisions/${council(n)}/${year(n)}-B${number(n)}?on=${year(n)}-06-15&n=${n}`,
    50,
  ],
  ['the forward plan of Kent', (n) => `/forward-plan?on=${year(n)}-0${1 + (n % 9)}-11&n=${n}`, 30],
  [
    'the forward plan of a council',
    (n) => `/forward-plan/${council(n)}?on=${year(n)}-0${1 + (n % 9)}-11&n=${n}`,
    30,
  ],
  [
    'a notice',
    (n) => `/forward-plan/${council(n)}/${year(n)}-N${String(1 + (n % 90)).padStart(4, '0')}?n=${n}`,
    50,
  ],
  ['meetings', (n) => `/meetings?n=${n}`, 50],
  [
    'a meeting',
    (n) => `/meetings/${council(n)}/${year(n)}-M${String(1 + (n % 100)).padStart(4, '0')}?n=${n}`,
    50,
  ],
  ['call-ins', (n) => `/decisions/call-ins?n=${n}`, 50],
  ['joint proposals', (n) => `/proposals?n=${n}`, 50],
  ['a joint proposal', (n) => `/proposals/mid-kent-improvement-partnership?n=${n}`, 50],
  ['scrutiny', (n) => `/scrutiny?n=${n}`, 50],
  ['the clock league', (n) => `/clock-league?n=${n}`, 50],
  [
    'search',
    (n) => `/decisions/find?q=${encodeURIComponent(words[n % words.length] ?? 'housing')}&n=${n}`,
    100,
  ],
  [
    'search in a council',
    (n) =>
      `/decisions/find?q=${encodeURIComponent(words[n % words.length] ?? 'housing')}&body=${council(n)}&n=${n}`,
    100,
  ],
  ['a council', (n) => `/bodies/${council(n)}?n=${n}`, 50],
  ['home', (n) => `/?n=${n}`, 50],
];

for (const [what, address, most] of pages) {
  const times: number[] = [];
  const failed = new Set<number>();
  for (let n = 0; n < asked + warming; n += 1) {
    const from = performance.now();
    const answer = await fetch(site.address + address(n));
    await answer.arrayBuffer();
    if (!answer.ok) failed.add(answer.status);
    if (n >= warming) times.push(performance.now() - from);
  }
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
  const fault = failed.size === 0 ? '' : ` ANSWERED ${[...failed].join(', ')}`;
  console.log(
    `${p95 <= most && fault === '' ? 'within' : 'OVER  '} ${what}: median ${median(times).toFixed(1)} ms, 95th ${p95.toFixed(1)} ms (to reach: under ${most})${fault}`,
  );
}
console.log(`memory of the app process: ${residentMegabytes(site.child.pid ?? 0).toFixed(0)} MB`);
await site.stop();
