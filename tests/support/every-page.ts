import type { TestSite } from './open-site.ts';
import { type Parameters, sampleAddress } from './sample-addresses.ts';
import { actingIn, type Visitor, visitorOf } from './visitor.ts';

/** A page as somebody was shown it. */
export type ShownPage = Readonly<{ address: string; visitor: Visitor; body: string }>;

/**
 * One address for every kind of page there is, as the first of these visitors who may see it is shown it: every route that
 * answers a GET with HTML, but for those that a key alone opens. A route that leads them all elsewhere (to sign in, to choose an office) is left out.
 */
export async function everyPage(
  { house }: Readonly<{ house: Pick<TestSite['house'], 'routes'> }>,
  visitors: readonly Visitor[],
  parameters: Parameters,
): Promise<readonly ShownPage[]> {
  const pages: ShownPage[] = [];
  for (const route of house.routes.filter((each) => each.method === 'GET' && !('by' in each))) {
    const address = sampleAddress(route, parameters);
    for (const visitor of visitors) {
      const { status, headers, body } = await visitor.get(address);
      if (status >= 400 && status !== 403)
        throw new Error(`${address} answers ${status}: give its parameters an example`);
      if (status !== 200) continue;
      if (headers.get('content-type')?.startsWith('text/html')) pages.push({ address, visitor, body });
      break;
    }
  }
  return pages;
}

/** Offices that between them may see every page of a council’s own rooms. */
export const officersOf = (address: string): Promise<readonly Visitor[]> =>
  Promise.all(
    ['monitoring-officer', 'performance-officer', 'commissioning-officer'].map((office) =>
      actingIn(address, `maidstone.${office}`),
    ),
  );

/** Somebody signed out, and officers: whoever comes first is shown what all may see. */
export const readersOf = async (address: string): Promise<readonly Visitor[]> => [
  visitorOf(address),
  ...(await officersOf(address)),
];
