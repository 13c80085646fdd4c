// A million distinct payees' names of known truth, near neighbours among them: how many are brought together rightly, and how long
// it takes, beside the two methods that OpenRefine offers first. NAMES=100000 tries fewer.
import { payeeKey, type PayeeRecord, resolveSuppliers } from '#modules/open-books';
import { fingerprint, ngramFingerprint } from './peers/open-refine-keys.ts';
import { scorePairs, told } from './support/pairs-found.ts';
import { type NamedPayee, supplierNames } from './support/supplier-names.ts';

const howMany = Number(process.env['NAMES'] ?? 1_000_000);
const payees = supplierNames(howMany, 2024);
const firms = new Set(payees.map(({ truth }) => truth)).size;
console.log(`${howMany.toLocaleString('en-GB')} distinct names of ${firms.toLocaleString('en-GB')} firms`);

type Timed<T> = Readonly<{ found: T; seconds: number; processorSeconds: number }>;
function timed<T>(work: () => T): Timed<T> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const found = work();
  const { user, system } = process.cpuUsage(used);
  return { found, seconds: (performance.now() - began) / 1000, processorSeconds: (user + system) / 1e6 };
}
const inTime = ({ seconds, processorSeconds }: Timed<unknown>) =>
  `${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s of processor)`;

const keyed = timed(() => payees.reduce((sum, { name }) => sum + payeeKey(name).length, 0));
console.log(`normal form: ${(howMany / keyed.seconds / 1e6).toFixed(2)} M names/s`);

/** What a method is given: never the truth, and numbers only where it is tried with them. */
const given = ({ body, name, payments, company, vat }: NamedPayee, numbers: boolean): PayeeRecord => ({
  body,
  name,
  payments,
  ...(numbers ? { company, vat } : {}),
});

for (const numbers of [true, false]) {
  const records = payees.map((payee) => given(payee, numbers));
  const ours = timed(() => resolveSuppliers(records));
  const { supplierOf, suggestions } = ours.found;
  const score = scorePairs(
    payees,
    ({ truth }) => truth,
    (_, at) => ((supplierOf[at] ?? -1) < 0 ? `alone ${at}` : (supplierOf[at] ?? -1)),
  );
  const reached = score.f1 >= 0.97 && score.precision >= 0.99 && ours.seconds < 15;
  console.log(
    `${numbers && !reached ? 'MISSED' : '      '} Accord, ${numbers ? 'numbers where a ledger gives them' : 'names alone'}: ${told(score)}, ${inTime(ours)}` +
      `, ${suggestions.length.toLocaleString('en-GB')} left to officers${numbers ? ' (to reach: F1 0.97, precision 0.99, under 15 s)' : ''}`,
  );
}

for (const [method, key] of [
  ['fingerprint', fingerprint],
  ['2-gram fingerprint', ngramFingerprint],
] as const) {
  const peer = timed(() => payees.map(({ name }) => key(name)));
  const score = scorePairs(
    payees,
    ({ truth }) => truth,
    (_, at) => peer.found[at] ?? at,
  );
  console.log(`       OpenRefine's ${method}: ${told(score)}, ${inTime(peer)}`);
}
