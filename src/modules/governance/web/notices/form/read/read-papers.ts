import type { Answers } from '#platform/http';
import { ok, refuse } from '#platform/kernel';
import { readAnswers } from '#platform/web';
import { z } from 'zod';
import { lines, optional } from './typed.ts';

const papers = z.object({
  documents: optional('the documents'),
  noDocuments: z.literal('yes').optional().catch(undefined),
  availableAt: optional('where the documents can be had'),
  othersMayFollow: z.literal('yes').optional().catch(undefined),
  howToAsk: optional('how to ask for documents'),
  consultation: optional('who is consulted'),
});

/** The documents, and how to get them. */
export function readPapers(answers: Answers) {
  const read = readAnswers(papers, answers);
  if (!read.ok) return read;
  const { documents: typed, noDocuments, othersMayFollow, ...rest } = read.value;
  const documents = lines(typed);
  if (noDocuments === 'yes' && documents.length > 0)
    return refuse({ noDocuments: 'There are documents in the list above: empty it, or untick this' });
  const isSaid = noDocuments === 'yes' || documents.length > 0;
  return ok({
    ...rest,
    documents: isSaid ? documents : undefined,
    othersMayFollow: othersMayFollow === 'yes',
  });
}
