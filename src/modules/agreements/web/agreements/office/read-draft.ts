import type { Answers, FieldErrors } from '#platform/http';
import { ok, refuse, type Result } from '#platform/kernel';
import { line, oneOf, optionalDay, passage, readAnswers } from '#platform/web';
import { type Approval, approvalKinds } from '#modules/governance';
import { z } from 'zod';
import type { ComesAbout, NewAgreement } from '../../../actions/agreements/put-agreement.ts';
import type { SigningTerms } from '../../../actions/agreements/signing.ts';
import { type Agreement, type AgreementKind, agreementKinds } from '../../../domain/agreement/agreement.ts';
import { longestText } from '../../../domain/agreement/longest.ts';
import { precisions } from '../../../domain/agreement/rough-day.ts';
import { sectionsFrom } from '../../../domain/agreement/write-text.ts';
import { type Part, partsOf, tickedIn } from './draft-parts.ts';

export const longest = {
  title: 150,
  summary: 600,
  source: 300,
  changed: 1000,
  principles: 8000,
  text: longestText,
};
const kinds = Object.keys(agreementKinds) as [AgreementKind, ...AgreementKind[]];

const aboutForm = z.object({
  title: line('the title', { most: longest.title }),
  summary: passage('what it is about, in a few sentences', { most: longest.summary }),
  kind: oneOf(kinds, 'Select what kind of agreement it is'),
  from: optionalDay('the first day of its term'),
  until: optionalDay('the last day of its term'),
  renews: line('what it renews', { most: 80, optional: true }),
  partOf: line('what it is a chapter of', { most: 80, optional: true }),
  placeId: line('the place', { most: 80, optional: true }),
  framework: line('the framework', { most: 80, optional: true }),
  source: line('where it comes from', { most: longest.source }),
  how: oneOf(['signing', 'record'], 'Select whether it is to be signed now'),
  published: optionalDay('the day it was published'),
  precision: z.enum(precisions).default('day'),
});
const textForm = z.object({
  principles: passage('the principles', { most: longest.principles, optional: true }),
  text: passage('what it says', { most: longest.text, optional: true }),
});
const changeForm = z.object({
  changed: passage('what changes', { most: longest.changed }),
  reason: passage('why it is amended', { most: longest.changed }),
});

/** Everything that is wrong with one page of a draft, by field; nothing where it can be read. */
export function faultsIn(part: Part, answers: Answers): FieldErrors {
  const read = readers[part](answers);
  return read.ok ? {} : read.error;
}

/** Reads a whole draft; refuses it with everything that is wrong. `amends`: the agreement of an amendment. */
export function readDraft(
  answers: Answers,
  bodyId: string,
  amends: Agreement | undefined,
): Result<NewAgreement, FieldErrors> {
  const [about, text, signing] = [readAbout(answers), readAnswers(textForm, answers), readSigning(answers)];
  const change = amends === undefined ? ok({ changed: '', reason: '' }) : readAnswers(changeForm, answers);
  const signs = answers['how'] !== 'record';
  if (!about.ok || !text.ok || !change.ok || (signs && !signing.ok))
    return refuse(
      Object.assign(
        {},
        ...partsOf(amends !== undefined).map((part) => faultsIn(part, answers)),
      ) as FieldErrors,
    );
  const { from, until, framework, published, precision, how, kind, ...said } = about.value;
  const comesAbout: ComesAbout | undefined =
    how === 'record'
      ? published && { by: 'record', published: { on: published, precision } }
      : signing.ok
        ? { by: 'signing', terms: signing.value }
        : undefined;
  if (comesAbout === undefined)
    return refuse({ published: 'Enter the day it was published, as exactly as it is known' });
  const signers = tickedIn(answers, 'party');
  return ok({
    kind,
    renews: said.renews || undefined,
    partOf: said.partOf || undefined,
    placeId: said.placeId || undefined,
    comesAbout,
    version: {
      title: said.title,
      summary: said.summary,
      source: said.source,
      frameworkId: framework || undefined,
      outcomeIds: tickedIn(answers, 'outcome').filter((id) => id.startsWith(`${framework}/`)),
      term: { from, until },
      principles: linesOf(text.value.principles).map((principle, index) => ({
        number: String(index + 1),
        text: principle,
        cites: '',
      })),
      sections: sectionsFrom(text.value.text, amends?.versions.map(({ sections }) => sections) ?? []),
      parties: [
        ...signers.map((id) => ({
          bodyId: id,
          capacity: id === bodyId ? ('lead' as const) : ('party' as const),
        })),
        ...tickedIn(answers, 'partner')
          .filter((id) => !signers.includes(id))
          .map((id) => ({ bodyId: id, capacity: 'partner' as const })),
      ],
      ...change.value,
    },
  });
}

const readers: Readonly<Record<Part, (answers: Answers) => Result<unknown, FieldErrors>>> = {
  about: readAbout,
  parties: (answers) =>
    answers['how'] !== 'record' && tickedIn(answers, 'party').length < 2
      ? refuse({ parties: 'Select at least two bodies that sign' })
      : ok(),
  signing: (answers) => (answers['how'] === 'record' ? ok() : readSigning(answers)),
  text: (answers) => {
    const read = readAnswers(textForm, answers);
    if (!read.ok || answers['how'] === 'record' || sectionsFrom(read.value.text).length > 0) return read;
    return refuse({ text: 'Write what is agreed: at least one sentence' });
  },
  outcomes: () => ok(),
  change: (answers) => readAnswers(changeForm, answers),
};

function readAbout(answers: Answers) {
  const read = readAnswers(aboutForm, answers, ['from', 'until', 'published']);
  if (!read.ok) return read;
  const { how, published, from, until, partOf, placeId } = read.value;
  const errors: FieldErrors = {
    ...(how === 'record' && published === undefined
      ? { published: 'Enter the day it was published, as exactly as it is known' }
      : {}),
    ...(from !== undefined && until !== undefined && until <= from
      ? { until: 'The last day of the term must be after its first day' }
      : {}),
    ...(partOf !== '' && placeId === '' ? { placeId: 'A chapter is of one place. Select the place' } : {}),
  };
  return Object.keys(errors).length > 0 ? refuse(errors) : read;
}

const signingForm = z.object({
  needs: oneOf(['all', 'enough'], 'Select how many parties must adopt it'),
  deadline: optionalDay('the last day to adopt'),
});

function readSigning(answers: Answers): Result<SigningTerms, FieldErrors> {
  const read = readAnswers(signingForm, answers, ['deadline']);
  const signers = tickedIn(answers, 'party');
  const approvals = new Map<string, readonly [Approval, ...Approval[]]>();
  const errors: Record<string, string> = read.ok ? {} : { ...read.error };
  for (const id of signers) {
    const [first, ...others] = approvalKinds.filter((each) => answers[`approval-${id}.${each}`] === 'yes');
    if (first === undefined) errors[`approval-${id}`] = 'Select at least one approval of each party';
    else approvals.set(id, [first, ...others]);
  }
  const typed = (answers['atLeast'] ?? '').trim();
  const atLeast = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  if (answers['needs'] === 'enough' && (atLeast < 1 || atLeast > Math.max(signers.length, 1)))
    errors['atLeast'] = `The number of parties must be a whole number from 1 to ${signers.length}`;
  if (!read.ok || Object.keys(errors).length > 0) return refuse(errors);
  const { needs, deadline } = read.value;
  return ok({ approvals, needs: needs === 'all' ? 'all' : { atLeast }, deadline });
}

/** One principle a line. */
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');
