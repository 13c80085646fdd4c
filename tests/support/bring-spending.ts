import { actingIn, type Answered, type Visitor } from './visitor.ts';

const room = '/office/maidstone/spending';

const april = [
  'Date,Supplier,Reference,Charged,Sterling',
  '03/04/2026,Alder Print Ltd,1,750.00,900.00',
  ',Beech Cleaning Ltd,2,1250.50,1500.60',
  '24/04/2026,Cedar Homes Ltd,3,not yet,',
].join('\n');

/** A month long before any of the example’s. */
const longAgo = [
  'Date,Supplier Name,Net Amount',
  '03/06/2019,Alder Print Ltd,900.00',
  '24/06/2019,Beech Cleaning Ltd,640.50',
].join('\n');

/**
 * Has an officer of Maidstone bring payments whose columns are in doubt, say which is which, and ask for publication; and others that a
 * second officer approves. Answers with the import that waits for approval.
 */
export async function bringSpending(address: string): Promise<string> {
  const officer = await actingIn(address, 'maidstone.section-151-officer');
  const published = await broughtAsFile(officer, 'june-2019.csv', longAgo);
  await askFor(officer, published, 'June 2019');
  const chief = await actingIn(address, 'maidstone.chief-executive');
  went(await chief.send(published, {}, `${published}/approve`));

  const path = await broughtAsFile(officer, 'april.csv', april);
  const columns = {
    'column-0': 'date',
    'column-1': 'supplier',
    'column-2': 'transaction',
    'column-3': 'amount',
  };
  went(await officer.send(`${path}/columns/0`, { ...columns, 'column-4': 'none', 'day-order': 'day-first' }));
  await read(officer, path);
  await askFor(officer, path, 'April 2026');
  return path.split('/').at(-1) ?? '';
}

async function broughtAsFile(officer: Visitor, name: string, holds: string): Promise<string> {
  const fields = { ...(await officer.hiddenFields(`${room}/bring`)), dataset: 'spending' };
  const path = went(
    await officer.upload(`${room}/bring`, fields, [{ field: 'files', name, type: 'text/csv', holds }]),
  );
  await read(officer, path);
  return path;
}

async function read(officer: Visitor, path: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const { headers } = await officer.get(path);
    if (headers.get('refresh') === null) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The payments were not read');
}

async function askFor(officer: Visitor, path: string, month: string): Promise<void> {
  went(await officer.send(`${path}/ask`, { from: month, to: month, says: '', checked: 'yes' }));
}

function went({ to, status, body }: Answered): string {
  if (to === undefined) throw new Error(`It was answered ${status}: ${body}`);
  return to;
}
