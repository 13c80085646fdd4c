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
