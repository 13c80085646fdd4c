import type { Answers, FieldErrors } from '#platform/http';
import { type IsoDate, never, ok, refuse, type Result } from '#platform/kernel';
import { z } from 'zod';
import { type BodyContact, bodyContact, type DetailsRefusal } from '../../../domain/body-details.ts';
import type { EditDetailsRefusal } from '../../../actions/edit-details.ts';
import { type InOneWord } from '#platform/module';
import { day, explainCommon, isCommon, line, passage, readAnswers, versionSeen } from '#platform/web';

/** The questions about how to reach a body, in the order of the page. */
export const contactQuestions = [
  { name: 'homepage', label: 'Homepage' },
  { name: 'address', label: 'Address' },
  { name: 'email', label: 'E-mail address' },
  { name: 'phone', label: 'Telephone number' },
  { name: 'description', label: 'Description' },
] as const satisfies readonly Readonly<{ name: keyof BodyContact; label: string }>[];

export const longest = { source: 300, reason: 1000, description: 2000 } as const;

const none: BodyContact = { homepage: '', address: '', email: '', phone: '', description: '' };

/** Judges one answer by itself, so that everything that is wrong is said at once. */
const right = (name: keyof BodyContact) => (typed: string) => bodyContact({ ...none, [name]: typed }).ok;
const remedies = {
  homepage: 'Homepage must be a full web address, like https://www.maidstone.gov.uk',
  email: 'E-mail address must have a name, an @ and a domain, like enquiries@example.gov.uk',
  phone: 'Telephone number must be at least 6 digits, spaces, brackets or hyphens, like 01622 602000',
} as const;

const form = z.object({
  homepage: line('the homepage', { most: 300, optional: true }).refine(right('homepage'), remedies.homepage),
  address: passage('the address', { most: 500, optional: true }),
  email: line('the e-mail address', { most: 254, optional: true }).refine(right('email'), remedies.email),
  phone: line('the telephone number', { most: 40, optional: true }).refine(right('phone'), remedies.phone),
  description: passage('the description', { most: longest.description, optional: true }),
  from: day('the first day these details are true'),
  source: line('where the new details are known from', { most: longest.source }),
  reason: passage('the reason', { most: longest.reason, optional: true }),
});

export type DetailsRead = Readonly<{
  contact: BodyContact;
  from: IsoDate;
  source: string;
  reason: string;
  seen: number;
}>;

/** The questions whose two answers a conflict put side by side and of which neither was chosen yet. */
export const unchosen = (answers: Answers) =>
  contactQuestions.filter(({ name }) => answers['choosing'] === 'yes' && answers[name] === undefined);

/** Reads the form; the fields that a conflict asks to choose between must have been chosen. */
export function readDetails(answers: Answers): Result<DetailsRead, FieldErrors> {
  const open = unchosen(answers).map(({ name, label }) => [
    name,
    `Select which ${label.toLowerCase()} to keep`,
  ]);
  if (open.length > 0) return refuse(Object.fromEntries(open));
  const read = readAnswers(form, answers, ['from']);
  if (!read.ok) return read;
  const { from, source, reason, ...contact } = read.value;
  return ok({ contact, from, source, reason, seen: versionSeen(answers['seen']) });
}

/** The sentence for each reason for which details are not published. */
export function explainDetails(refusal: DetailsRefusal | InOneWord<EditDetailsRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'homepage-not-an-address':
      return { homepage: remedies.homepage };
    case 'email-not-an-address':
      return { email: remedies.email };
    case 'phone-not-a-number':
      return {
        phone: remedies.phone,
      };
    case 'text-too-long':
      return { form: 'One of the answers is too long. Shorten the longest one' };
    case 'source-missing':
      return { source: 'Enter where the new details are known from' };
    case 'nothing-changed':
      return { form: 'Nothing differs from what is published already. Change a detail, or leave this page' };
    case 'date-before-founded':
      return { from: 'The first day must not be before the body was founded' };
    case 'body-has-ended':
      return { from: 'The first day must be before the body ends; its successors publish their own details' };
    default:
      return never(refusal);
  }
}
