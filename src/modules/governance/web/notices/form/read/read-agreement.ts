import type { FieldErrors } from '#platform/http';
import { ok, refuse, type Result } from '#platform/kernel';
import type { SpecialUrgency } from '../../../../domain/notice/timeliness.ts';

/** Who may agree that a thing cannot wait, in the order in which the law asks them. */
export const offices = ['scrutiny-chairman', 'council-chairman', 'council-vice-chairman'] as const;

/** Who agreed that a thing cannot wait: nobody, or somebody on a day. */
export function agreementOf(
  {
    by,
    on,
  }: Readonly<{ by: SpecialUrgency['agreedBy'] | undefined; on: SpecialUrgency['agreedOn'] | undefined }>,
  said: Pick<SpecialUrgency, 'insteadBecause' | 'reasons'>,
  fields: Readonly<{ by: string; on: string }>,
): Result<SpecialUrgency | undefined, FieldErrors> {
  if (by === undefined && on === undefined) return ok(undefined);
  if (by === undefined) return refuse({ [fields.by]: 'Select who agreed' });
  if (on === undefined) return refuse({ [fields.on]: 'Enter the day of the agreement' });
  return ok({ agreedBy: by, agreedOn: on, ...said });
}
