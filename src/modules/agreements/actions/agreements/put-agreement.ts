import { may } from '#platform/identity';
import type { Sql } from '#platform/db';
import { type Actor, londonDate, ok, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { type ActOptions, type ActServices, actTogether, type Entry } from '#platform/record';
import { enterProposal, type VersionRefusal } from '#modules/governance';
import {
  acceptAgreement,
  type AgreementRefusal,
  type NewBelonging,
  type NewVersion,
} from '../../domain/agreement/accept-agreement.ts';
import type { Agreement, AgreementVersion } from '../../domain/agreement/agreement.ts';
import { exactly, type RoughDay } from '../../domain/agreement/rough-day.ts';
import { mayDraftAgreements } from '../../permissions.ts';
import { insertAgreement, insertVersion } from '../../store/agreements.ts';
import { versionEntry } from './agreement-entry.ts';
import { type DraftSeen, knownTo, useDraft } from './known-here.ts';
import { proposalOf, type SigningTerms } from './signing.ts';

export type PutAgreementRefusal =
  | CommonRefusal
  | AgreementRefusal
  | VersionRefusal
  | 'no-such-agreement'
  | 'not-the-keeper'
  | 'draft-gone'
  | 'draft-changed'
  /** Somebody amended it since: the version that stands now. */
  | Stale<AgreementVersion>;

/** How it comes about: signed by its parties now, or recorded as it was agreed before Accord. */
export type ComesAbout =
  | Readonly<{ by: 'signing'; terms: SigningTerms }>
  | Readonly<{ by: 'record'; published: RoughDay }>;

export type NewAgreement = NewBelonging & Readonly<{ version: NewVersion; comesAbout: ComesAbout }>;

export type Publisher = Readonly<{ officeTitle: string; now: Date }>;
type Entered = Result<
  Readonly<{ id: string; entries: readonly Entry[] }>,
  Exclude<PutAgreementRefusal, CommonRefusal | Stale<AgreementVersion>>
>;

/**
 * Publishes an agreement and puts it to its parties: one act, and each party adopts by its own route. From then on it is never
 * edited, only amended. Answers its id.
 */
export async function putAgreement(
  services: ActServices,
  actor: Actor | undefined,
  asked: NewAgreement,
  { draft, ...options }: ActOptions & Readonly<{ draft?: DraftSeen }> = {},
): Promise<Result<{ id: string }, PutAgreementRefusal>> {
  const allowed = may(actor, mayDraftAgreements, actor?.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  return actTogether<{ id: string }, PutAgreementRefusal>(services, allowed.value, options, async (sql) => {
    const used = await useDraft(sql, bodyId, draft);
    if (!used.ok) return used;
    const entered = await enterAgreement(
      sql,
      { ...asked, bodyId },
      { officeTitle, now: services.clock.now() },
    );
    if (!entered.ok) return entered;
    return ok({ value: { id: entered.value.id }, entries: entered.value.entries });
  });
}

/** An agreement of the example says which id it has, and whether it is made up. */
export type EnteredAgreement = NewAgreement &
  Readonly<{
    bodyId: string;
    id?: string;
    mostDesignated?: number;
    isIllustrative?: boolean;
    certainty?: string;
    publishedBy?: string;
  }>;

/** Publishes an agreement within an act of the caller’s, which keeps the entries. */
export async function enterAgreement(
  sql: Sql,
  { bodyId, id, mostDesignated, isIllustrative = false, certainty, publishedBy, ...asked }: EnteredAgreement,
  { officeTitle, now }: Publisher,
): Promise<Entered> {
  const { version: wanted, comesAbout } = asked;
  const known = await knownTo(sql, wanted, asked, now);
  const accepted = acceptAgreement(wanted, asked, known, { bodyId, isOfBefore: comesAbout.by === 'record' });
  if (!accepted.ok) return accepted;
  const agreement = await insertFree(sql, {
    id: id ?? slugOf(wanted.title),
    kind: asked.kind,
    bodyId,
    renews: asked.renews,
    partOf: asked.partOf,
    placeId: asked.placeId,
    mostDesignated,
    isIllustrative,
    recordedAt: now,
  });
  const isMadeUp = isIllustrative ? 'illustrative' : undefined;
  const put =
    comesAbout.by === 'signing'
      ? await enterProposal(
          sql,
          {
            ...proposalOf(accepted.value, 1, comesAbout.terms, known.places),
            draftedBy: bodyId,
            id: agreement.id,
            ...(publishedBy !== undefined && { publishedBy }),
            ...(isMadeUp !== undefined && { certainty: isMadeUp }),
          },
          { officeTitle, now },
        )
      : undefined;
  if (put?.ok === false) return put;
  const version: AgreementVersion = {
    ...accepted.value,
    number: 1,
    proposalId: put?.value.id,
    certainty: isMadeUp ?? certainty ?? (comesAbout.by === 'record' ? 'stated' : 'confirmed'),
    published: comesAbout.by === 'record' ? comesAbout.published : exactly(londonDate(now)),
    publishedBy: publishedBy ?? officeTitle,
    recordedAt: now,
  };
  await insertVersion(sql, agreement.id, version);
  const entry = versionEntry(agreement, version, known.nameOf);
  return ok({ id: agreement.id, entries: put === undefined ? [entry] : [entry, put.value.entry] });
}

type Inserted = Omit<Agreement, 'versions' | 'stages'>;

/** Enters it under the first address that is free. */
async function insertFree(sql: Sql, agreement: Inserted): Promise<Inserted> {
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? agreement.id : `${agreement.id}-${count}`;
    if (await insertAgreement(sql, { ...agreement, id })) return { ...agreement, id };
  }
}

/** An address from a title: “A Kent plan” becomes `a-kent-plan`. */
function slugOf(title: string): string {
  const slug = title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  return slug === '' ? 'agreement' : slug;
}
