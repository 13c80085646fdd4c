import { capacities, committeeKinds } from '../../../domain/committee.ts';
import type { CommitteeTerms } from '../../../domain/committee-terms.ts';

/** The options of a form from words by their keys. */
export const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

export const kindOptions = [{ value: '', text: 'Select a kind' }, ...optionsOf(committeeKinds)];
export const capacityOptions = [{ value: '', text: 'Select' }, ...optionsOf(capacities)];

/** The keys of words, for a question that takes one of them. */
export const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  Object.keys(words) as [Key, ...Key[]];

export const yesNo = (answer: boolean | undefined): string =>
  answer === undefined ? 'Not known' : answer ? 'Yes' : 'No';

/** How a committee works, a name and a value each. */
export const termsRows = (
  terms: Omit<CommitteeTerms, 'from' | 'source'>,
): readonly (readonly [string, string])[] => [
  ['Remit', terms.remit === '' ? 'Not stated' : terms.remit],
  [
    'Quorum',
    terms.quorum === undefined ? 'Not known: check locally' : `${terms.quorum} members who may vote`,
  ],
  ['Casting vote of whoever presides', yesNo(terms.castingVote)],
  ['Votes by proxy', terms.proxies ? 'Allowed' : 'Not allowed'],
  ['Weight of votes', terms.weighted ? 'By seat' : 'One vote each'],
];

export const noSuchCommittee =
  'Your body has no committee with this address. The list of its committees has them all.';
