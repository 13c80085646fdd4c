import { tidyHeading } from '../reading/heading.ts';

/**
 * By what a table is known again next month: its headings, tidied, in their order; without headings, how many columns it has.
 * What an officer said of its columns is kept under it.
 */
export function headingSignature(headings: readonly string[]): string {
  const tidied = headings.map(tidyHeading);
  while (tidied.at(-1) === '') tidied.pop();
  return tidied.length === 0 ? `without headings: ${headings.length}` : tidied.join(' | ');
}
