import type { Evidence } from './links.ts';

const words: Readonly<Record<Evidence, string>> = {
  'company-number': 'Both bear one company number.',
  'charity-number': 'Both bear one charity number.',
  'vat-number': 'Both bear one VAT number, as the firms of one group may.',
  'same-name': 'They have one name, but many bear it, or something else speaks against them being one.',
  'word-order': 'The same words stand in another order.',
  spacing: 'Only where a word ends differs.',
  spelling: 'A word differs as by a slip of the pen.',
  plural: 'A word differs by its plural.',
  shortened: 'A word is shortened in one of them.',
  'dropped-word': 'One of them has a word more.',
  'cut-short': 'One of them looks cut off where a ledger’s column ends.',
  branch: 'One of them says a place or a part in brackets.',
  'trading-name': 'One of them says that it trades under the other’s name.',
  officer: 'An officer said so.',
};

/** Why two payees may be one supplier, as a sentence. */
export const evidenceInWords = (evidence: string): string =>
  Object.hasOwn(words, evidence) ? words[evidence as Evidence] : evidence;
