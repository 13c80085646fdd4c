// Transcribes which councils England has today into data/reference/councils-england.json:
// `node scripts/transcribe-councils.mjs FILE`, where FILE is mySociety's table of local authorities.
import { readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './prepare/project.mjs';

const file = process.argv[2] ?? '';
if (file === '') throw new Error('Name the table of local authorities');

/**
 * The types of the table that are councils, as the register has them; combined authorities are left out.
 * @type {Readonly<Record<string, readonly [kind: string, tier: string]>>}
 */
const kinds = {
  CTY: ['county-council', 'upper'],
  NMD: ['district-council', 'lower'],
  UA: ['unitary-council', 'single'],
  MD: ['unitary-council', 'single'],
  LBO: ['unitary-council', 'single'],
  CC: ['unitary-council', 'single'],
};

const rows = readRows(readFileSync(file, 'utf8'));
const councils = rows.flatMap((row) => {
  const [kind, tier] = kinds[row['local-authority-type'] ?? ''] ?? [];
  if (row['nation'] !== 'England' || row['current-authority'] !== 'True' || kind === undefined) return [];
  const id = (row['nice-name'] ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[’']/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  const name = (row['official-name'] ?? '').trim().replaceAll(/\s+/gu, ' ');
  return [{ id, name, kind, tier, gss: row['gss-code'] ?? '' }];
});
councils.sort((one, other) => one.id.localeCompare(other.id));

const head = {
  title: 'The councils of England',
  note: 'When each was founded is not carried over: the source gives a day for some alone, and not always that of the council. London boroughs and metropolitan districts are single tier, as unitary councils are.',
  sources: {
    authorities: {
      title: 'UK local authority names and codes',
      publisher: 'mySociety, uk_local_authority_names_and_codes at 67ef8b11',
      licence: 'CC BY 4.0; contains Crown copyright data',
    },
  },
  source: 'authorities',
  certainty: 'verified',
};
const lines = councils.map((council) => `    ${JSON.stringify(council)}`).join(',\n');
const opened = JSON.stringify(head, undefined, 2).replace(/\n\}$/, '');
writeFileSync(
  inProject('data', 'reference', 'councils-england.json'),
  `${opened},\n  "councils": [\n${lines}\n  ]\n}\n`,
);
console.log(`${councils.length} councils`);

/**
 * A table with quoted cells that hold no line breaks.
 * @param {string} text
 * @returns {readonly Readonly<Record<string, string>>[]}
 */
function readRows(text) {
  const [headings = [], ...rest] = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) =>
        (match[1] ?? '').replace(/^"([\s\S]*)"$/, '$1').replaceAll('""', '"'),
      ),
    );
  return rest.map((cells) => Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])));
}
