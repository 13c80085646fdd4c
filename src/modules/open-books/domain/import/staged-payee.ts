import { readPayee } from '../suppliers/payee.ts';

/** What is kept of who was paid beside the name as written: its normal form, or why there is none. */
export type StagedPayee = Readonly<{ payee: string | null; redaction: Redaction | null }>;

/** Why a payee is not named, as far as the cell says. */
export const redactions = {
  'personal-data': 'Personal data',
  'commercial-confidence': 'Commercial confidentiality',
  'not-said': 'No reason given',
} as const;
export type Redaction = keyof typeof redactions;

/** Reads names of payees; a file has few of them on its many rows, so each is read once. */
export function payeeReader(): (supplier: string) => StagedPayee {
  const known = new Map<string, StagedPayee>();
  return (supplier) => {
    const before = known.get(supplier);
    if (before !== undefined) return before;
    if (known.size >= namesRemembered) known.clear();
    const read = stagedPayee(supplier);
    known.set(supplier, read);
    return read;
  };
}
const namesRemembered = 100_000;

export function stagedPayee(supplier: string): StagedPayee {
  if (supplier === '') return { payee: null, redaction: null };
  const { kind, key } = readPayee(supplier);
  return { payee: key === '' ? null : key, redaction: kind === 'redacted' ? redactionOf(supplier) : null };
}

function redactionOf(supplier: string): Redaction {
  if (/commerc|confiden/iu.test(supplier)) return 'commercial-confidence';
  return /person|individ|data|gdpr|foster|carer|client|employ|student|service user/iu.test(supplier)
    ? 'personal-data'
    : 'not-said';
}
