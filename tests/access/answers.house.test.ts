import { connect } from 'node:net';
import { request } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { useCarriedOnSite } from '../support/carry-on.ts';
import { useSite } from '../support/open-site.ts';
import { sampleAddress } from '../support/sample-addresses.ts';
import { actingIn, type Visitor, visitorOf } from '../support/visitor.ts';
import { openAccount, signedIn } from './accounts.ts';

const site = useCarriedOnSite();
const overHttps = useSite({ ACCORD_ADDRESS: 'https://accord.example.gov.uk' });
let officer: Visitor;
let addresses: readonly string[];
const canary = 'canary-in-a-draft-4471';

beforeAll(async () => {
  const { parameters } = site();
  officer = await actingIn(site().address, 'maidstone.monitoring-officer');
  const routes = site().house.routes.filter(({ method }) => method === 'GET');
  addresses = routes.map((route) => sampleAddress(route, parameters));
  const kept = await officer.send('/bodies/maidstone/rules/meeting.quorum/correct', {
    value: canary,
    source: canary,
    reason: canary,
    step: 'later',
  });
  if (kept.status !== 303) throw new Error('The draft was not kept');
  await openAccount(overHttps(), 'officer@maidstone.example', 'maidstone.monitoring-officer');
});

type Received = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  raw: string;
  body: string;
}>;

/** Asked letter by letter: nothing is tidied on the way. */
function ask(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Received> {
  const { hostname, port } = new URL(site().address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () => {
        const { statusCode: status = 0, headers: received, rawHeaders } = response;
        const texts = Object.entries(received).map(([name, value]) => [name, String(value)]);
        resolve({ status, headers: Object.fromEntries(texts), raw: rawHeaders.join('\n'), body });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Pages with a form that anyone may send, which hangs on a cookie: a password set by a link, following by e-mail. */
const hasFormForAnyone = (path: string): boolean =>
  /^\/(?:set-password|account\/reminders\/confirm|consultations\/[\w-]+\/respond|follow(?!\/(?:asked|yours\/asked|bodies|places|topics|things)\b))/.test(
    path,
  );

describe('every answer', () => {
  const oddities = [
    '/nowhere',
    '/api/nowhere',
    '/bodies/nowhere',
    '/%zz',
    '/assets/nothing.css',
    '/?on=never',
    '/health/live',
    '/health/ready',
  ];

  test('forbids inline scripts, framing and guessing, and tells nothing of what runs here', async () => {
    const page = await ask('GET', '/');
    const assets = [...page.body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(assets.length).toBeGreaterThan(2);
    for (const path of [...addresses, ...oddities, ...assets]) {
      const { status, headers, raw, body } = await ask('GET', path);
      // A chart for anybody’s page has a policy of its own; the journey about money holds it against that.
      if (path.startsWith('/money/embed')) continue;
      const policy = headers['content-security-policy'] ?? '';
      expect(policy, path).toMatch(/default-src 'none'.*frame-ancestors 'none'.*base-uri 'none'/);
      expect(policy, path).not.toMatch(/unsafe|\*|https?:|data:/);
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(raw, path).not.toMatch(/^(server|x-powered-by)$/im);
      expect(raw, path).not.toMatch(/fastify|node\.js/i);
      const tells = status >= 400 && /\bat .*:\d+:\d+|node_modules|fastify|postgres/i.test(body);
      expect([path, tells]).toEqual([path, false]);
      const type = status === 200 ? headers['content-type'] : 'text/html; charset=utf-8';
      expect(type, path).toMatch(
        /; charset=utf-8$|^font\/|^image\/|ndjson|^application\/vnd\.apache\.parquet$|^application\/(?:json|[a-z]+\+(?:xml|json))$/,
      );
    }
  });

  test('to somebody signed in, or to a form, is kept by nobody', async () => {
    for (const path of addresses) {
      const { headers } = await officer.get(path);
      expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
    }
    for (const path of ['/sign-in', '/office', '/work', '/account'])
      expect((await ask('GET', path)).headers['cache-control'], path).toBe('no-store');
  });

  test('to somebody who only reads sets no cookie', async () => {
    for (const path of addresses.filter(
      (each) => !/^\/(sign-in|office|account)/.test(each) && !hasFormForAnyone(each),
    ))
      expect((await ask('GET', path)).headers['set-cookie'], path).toBeUndefined();
  });

  test('to TRACE, CONNECT and what is no method of ours is no', async () => {
    for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])
      for (const path of ['/', '/bodies/maidstone/details', '/sign-in']) {
        const { status, body } = await ask(method, path, {
          'x-secret': 'canary',
          cookie: 'accord-session=canary',
        });
        expect([method, path, status >= 400 && status < 500, body.includes('canary')]).toEqual([
          method,
          path,
          true,
          false,
        ]);
      }
  });

  test('in the API may be read by other sites, and carries no leave to send cookies', async () => {
    const { headers } = await ask('GET', '/api/bodies', { origin: 'https://elsewhere.example' });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });
});

describe('over https', () => {
  test('every cookie is bound to this host and to secure connections, and browsers are told to stay on https', async () => {
    const visitor = visitorOf(overHttps().address);
    const form = await visitor.get('/sign-in');
    const entered = await signedIn(overHttps(), 'officer@maidstone.example');
    const left = await entered.send('/account', {}, '/sign-out');
    const lines = [form, left].flatMap(({ headers }) => headers.getSetCookie());
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(line).toMatch(/^__Host-accord-(session|visit|notice)=/);
      for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
        expect(line).toContain(attribute);
      expect(line).not.toMatch(/Domain=/i);
    }
    for (const path of ['/', '/', '/nowhere', '/sign-in', '/api/bodies'])
      expect((await visitor.get(path)).headers.get('strict-transport-security'), path).toMatch(
        /max-age=\d{8}/,
      );
  });
});

describe('what is kept in memory for everybody', () => {
  test('is never what somebody signed in was shown', async () => {
    for (const path of ['/', '/bodies/maidstone', '/bodies/maidstone/rules/meeting.quorum']) {
      const odd = `${path}?${canary}`;
      expect((await officer.get(odd)).body).toContain('Monitoring Officer');
      const { body, headers } = await ask('GET', odd);
      expect(body).not.toContain('/sign-out');
      expect(body).not.toContain('name="csrf"');
      expect(headers['vary']).toContain('Cookie');
      expect((await officer.get(odd)).body).toContain('/sign-out');
    }
  });

  test('is the same whatever host, proxy or encoding the first reader named', async () => {
    const poison = {
      host: 'canary.example',
      'x-forwarded-host': 'canary.example',
      'x-forwarded-proto': 'gopher',
      'x-forwarded-prefix': '/canary',
      'x-original-url': '/canary',
      'x-rewrite-url': '/canary',
      forwarded: 'host=canary.example',
      'accept-language': 'canary',
      'accept-encoding': 'canary',
      'user-agent': 'canary',
      referer: 'https://canary.example',
      origin: 'https://canary.example',
      cookie: 'other=canary',
      range: 'bytes=0-5',
    };
    for (const [number, path] of addresses.filter((each) => !each.includes('download')).entries()) {
      const odd = `${path}${path.includes('?') ? '&' : '?'}variant=${number}`;
      const first = await ask('GET', odd, poison);
      const second = await ask('GET', odd);
      expect(`${first.raw}${first.body}`, path).not.toContain('canary');
      const ofOneReader = first.status !== 200 || /^\/(sign-in|office)/.test(path) || hasFormForAnyone(path);
      expect([path, ofOneReader || second.body === first.body]).toEqual([path, true]);
      expect([path, second.status]).toEqual([path, first.status]);
    }
  });

  test('is not reached by other ways of writing the address of what is private', async () => {
    const draft = '/bodies/maidstone/rules/meeting.quorum/correct';
    expect((await officer.get(draft)).body).toContain(canary);
    const ways = [
      draft,
      `${draft}/`,
      `/${draft}`,
      `/${draft.replaceAll('/', '%2F')}`,
      draft.replace('/rules', '%2Frules'),
      draft.replace('/rules/', '//rules//'),
      draft.replace('maidstone', './maidstone'),
      `/bodies/swale/../maidstone/rules/meeting.quorum/correct`,
      `${draft}?on=2008-07-15`,
      `${draft};x=1`,
      `${draft}%00`,
      draft.toUpperCase(),
      `http://elsewhere.example${draft}`,
    ];
    for (const way of ways)
      for (const method of ['GET', 'HEAD']) {
        const { status, body } = await ask(method, way);
        expect([way, body.includes(canary), status === 200]).toEqual([way, false, false]);
      }
  });
});

test(
  'a draft stands in no public answer, in no file, and not in the record',
  { timeout: 120_000 },
  async () => {
    const { test: database } = site();
    const [head] = await database.asOwner('SELECT size::int AS size FROM record.head');
    const size = Number(head?.['size']);
    const more = [
      ...Array.from({ length: 12 }, (_, back) => `/record/entries/${size - 1 - back}`),
      '/bodies/maidstone/rules/meeting.quorum',
      '/bodies/maidstone/rules/meeting.quorum/versions.csv',
      '/bodies/maidstone/rules/meeting.quorum/versions.json',
      '/bodies/maidstone?on=2999-12-31',
      '/bodies/maidstone/rules?on=2999-12-31',
      `/find?q=${canary.slice(0, 6)}`,
    ];
    const swale = await actingIn(site().address, 'swale.monitoring-officer');
    for (const path of [...addresses, ...more])
      for (const { body } of [await ask('GET', path), await swale.get(path)])
        expect([path, body.includes(canary)]).toEqual([path, false]);
    expect((await officer.get('/bodies/maidstone/rules/meeting.quorum/correct')).body).toContain(canary);
  },
);

describe('too much, or too odd to read', () => {
  test.each([
    ['a header that never ends', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(70_000)}`],
    ['an address that never ends', `GET /${'x'.repeat(70_000)}`],
    [
      'two lengths',
      'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcde',
    ],
    [
      'a length and chunks',
      'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n',
    ],
    ['no request at all', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n'],
    ['a line break in a header', 'GET / HTTP/1.1\r\nhost: x\r\nx: a\nset-cookie: canary\r\n\r\n'],
  ])('%s is refused, and others are served', async (_, sent) => {
    const { hostname, port } = new URL(site().address);
    const answered = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname);
      let received = '';
      socket.on('data', (bytes) => (received += bytes.toString()));
      socket.on('error', () => resolve(received));
      socket.on('close', () => resolve(received));
      socket.end(sent);
    });
    expect(answered).not.toMatch(/^HTTP\/1\.1 (2|5)\d\d/);
    expect(answered).not.toMatch(/canary|fastify|node_modules/);
    expect((await ask('GET', '/')).status).toBe(200);
  });

  test('forms of a megabyte, of a hundred thousand fields, and deep queries are answered at once', async () => {
    const { csrf = '' } = await officer.hiddenFields('/account');
    const post = (body: string) =>
      officer.get('/account').then(() =>
        fetch(new URL('/bodies/maidstone/details', site().address), {
          method: 'POST',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            cookie: `accord-session=${officer.cookie('accord-session') ?? ''}`,
          },
          body,
        }),
      );
    expect((await post(`csrf=${csrf}&title=${'x'.repeat(1_000_000)}`)).status).toBe(413);
    expect((await post(`csrf=${csrf}${'&a'.repeat(100_000)}`)).status).toBe(422);
    const names = Array.from({ length: 30_000 }, (_, number) => `f${number}`).join('&');
    expect((await post(`csrf=${csrf}&${names}`)).status).toBe(422);
    expect((await ask('GET', `/bodies?${'a[b]'.repeat(3000)}=1`)).status).toBeLessThan(500);
    expect((await ask('GET', `/bodies?${'&a=1'.repeat(3000)}`)).status).toBeLessThan(500);
  });
});
