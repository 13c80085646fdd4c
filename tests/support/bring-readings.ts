import { actingIn } from './visitor.ts';

const room = '/office/maidstone/readings';
/** A made-up reading of the example that is provisional and can become final. */
const line = 'illustration-repairs-in-time~maidstone~2026-01-01~2026-03-31';

/**
 * Has officers of Maidstone enter a reading that is given back, enter it again so that it waits, and bring a file one of whose
 * rows is wrong. Answers with the batch that waits.
 */
export async function bringReadings(address: string): Promise<string> {
  const officer = await actingIn(address, 'maidstone.performance-officer');
  const chief = await actingIn(address, 'maidstone.chief-executive');
  const enter = async (numerator: string) => {
    const sent = await officer.send(`${room}/enter?line=${line}`, {
      'line-1': line,
      'revises-1': '1',
      'status-1': 'final',
      'numerator-1': numerator,
      'denominator-1': '500',
    });
    if (sent.to === undefined) throw new Error(`${room}/enter answered ${sent.status}: ${sent.body}`);
    return sent.to;
  };
  const first = await enter('440');
  const returned = await chief.send(first, { says: 'One depot is missing' }, `${first}/return`);
  if (returned.to === undefined) throw new Error(`${first} answered ${returned.status}: ${returned.body}`);
  const second = await enter('441');

  const holds = [
    'Series,Area,Period from,Period to,Status,Value',
    'illustration-homes-improved,maidstone,2025-04-01,2026-03-31,final,-3',
  ].join('\n');
  const fields = { ...(await officer.hiddenFields(`${room}/bring`)), whose: 'own' };
  const file = { field: 'file', name: 'readings.csv', type: 'text/csv', holds };
  const brought = await officer.upload(`${room}/bring`, fields, [file]);
  if (brought.status !== 303) throw new Error(`${room}/bring answered ${brought.status}: ${brought.body}`);
  return second.split('/').at(-1) ?? '';
}
