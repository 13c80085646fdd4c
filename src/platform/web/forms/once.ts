import { createHash } from 'node:crypto';
import type { Visit } from '#platform/http';
import type { ActOptions } from '#platform/record';

/**
 * Lets an act happen once however often its form is sent: the key the form was handed out with, and a fingerprint of
 * where it was sent and what was answered.
 */
export function once({
  submission,
  answers,
  path,
  files = [],
}: Pick<Visit, 'submission' | 'answers' | 'path'> & Partial<Pick<Visit, 'files'>>): ActOptions {
  if (submission === '') return {};
  const given = Object.entries(answers)
    .filter(([name]) => name !== 'csrf' && name !== 'submission')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const fingerprint = createHash('sha256')
    .update(
      JSON.stringify([path, given, ...files.map(({ field, filename, sha256 }) => [field, filename, sha256])]),
    )
    .digest('base64url');
  return { submission: { key: submission, fingerprint } };
}
