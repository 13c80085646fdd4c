import type { Route } from '#platform/http';

/** A thing that exists in the example for each parameter of an address. */
const sampleParameters: Readonly<Record<string, string>> = {
  body: 'maidstone',
  number: '0',
  size: '2',
  from: '1',
  to: '2',
  place: 'maidstone',
  office: 'leader',
  rule: 'callIn.window',
};

/** An address of the example that a route answers at: `/bodies/maidstone/rules` for `/bodies/:body/rules`. */
export const sampleAddress = (
  { path }: Pick<Route, 'path'>,
  others: Readonly<Record<string, string>> = {},
): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => others[name] ?? sampleParameters[name] ?? 'unknown');
