import { never } from '../result.ts';
import { certainties, type TableFault, type TableFaultKind } from './bank-holiday-table.ts';

/** The sentence for whoever keeps the table: where it is wrong and what would be right. */
export function explainTableFault({ at, fault }: TableFault): string {
  return `In the table of bank holidays, ${at} ${remedy(fault)}`;
}

function remedy(fault: TableFaultKind): string {
  switch (fault) {
    case 'not-an-object':
      return 'must be an object with named fields';
    case 'not-a-list':
      return 'must be a list of days';
    case 'not-text':
      return 'must be text and not empty';
    case 'not-a-date':
      return 'must be a date of the calendar written YYYY-MM-DD';
    case 'not-a-certainty':
      return `must be one of ${certainties.join(', ')}`;
    case 'unknown-source':
      return 'must name one of the table’s sources';
    case 'not-later-than-the-row-before':
      return 'must be later than the date before it: list each day once, in order';
    case 'outside-the-known-span':
      return 'must lie between knownFrom and knownTo: extend the span once the whole of it has been checked';
    default:
      return never(fault);
  }
}
