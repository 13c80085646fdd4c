import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Clock } from '#platform/kernel';

/** A finished answer, ready to be sent again byte for byte. */
export type Finished = Readonly<{ body: Buffer; headers: Readonly<Record<string, string>> }>;

type Cached = Readonly<{
  version: string;
  finished: Finished;
  changesAt: Date | undefined;
}> & {
  /** Made for the first reader who asks for them again: most addresses are asked for once. */
  plain?: Representation;
  zipped?: Representation;
};
type Representation = Readonly<{ body: Buffer; etag: string; headers: string[]; unchanged: string[] }>;

/** Pages and lists in memory, their plain bytes and what surrounds them counted; the ones made longest ago go first. */
const limits = { bytes: 32 * 1024 * 1024, bytesEach: 4 * 1024 * 1024, keyLength: 500 };

/**
 * What an answer takes besides its body: its address, its sets of headers, its place in the map. Without it, a flood of
 * addresses with short answers would fill the memory unnoticed. Measured: 3.2 KB with the longest address, zipped too.
 */
const bytesBesides = 4 * 1024;
const weight = ({ body }: Finished): number => body.length + bytesBesides;

/**
 * Public answers, kept by address for as long as the version stands. The version is the head of the record and the
 * date in London: same head, same day, same page. It is undefined while another process's writes may be missed, and
 * then nothing is served from here. An answer that speaks of the time of day says when it `changesAt`, and is served
 * until then: a decision can be called in up to a minute before five, and not at five.
 *
 * It stands in front of the router, so a cached page costs less than a route does.
 */
export class PageCache {
  readonly #pages = new Map<string, Cached>();
  readonly #version: () => string | undefined;
  readonly #clock: Clock;
  readonly #mayBeServed: (request: IncomingMessage) => boolean;
  #bytes = 0;

  constructor(
    version: () => string | undefined,
    clock: Clock,
    mayBeServed: (request: IncomingMessage) => boolean,
  ) {
    this.#version = version;
    this.#clock = clock;
    this.#mayBeServed = mayBeServed;
  }

  /** The version a page must be made under to be kept: asked for before the page is made, not after. */
  version(): string | undefined {
    return this.#version();
  }

  /** Answers from memory, or says that it could not. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    const { url } = request;
    if (url === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    const cached = this.#pages.get(url);
    if (cached === undefined || cached.version !== this.#version() || !this.#mayBeServed(request))
      return false;
    if (cached.changesAt !== undefined && cached.changesAt <= this.#clock.now()) return false;

    const chosen = takesGzip(request.headers['accept-encoding'])
      ? (cached.zipped ??= zip(cached.finished))
      : (cached.plain ??= representation(cached.finished));
    if (request.headers['if-none-match']?.includes(chosen.etag)) {
      response.writeHead(304, chosen.unchanged);
      response.end();
    } else {
      response.writeHead(200, chosen.headers);
      response.end(request.method === 'HEAD' ? undefined : chosen.body);
    }
    return true;
  }

  /** Keeps an answer made under this version. A page made while the record moved on is simply never served. */
  keep(url: string, version: string | undefined, finished: Finished, changesAt?: Date): void {
    if (version === undefined || url.length > limits.keyLength) return;
    const bytes = weight(finished);
    if (bytes > limits.bytesEach) return;

    this.#forget(url);
    this.#pages.set(url, { version, finished, changesAt });
    this.#bytes += bytes;
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= limits.bytes) break;
      this.#forget(oldest);
    }
  }

  #forget(url: string): void {
    const cached = this.#pages.get(url);
    if (cached === undefined) return;
    this.#bytes -= weight(cached.finished);
    this.#pages.delete(url);
  }
}

/** Whether it names gzip, and not as what it will not have (`gzip;q=0`). */
const takesGzip = (accepts: string | undefined): boolean =>
  accepts?.includes('gzip') === true && !/gzip\s*;\s*q=0(?:\.0*)?(?![.\d])/.test(accepts);

/** A strong entity tag (RFC 9110): the same bytes have the same tag. */
export function entityTag(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** Copied, since what zlib hands out holds on to the 16 KB it was written in, however short it is. */
const zip = ({ headers, body }: Finished): Representation =>
  representation({ headers: { ...headers, 'content-encoding': 'gzip' }, body: Buffer.from(gzipSync(body)) });

function representation({ headers, body }: Finished): Representation {
  const etag = entityTag(body);
  const common = { ...headers, etag };
  return {
    body,
    etag,
    headers: Object.entries({ ...common, 'content-length': String(body.length) }).flat(),
    unchanged: Object.entries(common)
      .filter(([name]) => name !== 'content-type' && name !== 'content-encoding')
      .flat(),
  };
}
