import type { Answers, FieldErrors } from '#platform/http';
import { CheckboxesField, RadiosField, TextareaField, TextField } from '#platform/ui';
import { line, oneOf, passage } from '#platform/web';
import type { CommitteeTerms } from '../../../domain/committee-terms.ts';

/** The questions about how a committee works, asked when it is set up and when that changes. */
export const termsQuestions = {
  remit: passage('the remit', { most: 4000, optional: true }),
  quorum: line('the quorum', { most: 3, optional: true }).refine(
    (typed) => typed === '' || /^[1-9]\d{0,2}$/.test(typed),
    { message: 'The quorum must be a whole number from 1 to 999' },
  ),
  casting: oneOf(['yes', 'no', 'unknown'], 'Select whether whoever presides has a casting vote'),
  proxies: line('proxies', { most: 3, optional: true }),
  weighted: line('weights', { most: 3, optional: true }),
};

const casts = { yes: true, no: false, unknown: undefined } as const;

type TermsRead = Readonly<{
  remit: string;
  quorum: string;
  casting: keyof typeof casts;
  proxies: string;
  weighted: string;
}>;

export const termsFrom = (read: TermsRead): Omit<CommitteeTerms, 'from' | 'source'> => ({
  remit: read.remit,
  quorum: read.quorum === '' ? undefined : Number(read.quorum),
  castingVote: casts[read.casting],
  proxies: read.proxies === 'yes',
  weighted: read.weighted === 'yes',
});

export const termsAnswers = (terms: CommitteeTerms): Answers => ({
  remit: terms.remit,
  quorum: terms.quorum === undefined ? '' : String(terms.quorum),
  casting: terms.castingVote === undefined ? 'unknown' : terms.castingVote ? 'yes' : 'no',
  ...(terms.proxies && { proxies: 'yes' }),
  ...(terms.weighted && { weighted: 'yes' }),
});

export const TermsFields = (field: Readonly<{ answers: Answers; errors: FieldErrors }>) => (
  <>
    <TextareaField
      name="remit"
      label="Remit (optional)"
      hint="What it is for and what it may decide."
      rows={4}
      maxLength={4000}
      {...field}
    />
    <TextField
      name="quorum"
      label="Quorum (optional)"
      hint="How many members who may vote must be present. Leave empty where it is not known."
      width={3}
      inputmode="numeric"
      {...field}
    />
    <RadiosField
      name="casting"
      legend="Has whoever presides a casting vote when votes are equal?"
      hint="Councils and their committees: Local Government Act 1972, schedule 12, paragraph 39(2). Others: their own rules."
      inline
      options={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
        { value: 'unknown', text: 'Not known' },
      ]}
      {...field}
    />
    <CheckboxesField
      name="ways"
      legend="What else its rules allow (optional)"
      options={[
        { name: 'proxies', text: 'A member may vote for one who is away' },
        { name: 'weighted', text: 'Votes count differently by seat' },
      ]}
      {...field}
    />
  </>
);
