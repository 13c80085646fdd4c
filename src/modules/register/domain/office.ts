import { type IsoDate, ok, refuse, type Result, type Role } from '#platform/kernel';
import type { Provenance } from './certainty.ts';
import { type Dated, overlap } from './dated.ts';

/** A seat or a post in a body. What its holder may do in Accord follows from `role`; a seat without one may not act. */
export type Office = Dated &
  Provenance &
  Readonly<{
    id: string;
    version: number;
    bodyId: string;
    title: string;
    role: Role | undefined;
    /** Undefined: not stated in any source held. */
    voting: boolean | undefined;
  }>;

export type Lifespan = Readonly<{ founded: IsoDate | undefined; ended: IsoDate | undefined }>;

export type NewOffice = Pick<Office, 'title' | 'role' | 'voting' | 'from' | 'until' | 'source'>;

export type OfficeRefusal =
  | 'title-missing'
  | 'title-too-long'
  | 'source-missing'
  | 'ends-before-it-begins'
  | 'begins-before-the-body'
  | 'begins-after-the-body'
  | 'office-exists';

const titleCharacters = 120;

/** Whether a body may have this office: dated within the body's life and not a second of the same title at one time. */
export function acceptOffice(
  office: NewOffice,
  life: Lifespan,
  others: readonly Office[],
): Result<NewOffice, OfficeRefusal> {
  const title = office.title.trim().replaceAll(/\s+/gu, ' ');
  if (title === '') return refuse('title-missing');
  if (title.length > titleCharacters) return refuse('title-too-long');
  if (office.source.trim() === '') return refuse('source-missing');
  const { from, until } = office;
  if (from !== undefined && until !== undefined && until <= from) return refuse('ends-before-it-begins');
  if (from !== undefined && life.founded !== undefined && from < life.founded)
    return refuse('begins-before-the-body');
  if (from !== undefined && life.ended !== undefined && from >= life.ended)
    return refuse('begins-after-the-body');
  const twin = others.some(
    (other) =>
      other.replacedOn === undefined &&
      other.title.toLowerCase() === title.toLowerCase() &&
      overlap(other, office),
  );
  if (twin) return refuse('office-exists');
  return ok({ ...office, title, source: office.source.trim() });
}

export type EndOfficeRefusal = 'already-ended' | 'ends-before-it-begins' | 'reason-missing';

/** Whether the office may end on the day, the first on which it no longer exists. */
export function acceptEndOfOffice(
  office: Office,
  until: IsoDate,
  reason: string,
): Result<IsoDate, EndOfficeRefusal> {
  if (office.until !== undefined) return refuse('already-ended');
  if (office.from !== undefined && until <= office.from) return refuse('ends-before-it-begins');
  if (reason.trim() === '') return refuse('reason-missing');
  return ok(until);
}
