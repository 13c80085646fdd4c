// Names as councils published them: those that share a VAT or company number are one firm, those with different numbers are not. The
// same again where each name bears every number it is found with, and what was missed by kind: where two names of a group have no word
// in common, no method finds them from names alone.
// The files are no part of the project: SPENDING_FILES names the folder that holds one folder of them for each council.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Payment,
  type PayeeRecord,
  readNumbers,
  type Reading,
  readPayee,
  readRow,
  resolveSuppliers,
  understand,
} from '#modules/open-books';
import { type RawRow, withTables } from '#platform/tabular';
import { fingerprint, ngramFingerprint } from './peers/open-refine-keys.ts';
import { judgePairs, toldJudged } from './support/judged-pairs.ts';
import { scorePairs, told } from './support/pairs-found.ts';

const folder = process.env['SPENDING_FILES'] ?? '../shared/data/spend';

type Named = PayeeRecord & Readonly<{ ledger: string }>;

async function namesIn(root: string): Promise<readonly Named[]> {
  const names = new Map<string, Named>();
  for (const body of readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()))
    for (const file of readdirSync(join(root, body.name), { recursive: true, encoding: 'utf8' }).toSorted()) {
      if (!/\.(?:csv|xlsx?|ods)$/iu.test(file)) continue;
      await eachPayment(join(root, body.name, file), ({ cells }, { at }) => {
        const text = (role: keyof typeof at) => cells[at[role] ?? -1]?.trim();
        const named = {
          body: body.name,
          name: text('supplier') ?? '',
          company: text('company-number'),
          charity: text('charity-number'),
          vat: text('vat-number'),
        };
        const ledger = text('supplier-id') ?? '';
        const place = JSON.stringify([named, ledger]);
        const known = names.get(place);
        names.set(place, {
          ...named,
          ledger,
          payments: (known?.payments ?? 0) + 1,
        });
      });
    }
  return [...names.values()];
}

/** Hands over the payments of a file; nothing of a file that is none. */
async function eachPayment(path: string, use: (payment: Payment, reading: Reading) => void): Promise<void> {
  await withTables(path, async (tables) => {
    for (const table of tables) {
      const rows: RawRow[] = [];
      for await (const piece of table.rows()) rows.push(...piece);
      const understanding = understand(rows.slice(0, 1000));
      if (understanding.standing === 'refused') continue;
      for (const row of rows.slice(understanding.reading.dataFrom)) {
        const read = readRow(row, understanding.reading);
        if (read.kind === 'payment') use(read.payment, understanding.reading);
      }
    }
  });
}

if (existsSync(folder)) await compare(await namesIn(folder));
else console.log(`There is no folder ${folder} of councils' files: nothing was compared.`);

async function compare(names: readonly Named[]): Promise<void> {
  const withoutNumbers = names.map(({ body, name, payments }): PayeeRecord => ({
    body,
    name,
    payments,
  }));
  const byName = resolveSuppliers(withoutNumbers);
  const byBoth = resolveSuppliers(names);
  const firms = new Set(names.map(({ name }) => name)).size;
  console.log(
    `${names.length.toLocaleString('en-GB')} names, ${firms.toLocaleString('en-GB')} spellings, of ${new Set(names.map(({ body }) => body)).size} councils`,
  );

  type Told = Readonly<{ at: number; name: string; truth: string; scope: string }>;
  const truths: readonly (readonly [
    says: string,
    truth: (named: Named) => string,
    scope: (named: Named) => string,
  ])[] = [
    ['by VAT or company number', (named) => readNumbers(named).company || readNumbers(named).vat, () => ''],
    // Held against each other within one ledger alone, where one payee may have several accounts: rather what is missed is a fault.
    [
      'by the number of the account in one ledger',
      ({ body, ledger }) => (ledger === '' ? '' : `${body} ${ledger}`),
      ({ body }) => body,
    ],
  ];
  for (const [says, truthOf, scopeOf] of truths) {
    // Who is redacted or a person is linked by no intent, and what is no name cannot be.
    const all = names.flatMap((named, at): readonly Told[] =>
      truthOf(named) === '' || readPayee(named.name).kind !== 'firm'
        ? []
        : [{ at, name: named.name, truth: truthOf(named), scope: scopeOf(named) }],
    );
    const labelled = [...new Map(all.map((each) => [`${each.truth} ${each.name}`, each])).values()];
    const methods: readonly (readonly [string, (each: Told) => string | number])[] = [
      ['Accord, names alone', ({ at }) => byName.supplierOf[at] ?? -1],
      ["OpenRefine's fingerprint", ({ name }) => fingerprint(name)],
      ["OpenRefine's 2-gram fingerprint", ({ name }) => ngramFingerprint(name)],
      ["OpenRefine's 1-gram fingerprint", ({ name }) => ngramFingerprint(name, 1)],
    ];
    console.log(`truth ${says}: ${labelled.length.toLocaleString('en-GB')} names`);
    for (const [method, called] of methods) {
      const score = scorePairs(
        labelled,
        ({ truth }) => truth,
        (each) => `${each.scope}\n${called(each)}`,
      );
      const pairs = `${score.right} of ${score.called} pairs called one are, ${score.true} are one`;
      console.log(`  ${method}: ${told(score)} (${pairs})`);
    }
  }
  console.log('names, each with every number it is found with, judged where both bear a number of one kind');
  const isFirm = (at: number) => readPayee(names[at]?.name ?? '').kind === 'firm';
  const nameAt = (at: number) => names[at]?.name ?? '';
  const others: readonly (readonly [string, (at: number) => string | number])[] = [
    ['Accord, names alone', (at) => byName.supplierOf[at] ?? -1],
    ["OpenRefine's fingerprint", (at) => fingerprint(nameAt(at))],
    ["OpenRefine's 2-gram fingerprint", (at) => ngramFingerprint(nameAt(at))],
  ];
  for (const [method, called] of others)
    console.log(`  ${method}: ${toldJudged(judgePairs(names, isFirm, called))}`);
  console.log(
    `with numbers, ${byBoth.suppliers.length.toLocaleString('en-GB')} suppliers, ${byBoth.links.length} links between different normal forms, ${byBoth.suggestions.length} left to officers`,
  );
}
