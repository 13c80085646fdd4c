import { ok, refuse, type Result } from '#platform/kernel';
import type { Provenance } from './certainty.ts';
import { covers, type Dated, overlap } from './dated.ts';
import type { Office } from './office.ts';

/** Who holds an office: somebody named, or another office in its own right (a leader's seat in a forum). */
export type Holder =
  | Readonly<{ kind: 'person'; personId: string; name: string }>
  | Readonly<{ kind: 'office'; officeId: string }>;

/** An office held from one day to another, for oneself or on behalf of a body. */
export type Holding = Dated &
  Provenance &
  Readonly<{
    id: string;
    version: number;
    officeId: string;
    holder: Holder;
    onBehalfOf: string | undefined;
    /** What a representative is mandated to do, in words; undefined where there is no mandate. */
    mandate: string | undefined;
    reason: string;
  }>;

export type NewHolding = Pick<Holding, 'officeId' | 'onBehalfOf' | 'mandate' | 'from' | 'until' | 'source'> &
  Readonly<{
    holder: Readonly<{ kind: 'person'; name: string }> | Readonly<{ kind: 'office'; officeId: string }>;
  }>;

export type HoldingRefusal =
  | 'holder-missing'
  | 'holder-too-long'
  | 'holds-itself'
  | 'source-missing'
  | 'mandate-too-long'
  | 'mandate-for-nobody'
  | 'ends-before-it-begins'
  | 'outside-the-office'
  | 'already-held';

const nameCharacters = 120;
const mandateCharacters = 1000;

/**
 * Whether an office may be held so: by somebody, within the office's own life, and by nobody else in the same days. A
 * mandate is given by a body, so it needs one it is held on behalf of. `others` leaves out the version being corrected.
 */
export function acceptHolding(
  holding: NewHolding,
  office: Office,
  others: readonly Holding[],
): Result<NewHolding, HoldingRefusal> {
  const { holder, from, until, mandate, onBehalfOf } = holding;
  if (holder.kind === 'person' && holder.name.trim() === '') return refuse('holder-missing');
  if (holder.kind === 'person' && holder.name.trim().length > nameCharacters)
    return refuse('holder-too-long');
  if (holder.kind === 'office' && holder.officeId === office.id) return refuse('holds-itself');
  if (holding.source.trim() === '') return refuse('source-missing');
  if ((mandate ?? '').length > mandateCharacters) return refuse('mandate-too-long');
  if (mandate !== undefined && onBehalfOf === undefined) return refuse('mandate-for-nobody');
  if (from !== undefined && until !== undefined && until <= from) return refuse('ends-before-it-begins');
  if (from !== undefined && !covers(office, from)) return refuse('outside-the-office');
  if (until !== undefined && office.until !== undefined && until > office.until)
    return refuse('outside-the-office');
  const taken = others.some((other) => other.replacedOn === undefined && overlap(other, holding));
  if (taken) return refuse('already-held');
  return ok({ ...holding, source: holding.source.trim() });
}
