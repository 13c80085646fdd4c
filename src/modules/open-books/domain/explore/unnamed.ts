/** Payees that go by no name of their own. The sign in front is in no normal form of a name. */
export const redacted = '~redacted';
export const individuals = '~individuals';
export const notStated = '~not-stated';

const words: Readonly<Record<string, string>> = {
  [redacted]: 'Not named: personal data',
  [individuals]: 'Individuals and others who are not linked by name',
  [notStated]: 'Payee not stated',
};

/** What stands in place of a name, where a payee has none; undefined for a supplier. */
export const unnamed = (payee: string): string | undefined => words[payee];
