import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { useCarriedOnSite } from '../support/carry-on.ts';
import { everyPage, readersOf, type ShownPage } from '../support/every-page.ts';
import { type Parameters, sampleAddress } from '../support/sample-addresses.ts';
import type { Visitor } from '../support/visitor.ts';

const site = useCarriedOnSite();
let readers: readonly Visitor[];
let parameters: Parameters;
let pages: readonly ShownPage[];

beforeAll(async () => {
  ({ parameters } = site());
  readers = await readersOf(site().address);
  pages = await everyPage(site(), readers, parameters);
});

/** The W3C's rules and good manners; entities and the case of attributes are the renderer's business. */
const rules = new StaticConfigLoader({
  extends: ['html-validate:standard'],
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-inline-style': 'error',
    'no-raw-characters': 'off',
    'long-title': 'off',
    'prefer-native-element': 'off',
    'attr-case': 'off',
  },
});
/** Read once: read again for every page, which is its way, they take longer than the page. */
const asRead = await rules.getConfigFor('every page');
const validator = new HtmlValidate(Object.assign(rules, { getConfigFor: () => asRead }));

async function faultsOf(markup: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(markup);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
  );
}

describe('every page', () => {
  test('is valid HTML without inline styles', async () => {
    const found: string[] = [];
    for (const { address: path, body } of pages) {
      const faults = await faultsOf(body);
      // Judging holds the process: sockets that the server has closed meanwhile must be seen to be closed.
      await new Promise((resolve) => setImmediate(resolve));
      found.push(...faults.map((fault) => `${path}: ${fault}`));
    }
    expect(found).toEqual([]);
    expect(await faultsOf('<p><div style="color:red">not valid</p>')).not.toEqual([]);
  });

  test('has one h1, a title of its own, and a language', async () => {
    const titles = new Map<string, string>();
    for (const { address: path, body } of pages) {
      expect(body.match(/<h1\b/g), path).toHaveLength(1);
      expect(body).toContain('<html lang="en-GB"');
      const [, own = ''] = /<title>(.*?)<\/title>/.exec(body) ?? [];
      // An office’s room has a page of its own for a thing that everybody reads under the same name.
      const title = path.startsWith('/office/') ? `In the office’s room: ${own}` : own;
      expect(titles.get(title), `${path} has the title of ${titles.get(title)}`).toBeUndefined();
      titles.set(title, path);
    }
  });

  test('offers each table that says it is data as CSV and as JSON', async () => {
    let tables = 0;
    for (const { address: path, body } of pages) {
      const data = body.match(/<table[^>]*data-dataset/g)?.length ?? 0;
      for (const ending of ['csv', 'json']) {
        const links = body.match(new RegExp(`href="[^"]*\\.${ending}[?"]`, 'g'))?.length ?? 0;
        expect(links, `${path}: ${ending} of ${data} tables`).toBeGreaterThanOrEqual(data);
      }
      tables += data;
    }
    expect(tables).toBeGreaterThan(3);
  });
});

/** The payments of a release as the national schema has them, which is of CSV alone; journeys/spending reads it. */
const nationalFile = '/money/releases/:release/payments.csv';

describe('every list that can be taken away', () => {
  test('holds the same rows as CSV and as JSON, each with its source', async () => {
    const lists = site().house.routes.filter(({ path }) => path.endsWith('.csv') && path !== nationalFile);
    expect(lists.length).toBeGreaterThan(5);
    for (const list of lists) {
      const address = sampleAddress(list, parameters);
      const { visitor, answered: asCsv } = await asTheFirstWhoMay(address);
      const asJson = await visitor.get(address.replace(/\.csv$/, '.json'));
      expect([asCsv.status, asJson.status], address).toEqual([200, 200]);
      expect(asCsv.headers.get('content-disposition'), address).toMatch(
        /attachment; filename="[\w.-]+\.csv"/,
      );
      const { rows, columns, source } = JSON.parse(asJson.body);
      const [header, ...lines] = recordsOf(asCsv.body);
      expect(source.length, `${address} says its source`).toBeGreaterThan(5);
      expect(header, address).toEqual(columns.map(({ title }: { title: string }) => title));
      expect(lines, address).toEqual(
        rows.map((row: Record<string, string | number | boolean | null>) =>
          columns.map(({ key }: { key: string }) => asCell(row[key] ?? null)),
        ),
      );
    }
  });
});

/** The answer to the first of the readers who may have it. */
async function asTheFirstWhoMay(address: string) {
  for (const visitor of readers) {
    const answered = await visitor.get(address);
    if (answered.status === 200) return { visitor, answered };
  }
  throw new Error(`None of the readers may have ${address}`);
}

const asCell = (value: string | number | boolean | null) => {
  const text = value === null ? '' : String(value);
  return typeof value === 'string' && /^\s*[=+\-@]/.test(text) ? `'${text}` : text;
};

/** A small reader of RFC 4180, written apart from the writer it judges. */
function recordsOf(csv: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let quoted = false;
  const text = csv.replace(/^\uFEFF/, '');
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quoted && character === '"' && text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ',') {
      record.push(field);
      field = '';
    } else if (!quoted && character === '\r') continue;
    else if (!quoted && character === '\n') {
      records.push([...record, field]);
      record = [];
      field = '';
    } else field += character;
  }
  return records;
}
