// Transcribes what revenue outturn returns say of Kent’s councils into data/reference/revenue-outturn-kent.json:
// `node scripts/transcribe-outturn.mjs FOLDER`, where FOLDER holds the two tables named below.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './prepare/project.mjs';

const folder = process.argv[2] ?? '';
if (folder === '') throw new Error('Name the folder that holds the tables');

/** Who files a return, by the code of the return, and the body of the register that it is. */
const filers = [
  ['E2221', 'Kent County Council', 'kent-county-council'],
  ['E2201', 'Medway Council', 'medway'],
  ['E2231', 'Ashford Borough Council', 'ashford'],
  ['E2232', 'Canterbury City Council', 'canterbury'],
  ['E2233', 'Dartford Borough Council', 'dartford'],
  ['E2234', 'Dover District Council', 'dover'],
  ['E2240', 'Folkestone and Hythe District Council, until 2018 Shepway', 'folkestone-and-hythe'],
  ['E2236', 'Gravesham Borough Council', 'gravesham'],
  ['E2237', 'Maidstone Borough Council', 'maidstone'],
  ['E2239', 'Sevenoaks District Council', 'sevenoaks'],
  ['E2241', 'Swale Borough Council', 'swale'],
  ['E2242', 'Thanet District Council', 'thanet'],
  ['E2243', 'Tonbridge and Malling Borough Council', 'tonbridge-and-malling'],
  ['E2244', 'Tunbridge Wells Borough Council', 'tunbridge-wells'],
  ['E6122', 'Kent and Medway Fire and Rescue Authority', null],
  ['E7022', 'Kent Police and Crime Commissioner', null],
].map(([code, name, body]) => ({ code: String(code), name, body }));

/**
 * The lines of the return that are kept, by how they begin.
 * @type {readonly (readonly [id: string, title: string, kind: string, begins: RegExp])[]}
 */
const lines = [
  ['education', 'Education', 'service', /^Education services/],
  ['highways', 'Highways and transport', 'service', /^Highways and transport services/],
  ['social-care', 'Social care, children and adults together', 'service', /^Social care$/],
  ['childrens-social-care', 'Children’s social care', 'service', /^Children Social Care/],
  ['adult-social-care', 'Adult social care', 'service', /^Adult Social Care/],
  ['public-health', 'Public health', 'service', /^Public Health$/],
  ['housing', 'Housing, apart from council housing', 'service', /^Housing services \(GFRA only\)/],
  ['culture', 'Culture', 'service', /^Cultural and related services/],
  ['environment', 'Environment', 'service', /^Environmental and regulatory services/],
  ['planning', 'Planning and development', 'service', /^Planning and development services/],
  ['police', 'Police', 'service', /^Police services/],
  ['fire', 'Fire and rescue', 'service', /^Fire and rescue services/],
  ['central', 'Central services', 'service', /^Central services$/],
  ['other', 'Other services', 'service', /^Other services/],
  ['all-services', 'All services', 'total', /^TOTAL SERVICE EXPENDITURE/],
  ['housing-benefit', 'Housing benefit, mandatory', 'beside', /^Housing benefits: .*mandatory payments/],
  ['parish-precepts', 'Parish precepts', 'beside', /^Parish precepts/i],
  [
    'levies',
    'Levies',
    'beside',
    /^(?:Integrated Transport Authority|Waste Disposal Authority|London Pensions Fund Authority|Other) lev(?:y|ies)/,
  ],
  ['net-current', 'Net current expenditure', 'total', /^NET CURRENT EXPENDITURE/],
];

const later = rowsOf('kent_revenue_outturn_2010-11_to_2017-18_tidy.csv').filter(
  (row) => row['measure'] === 'Net current expenditure',
);
const years = [...new Set(later.map((row) => row['year'] ?? ''))].toSorted();
const figures = Object.fromEntries(
  years.map((year) => [
    year,
    Object.fromEntries(
      filers.flatMap(({ code }) => [[code, figuresOf(year, code)]]).filter(([, own]) => own !== undefined),
    ),
  ]),
);

/**
 * @param {string} year
 * @param {string} code
 */
function figuresOf(year, code) {
  // Some lines appear again further down in memoranda: the first is the return’s own.
  const seen = new Set();
  const own = later.filter(
    (row) => row['year'] === year && row['ecode'] === code && !seen.has(row['line']) && seen.add(row['line']),
  );
  if (own.length === 0) return undefined;
  return Object.fromEntries(
    lines.flatMap(([id, , , begins]) => {
      const values = own
        .filter((row) => begins.test(row['line'] ?? ''))
        .map((row) => row['value_gbp_thousand'] ?? '');
      if (values.length === 0 || values.some((value) => !/^-?[\d.]+$/.test(value))) return [];
      return [[id, round(values.reduce((sum, value) => sum + Number(value), 0))]];
    }),
  );
}

const detail = rowsOf('kent_revenue_outturn_2006-07_tidy.csv').map((row) => [
  row['ecode'],
  row['service_block'],
  row['sub_block'],
  row['line'],
  round(Number(row['value_gbp_thousand'])),
]);

/**
 * To the penny, in thousands of pounds.
 * @param {number} thousands
 */
function round(thousands) {
  return Math.round(thousands * 100_000) / 100_000;
}

const path = inProject('data/reference/revenue-outturn-kent.json');
const words = JSON.parse(readFileSync(path, 'utf8'));
/** @type {(key: string, rows: readonly unknown[]) => string} */
const rowLines = (key, rows) =>
  `  ${JSON.stringify(key)}: [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
const file = [
  ...['title', 'note', 'sources', 'changes'].map(
    (key) => `  ${JSON.stringify(key)}: ${JSON.stringify(words[key])}`,
  ),
  rowLines('filers', filers),
  rowLines(
    'lines',
    lines.map(([id, title, kind]) => ({ id, title, kind })),
  ),
  rowLines(
    'years',
    years.map((year) => ({ id: year, figures: figures[year] })),
  ),
  rowLines('detail', detail),
].join(',\n');
writeFileSync(path, `{\n${file}\n}\n`);
console.log(
  `${years.join(', ')}: ${Object.values(figures)
    .flatMap((of) => Object.values(of).map((own) => Object.keys(own).length))
    .reduce((a, b) => a + b)} figures; 2006-07: ${detail.length} lines`,
);

/**
 * The rows of a table with headings, quoted as RFC 4180 has it.
 * @param {string} name
 * @returns {readonly Readonly<Record<string, string>>[]}
 */
function rowsOf(name) {
  const text = readFileSync(join(folder, name), 'utf8').replace(/^\u{feff}/u, '');
  const [headings = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) =>
        (match[1] ?? '').replace(/^"([\s\S]*)"$/, '$1').replaceAll('""', '"'),
      ),
    );
  return rows.map((cells) => Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])));
}
