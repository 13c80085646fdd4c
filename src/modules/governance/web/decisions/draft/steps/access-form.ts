import type { Answers, FieldErrors } from '#platform/http';
import { ok, refuse, type Result } from '#platform/kernel';
import { passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import { type Access, accesses } from '../../../../domain/decision/decision.ts';
import type { NewDecision } from '../../../../domain/decision/new-decision.ts';
import { exemptParagraphNumbers } from '../../../../domain/schedule-12a.ts';

const form = z.object({
  access: z.enum(Object.keys(accesses) as Access[]).catch('open'),
  publicInterest: passage('the reasons of public interest', { most: 3000, optional: true }),
});

export const paragraphBox = (paragraph: number): string => `paragraph.${paragraph}`;
export const isAccessName = (name: string): boolean =>
  name === 'access' || name === 'publicInterest' || /^paragraph\.[1-7]$/.test(name);

export type Exempt = Pick<NewDecision, 'access' | 'paragraphs' | 'publicInterest'>;

/** What is kept from the public, and by which paragraphs: an exempt record names at least one, and the public interest. */
export function readAccess(answers: Answers): Result<Exempt, FieldErrors> {
  const read = readAnswers(form, answers);
  if (!read.ok) return read;
  const { access, publicInterest } = read.value;
  if (access === 'open') return ok({ access, paragraphs: [], publicInterest: '' });
  const paragraphs = exemptParagraphNumbers.filter((each) => answers[paragraphBox(each)] === 'yes');
  if (access === 'confidential') return ok({ access, paragraphs: [], publicInterest });
  const errors = {
    ...(paragraphs.length === 0 && { paragraphs: 'Select the paragraphs by which it is exempt' }),
    ...(publicInterest === '' && {
      publicInterest: 'Enter why the public interest in keeping it back outweighs that in disclosing it',
    }),
  };
  return Object.keys(errors).length > 0 ? refuse(errors) : ok({ access, paragraphs, publicInterest });
}
