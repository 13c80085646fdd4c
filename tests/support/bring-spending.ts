import { actingIn, type Answered } from './visitor.ts';

const room = '/office/maidstone/spending';

const april = [
  'Date,Supplier,Reference,Charged,Sterling',
  '03/04/2026,Alder Print Ltd,1,750.00,900.00',
  ',Beech Cleaning Ltd,2,1250.50,1500.60',
  '24/04/2026,Cedar Homes Ltd,3,not yet,',
].join('\n');

/**
 * Has an officer of Maidstone bring payments whose columns are in doubt, say which is which, and ask for publication. Answers with
 * the import, which waits for approval.
 */
export async function bringSpending(address: string): Promise<string> {
  const officer = await actingIn(address, 'maidstone.section-151-officer');
  const fields = { ...(await officer.hiddenFields(`${room}/bring`)), dataset: 'spending' };
  const file = { field: 'files', name: 'april.csv', type: 'text/csv', holds: april };
  const brought = await officer.upload(`${room}/bring`, fields, [file]);
  const path = went(brought);
  const read = async () => {
    for (let tries = 0; tries < 300; tries += 1) {
      const { headers } = await officer.get(path);
      if (headers.get('refresh') === null) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The payments were not read');
  };
  await read();
  const columns = {
    'column-0': 'date',
    'column-1': 'supplier',
    'column-2': 'transaction',
    'column-3': 'amount',
  };
  went(await officer.send(`${path}/columns/0`, { ...columns, 'column-4': 'none', 'day-order': 'day-first' }));
  await read();
  const months = { from: 'April 2026', to: 'April 2026', says: '', checked: 'yes' };
  went(await officer.send(`${path}/ask`, months));
  return path.split('/').at(-1) ?? '';
}

function went({ to, status, body }: Answered): string {
  if (to === undefined) throw new Error(`It was answered ${status}: ${body}`);
  return to;
}
