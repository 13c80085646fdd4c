import { officeDirectory } from '#modules/register';
import { addAccount, type IdentityServices } from '#platform/identity';
import { date } from '#platform/kernel';
import { systemClock } from '../../src/app/system-clock.ts';
import type { TestSite } from '../support/open-site.ts';
import { type Visitor, visitorOf } from '../support/visitor.ts';

export const password = 'three harmless words';

/** Opens an account at the office's body and appoints it to the office. */
export async function openAccount({ test }: TestSite, email: string, officeId: string): Promise<void> {
  const services: IdentityServices = {
    database: test.database,
    clock: systemClock,
    offices: officeDirectory(test),
    openOffices: false,
  };
  const opened = await addAccount(services, { email, password, officeId, heldFrom: date('2020-01-01') });
  if (!opened.ok) throw new Error(opened.error);
}

/** Somebody who has just signed in with that account. */
export async function signedIn({ address }: TestSite, email: string): Promise<Visitor> {
  const visitor = visitorOf(address);
  const answered = await visitor.send('/sign-in', { email, password });
  if (answered.status !== 303) throw new Error(`${email} could not sign in: ${answered.status}`);
  return visitor;
}

/** The headers of a program with a key for the office, made as its holder makes one. */
export async function programOf(
  site: TestSite,
  email: string,
  officeId: string,
): Promise<Readonly<{ authorization: string }>> {
  await openAccount(site, email, officeId);
  return { authorization: `Bearer ${await makeKeyOf(await signedIn(site, email), officeId)}` };
}

/** Makes a key under “Your account” and reads it off the page, the one time it is shown. */
export async function makeKeyOf(holder: Visitor, officeId: string): Promise<string> {
  const made = await holder.send('/account/keys', { name: 'Figures system', office: officeId, life: '90' });
  const key = /value="(accord_[0-9a-f]+)"/.exec(made.body)?.[1];
  if (key === undefined) throw new Error(`No key was made: ${made.status} ${made.body.slice(0, 400)}`);
  return key;
}
