import type { TestSite } from './open-site.ts';
import { type Parameters, sampleAddress } from './sample-addresses.ts';
import type { Visitor } from './visitor.ts';

/**
 * One address for every kind of page there is, as this visitor is shown it: every route that answers a GET with HTML.
 * A route that leads the visitor elsewhere (to sign in, to choose an office) or is for other offices is left out.
 */
export async function everyPage(
  { house }: TestSite,
  visitor: Visitor,
  parameters: Parameters,
): Promise<readonly string[]> {
  const pages: string[] = [];
  for (const route of house.routes.filter(({ method }) => method === 'GET')) {
    const address = sampleAddress(route, parameters);
    const { status, headers } = await visitor.get(address);
    if (status === 200 && headers.get('content-type')?.startsWith('text/html')) pages.push(address);
    else if (status >= 400 && status !== 403)
      throw new Error(`${address} answers ${status}: give its parameters an example`);
  }
  return pages;
}
