import type { IdentityServices, SignedIn } from '#platform/identity';
import type { Clock } from '#platform/kernel';
import type { Health } from './health.ts';
import type { Log } from './log.ts';
import type { Page } from './reply.ts';
import type { Route } from './route.ts';

/** What is around a page when it is rendered: who looks at it, and what its forms must carry. */
export type Surroundings = Readonly<{
  path: string;
  signedIn: SignedIn | undefined;
  notice: string | undefined;
  csrf: string | undefined;
  submission: string;
}>;

/** What a server is made of. */
export type ServerParts = Readonly<{
  routes: readonly Route[];
  identity: IdentityServices;
  clock: Clock;
  /** The head of the record, as a version of everything public; undefined while it may be out of date. */
  version(): string | undefined;
  render(content: Page, around: Surroundings): string;
  health: Health;
  log: Log;
  /** The folder of built styles, scripts and fonts. */
  assets: string;
  /** Where people find the site, `https://accord.example.gov.uk`; decides cookies and which origins may post. */
  address: string;
  /** How many proxies of one's own stand in front, whose word on the visitor's address is taken. */
  proxies: number;
  /** How large a file may be that is handed in with a form, in bytes. */
  uploadBytes: number;
}>;
