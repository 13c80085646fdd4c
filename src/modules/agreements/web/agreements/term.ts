import { formatDate } from '#platform/kernel';
import type { AgreementVersion } from '../../domain/agreement/agreement.ts';

/** “1 April 2008 to 31 March 2011”, both days included. */
export function termInWords({ from, until }: AgreementVersion['term']): string {
  if (from === undefined && until === undefined) return 'None set';
  if (until === undefined) return `From ${from === undefined ? '' : formatDate(from)}`;
  return from === undefined ? `To ${formatDate(until)}` : `${formatDate(from)} to ${formatDate(until)}`;
}
