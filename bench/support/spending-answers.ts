import { openFolders } from '#platform/analytics';
import { connect, connectionOfRunning, rememberBy } from '#platform/db';
import { systemClock } from '../../src/app/system-clock.ts';
import { explored } from '../../src/modules/open-books/queries/explore/explored.ts';
import { accounts } from '../../src/modules/open-books/queries/explore/landing.ts';
import { monthSums } from '../../src/modules/open-books/queries/explore/month-sums.ts';
import { paymentsIn } from '../../src/modules/open-books/queries/explore/payments.ts';
import { scopeOf } from '../../src/modules/open-books/queries/explore/scope.ts';
import { sumsBy } from '../../src/modules/open-books/queries/explore/sums.ts';
import { suppliersCalled } from '../../src/modules/open-books/queries/explore/suppliers.ts';
import { shownPayments, shownSums } from '../../src/modules/open-books/queries/explore/view-page.ts';
import { askedIn, payeeOf } from '../../src/modules/open-books/web/explore/asked-in.ts';

/** The question of a page, asked as the page asks it of what is kept in a data folder, and nothing made of the answer. */
export type Answers = Readonly<{ answer(address: string): Promise<unknown>; close(): Promise<void> }>;

/** Asks in this process what the site that runs over the folder asks in its own. */
export async function answersOf(folder: string): Promise<Answers> {
  const connection = connectionOfRunning(folder);
  if (connection === undefined) throw new Error('The site keeps no database of its own');
  const database = connect({ url: connection.appUrl });
  // Nothing is published meanwhile.
  rememberBy(database, () => 'measured');
  const { published } = openFolders(folder);
  const services = { database, published, clock: systemClock };
  const { view } = await explored(services);
  return {
    answer,
    async close() {
      published.close();
      await database.close();
    },
  };

  async function answer(address: string): Promise<unknown> {
    const { pathname, searchParams } = new URL(address, 'http://localhost');
    const query = Object.fromEntries(searchParams);
    if (pathname === '/money') return accounts(services);
    if (pathname === '/api/spending/suppliers')
      return suppliersCalled(published, view, query['q'] ?? '', { limit: 20 });
    if (pathname.startsWith('/money/suppliers/')) {
      const supplier = payeeOf(pathname.slice('/money/suppliers/'.length));
      const scope = await scopeOf(published, view, { dataset: 'spending', supplier });
      return scope && monthSums(published, scope);
    }
    const { asked, by, page } = askedIn(query);
    const scope = await scopeOf(published, view, asked);
    if (scope === undefined) throw new Error(`Nothing is there to be measured: ${address}`);
    return by === 'payment'
      ? paymentsIn(published, scope, { limit: shownPayments, offset: (page - 1) * shownPayments })
      : sumsBy(published, scope, by, { limit: by === 'month' ? 1200 : shownSums });
  }
}
