/** A page as a crawl found it. */
export type CrawledPage = Readonly<{ path: string; status: number; linkedFrom: string }>;

export type CrawlOptions = Readonly<{
  /** Where to begin; more than one where nothing links to a page, such as one after signing in. */
  from?: readonly string[];
  cookie?: string;
  /** A crawl that finds more than this has fallen into a pit of generated links, and says so. */
  atMost?: number;
}>;

/**
 * Follows every link of a site that leads to a page of its own, and answers each page once, in the order found. Links
 * that differ in their query alone are the same page. It only ever reads: forms are not sent.
 */
export async function crawl(address: string, options: CrawlOptions = {}): Promise<readonly CrawledPage[]> {
  const { from = ['/'], cookie, atMost = 2_000 } = options;
  const found = new Map<string, CrawledPage>();
  const waiting = from.map((path) => ({ path, linkedFrom: '' }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (found.has(next.path)) continue;
    if (found.size >= atMost)
      throw new Error(`${address} has more than ${atMost} pages; the last was ${next.path}`);
    const response = await fetch(address + next.path, {
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
    });
    found.set(next.path, { ...next, status: response.status });
    const { path } = next;
    for (const link of await linksOf(response, address, path)) waiting.push({ path: link, linkedFrom: path });
  }
  return [...found.values()];
}

async function linksOf(response: Response, address: string, path: string): Promise<readonly string[]> {
  const location = response.headers.get('location');
  if (location !== null) return ownPaths([location], address, path);
  if (!response.headers.get('content-type')?.startsWith('text/html')) return [];
  const markup = await response.text();
  const hrefs = [...markup.matchAll(/<a\s[^>]*?\bhref="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  return ownPaths(hrefs, address, path);
}

const ownPaths = (hrefs: readonly string[], address: string, path: string): readonly string[] =>
  hrefs
    .map((href) => new URL(href, address + path))
    .filter(({ origin }) => origin === new URL(address).origin)
    .map(({ pathname }) => pathname);
