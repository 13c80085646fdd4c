import { useBrowser } from '#platform/testing';
import { describe, expect, test } from 'vitest';
import { useSite } from '../support/open-site.ts';
import { actingIn, visitorOf } from '../support/visitor.ts';

const browser = useBrowser();
const site = useSite();
const get = (path: string) => visitorOf(site().address).get(path);

type Link = Readonly<{ rel: string; href: string }>;
type Part = Readonly<{ once: Readonly<Record<string, string[]>>; links: Link[] }>;
type Read = Readonly<{ fault: string | undefined; namespace: string | null; feed: Part; entries: Part[] }>;

/** Reads a feed as strictly as a browser reads XML. */
async function read(path: string): Promise<Read> {
  const { status, headers, body } = await get(path);
  expect([status, headers.get('content-type')]).toEqual([200, 'application/atom+xml']);
  const page = await browser.visitor();
  return page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, 'application/xml');
    const part = (of: Element) => {
      const once: Record<string, string[]> = {};
      for (const name of ['id', 'title', 'updated', 'author']) {
        once[name] = [...of.children]
          .filter((child) => child.localName === name)
          .map((child) => child.textContent);
      }
      const links = [...of.children].filter((child) => child.localName === 'link');
      return {
        once,
        links: links.map((link) => ({
          rel: link.getAttribute('rel') ?? '',
          href: link.getAttribute('href') ?? '',
        })),
      };
    };
    const root = feed.documentElement;
    return {
      fault: feed.querySelector('parsererror')?.textContent,
      namespace: root.namespaceURI,
      feed: part(root),
      entries: [...root.children].filter((child) => child.localName === 'entry').map(part),
    };
  }, body);
}

const hrefOf = ({ links }: Part, rel: string) =>
  links.filter((link) => link.rel === rel).map(({ href }) => href);

describe('the feeds', () => {
  test('are Atom as RFC 4287 asks: one id, title and time each, an author, and a link to itself', async () => {
    const address = site().address;
    for (const path of ['/record.atom', '/record.atom?body=dover', '/follow/bodies/dover/feed']) {
      const { fault, namespace, feed, entries } = await read(path);
      expect(fault).toBeUndefined();
      expect(namespace).toBe('http://www.w3.org/2005/Atom');
      expect(hrefOf(feed, 'self')).toEqual([`${address}${path}`]);
      expect(hrefOf(feed, 'alternate')).toHaveLength(1);
      for (const each of [feed, ...entries]) {
        for (const name of ['id', 'title', 'updated'])
          expect(
            each.once[name]?.filter((words) => words !== ''),
            name,
          ).toHaveLength(1);
        expect(each.once['updated']?.[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(each.once['id']?.[0]).toMatch(/^http/);
      }
      for (const each of entries) expect(each.once['author']).toHaveLength(1);
      expect(new Set(entries.map(({ once }) => once['id']?.[0])).size).toBe(entries.length);
    }
  });

  test('tell of an act when it is done, whatever was typed, in the feed of its body and no other', async () => {
    const officer = await actingIn(site().address, 'dover.democratic-services-officer');
    const closed = await officer.send('/bodies/dover/closures/add', {
      'day-day': '24',
      'day-month': '12',
      'day-year': '2030',
      reason: 'Christmas Eve <b>& "more" ]]> than that',
      source: 'Notice of the council',
      step: 'publish',
    });
    expect(closed.status).toBe(303);
    const said = 'Offices closed on 24 December 2030: Christmas Eve <b>& "more" ]]> than that';
    const newest = async (path: string) => (await read(path)).entries[0]?.once['title'];
    expect(await newest('/record.atom')).toEqual([said]);
    expect(await newest('/record.atom?body=dover')).toEqual([said]);
    expect(await newest('/follow/bodies/dover/feed')).toEqual([said]);
    expect(await newest('/record.atom?body=swale')).not.toEqual([said]);
    const { entries } = await read('/record.atom?body=dover');
    expect(entries[0]?.once['author']).toEqual(['Democratic Services Officer, Dover District Council']);
    const [about] = entries.flatMap((each) => hrefOf(each, 'related'));
    expect((await fetch(about ?? '')).status).toBe(200);
  });

  test.each([
    ['/', '/record.atom'],
    ['/record', '/record.atom'],
    ['/record?body=dover', '/record.atom?body=dover'],
    ['/bodies/dover', '/follow/bodies/dover/feed'],
  ])('are found from %s', async (page, feed) => {
    const { body } = await get(page);
    expect(body).toContain(`<link rel="alternate" type="application/atom+xml" href="${feed}"`);
    expect(body).toContain(`>Follow this`);
  });

  test('say so when there is no such body', async () => {
    expect((await get('/record.atom?body=atlantis')).status).toBe(404);
    expect((await get('/record?body=atlantis')).status).toBe(404);
  });
});
