import { randomBytes } from 'node:crypto';
import type { Sql } from '#platform/db';
import { type Clock, newId, refuse, ok, type Result } from '#platform/kernel';
import type { Json } from '#platform/record';
import {
  acceptHolding,
  type Holder,
  type Holding,
  type HoldingRefusal,
  type NewHolding,
} from '../domain/holding.ts';
import type { Office } from '../domain/office.ts';
import { findBody } from '../store/bodies.ts';
import { listHoldings } from '../store/holdings.ts';
import { findOffice } from '../store/offices.ts';

/** What recording and correcting a holding can both be refused for. */
export type HoldingWorkRefusal =
  | HoldingRefusal
  | 'no-such-office'
  | 'no-such-holder'
  | 'on-behalf-of-no-body';

/** Checks a holding against the register: its office is this body's, its holder and principal exist. */
export async function checkHolding(
  sql: Sql,
  bodyId: string,
  holding: NewHolding,
  correcting?: Holding,
): Promise<Result<Readonly<{ office: Office; holding: NewHolding }>, HoldingWorkRefusal>> {
  const office = await findOffice(sql, holding.officeId);
  if (office === undefined || office.bodyId !== bodyId) return refuse('no-such-office');
  const { holder, onBehalfOf } = holding;
  if (holder.kind === 'office' && (await findOffice(sql, holder.officeId)) === undefined)
    return refuse('no-such-holder');
  if (onBehalfOf !== undefined && (await findBody(sql, onBehalfOf)) === undefined)
    return refuse('on-behalf-of-no-body');
  const others = await listHoldings(sql, { officeId: office.id });
  const accepted = acceptHolding(
    holding,
    office,
    others.filter(({ id }) => id !== correcting?.id),
  );
  return accepted.ok ? ok({ office, holding: accepted.value }) : accepted;
}

/** The holder as it is kept: a person named for the first time gets an id, one already known by this holding keeps it. */
export function holderOf(clock: Clock, { holder }: NewHolding, before?: Holding): Holder {
  if (holder.kind === 'office') return holder;
  const name = holder.name.trim();
  if (before?.holder.kind === 'person' && before.holder.name === name) return before.holder;
  return { kind: 'person', personId: freshId(clock), name };
}

/** An id of its own for a holding or a person: a UUID of version 7. */
export function freshId(clock: Clock): string {
  return newId({ now: clock.now(), randomBytes: randomBytes(10) });
}

/** What the record keeps of a holding: never a name, which could not be taken out again. */
export function holdingFacts(
  holding: Pick<
    Holding,
    'id' | 'version' | 'officeId' | 'holder' | 'onBehalfOf' | 'mandate' | 'from' | 'until' | 'source'
  >,
): Readonly<Record<string, Json>> {
  const { id, version, officeId, holder, onBehalfOf, mandate, from, until, source } = holding;
  return {
    holdingId: id,
    version,
    officeId,
    holder: holder.kind === 'office' ? { office: holder.officeId } : { person: holder.personId },
    onBehalfOf: onBehalfOf ?? null,
    mandate: mandate ?? null,
    from: from ?? null,
    until: until ?? null,
    source,
  };
}
