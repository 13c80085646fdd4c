import type { Numbers } from './numbers.ts';
import { isPerson } from './person.ts';
import { parted } from './parted-name.ts';
import { isRedacted } from './redaction.ts';
import { soleTraders } from './words.ts';
import { formOf, keyOf, wordsOf } from './written-words.ts';

/** A payee’s name as it is read for finding who is one and the same. */
export type Payee = Readonly<{
  /**
   * `individual`: a person, by title or given name, whom nothing marks as a firm. `reference`: a number where a name should be.
   * Neither these nor what was redacted is ever linked with anything.
   */
  kind: 'firm' | 'individual' | 'redacted' | 'reference';
  /** The normal form: its words in their order, without legal form, empty words, account hints and references. Empty unless a firm. */
  key: string;
  /** What the firm says it is in law; empty where it does not. */
  form: string;
  /** Normal form of the name it trades as, or of what stands after an oblique; empty where there is none. */
  trades: string;
  /** Normal form without what stands in brackets at the end, where that is words and no account hint; empty where nothing stands so. */
  base: string;
  /** Whether the legal form stands before those brackets, or an oblique in their stead: what is in them is no part of the firm’s own name. */
  branchOf: boolean;
}>;

const nobody = (kind: Payee['kind']): Payee => ({
  kind,
  key: '',
  form: '',
  trades: '',
  base: '',
  branchOf: false,
});

/**
 * Reads a payee’s name as written: case, accents, punctuation, legal form, account hints (“(A/C 123)”, “****0969”, “- 4078336520
 * Market Hall”, “**USE 4284**”), trading names and trailing references are told apart from the name itself.
 */
export function readPayee(written: string): Payee {
  if (isRedacted(written)) return nobody('redacted');
  const { name, trades, note, isOblique } = parted(written);
  const words = wordsOf(name);
  const key = words.length === 0 ? '' : keyOf(words);
  const form = formOf(words);
  if (form === '' && isReference(key)) return nobody('reference');
  const traded = trades === '' ? '' : keyOf(wordsOf(trades));
  const bracketed = note === '' ? [] : wordsOf(note);
  const isBare = form === '' && (traded === '' || soleTraders.has(traded));
  if (isBare && isPerson(note === '' ? name : `${name} / ${note}`, [...words, ...bracketed]))
    return nobody('individual');
  const beside = keyOf(bracketed);
  if (beside === '') return { kind: 'firm', key, form, trades: traded, base: '', branchOf: false };
  return {
    kind: 'firm',
    key: `${key} ${beside}`,
    form: form === '' ? formOf(bracketed) : form,
    trades: traded === '' && isOblique && bracketed.length > 1 ? beside : traded,
    base: key,
    branchOf: form !== '' || isOblique,
  };
}

/**
 * The same of a name with the numbers that stand beside it in the row. A person who bears a company, charity or VAT number acts in business,
 * and is told by that number and by nothing else: two of one name and different numbers are two, and one of that name without a number
 * stays an individual.
 */
export function readNumberedPayee(written: string, { company, charity, vat }: Numbers): Payee {
  const payee = readPayee(written);
  const number =
    company !== '' ? `company ${company}` : charity !== '' ? `charity ${charity}` : vat && `vat ${vat}`;
  if (payee.kind !== 'individual' || number === '') return payee;
  const { name } = parted(written);
  return { ...nobody('firm'), key: `${keyOf(wordsOf(name))} ${number.toLowerCase()}` };
}

/** A number or code where a name should be, as `CRINV0008717` or `2022:07`. */
const isReference = (key: string): boolean =>
  !/[a-z\u0080-\uFFFF]{2}/u.test(key) || (!key.includes(' ') && /^[a-z]{2,6}\d{5,}$/u.test(key));

/** The normal form of a payee’s name; empty for what was redacted, for individuals and for what is no name. */
export const payeeKey = (written: string): string => readPayee(written).key;
