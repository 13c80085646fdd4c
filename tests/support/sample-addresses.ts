import type { Route } from '#platform/http';

/** What stands for the parameters of an address, by name. */
export type Parameters = Readonly<Record<string, string>>;

/** A thing that exists in the example for each parameter of an address. */
const sampleParameters: Parameters = {
  body: 'maidstone',
  number: '0',
  size: '2',
  from: '1',
  to: '2',
  place: 'maidstone',
  office: 'leader',
  rule: 'callIn.window',
  section: 'matter',
  reference: '2008-001',
  recordStep: 'what',
  clause: '1',
  condition: '1.1',
  year: '2008',
  topic: 'waste',
  thing: '/about',
  proposal: 'mid-kent-improvement-partnership',
  proposalVersion: '1',
  part: 'text',
  key: 'mid-kent-services-2016-07-04',
  thread: 'mid-kent-improvement-partnership',
  committee: 'maidstone.cabinet',
  together: 'illustration-maidstone-2025-06-30-1',
  agreement: 'kent-commitment',
  agreementVersion: '1',
  agreementPart: 'about',
  action: '1',
  collection: 'kent-commitment',
  commitment: 'KC-08a',
  milestone: '1',
  factForm: 'evidence',
  consultation: 'have-your-say-walking-and-cycling-in-mid-kent',
  response: '1',
  framework: 'kent-agreement-two',
  outcome: '12',
  indicator: 'ni-154',
  targetAgreement: 'homes-kept-well',
  target: '1',
  series: 'illustration-waste-per-home',
  area: 'maidstone',
  report: 'illustration-kent-2025-26-q4',
  rewardAgreement: 'homes-kept-well',
  releasePart: '0',
  row: '0',
  supplier: 'example-heron-roofing',
  release: 'maidstone-2026-01-to-2026-03-2-illustrative',
  table: '0',
  file: 'rows-0.parquet',
  finding: 'without-date',
};

/** Pages that show a thing named in their query, and the name of its parameter. */
const queries: Readonly<Record<string, string>> = {
  '/bodies/:body/rules/:rule/corrected': 'version',
  '/dates': 'body',
  '/api/calculator': 'body',
  '/follow/things/feed': 'thing',
  '/follow/things/calendar': 'thing',
};

/** An address of the example that a route answers at: `/bodies/maidstone/rules` for `/bodies/:body/rules`. */
export function sampleAddress({ path }: Pick<Route, 'path'>, others: Parameters = {}): string {
  const valueOf = (name: string) => others[name] ?? sampleParameters[name] ?? 'unknown';
  const address = path.replaceAll(/:(\w+)/g, (_, name: string) => valueOf(name));
  const query = queries[path];
  return query === undefined ? address : `${address}?${query}=${valueOf(query)}`;
}
