import { type Sql, lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, londonDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { type ActOptions, type ActServices, actTogether, type Entry } from '#platform/record';
import { enterAmendment, enterProposal, proposalsAt } from '#modules/governance';
import { acceptAmendment, type NewVersion } from '../../domain/agreement/accept-agreement.ts';
import { type Agreement, agreementPath, type AgreementVersion } from '../../domain/agreement/agreement.ts';
import { exactly } from '../../domain/agreement/rough-day.ts';
import { mayDraftAgreements } from '../../permissions.ts';
import { findAgreement, insertVersion } from '../../store/agreements.ts';
import { versionEntry } from './agreement-entry.ts';
import { type DraftSeen, keeps, type KnownHere, knownTo, useDraft } from './known-here.ts';
import type { Publisher, PutAgreementRefusal } from './put-agreement.ts';
import { proposalOf, type SigningTerms } from './signing.ts';

/**
 * Amends an agreement: a new version, put to its parties. While the last one is not in force its proposal is amended; what is in
 * force goes on binding until the new one is in force in its place. Only the body that keeps it may, or who stands in its place.
 */
export async function amendAgreement(
  services: ActServices,
  actor: Actor | undefined,
  id: string,
  { version: wanted, terms }: Readonly<{ version: NewVersion; terms: SigningTerms }>,
  /** The number of the version that the officer saw. */
  seen: number,
  { draft, ...options }: ActOptions & Readonly<{ draft?: DraftSeen }> = {},
): Promise<Result<{ id: string; number: number }, PutAgreementRefusal>> {
  const allowed = may(actor, mayDraftAgreements, actor?.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  return actTogether<{ id: string; number: number }, PutAgreementRefusal>(
    services,
    allowed.value,
    options,
    async (sql) => {
      await lockThing(sql, agreementPath({ id }));
      const now = services.clock.now();
      const agreement = await findAgreement(sql, id);
      if (agreement === undefined) return refuse('no-such-agreement');
      if (!(await keeps(sql, agreement, bodyId, now))) return refuse('not-the-keeper');
      const current = agreement.versions.at(-1) ?? agreement.versions[0];
      if (current.number !== seen) return refuse({ stale: current });
      const used = await useDraft(sql, bodyId, draft);
      if (!used.ok) return used;
      const known = await knownTo(sql, wanted, agreement, now);
      const accepted = acceptAmendment(wanted, current, known, bodyId);
      if (!accepted.ok) return accepted;
      const put = await putAgain(sql, agreement, { ...accepted.value, number: seen + 1 }, terms, {
        known,
        bodyId,
        officeTitle,
        now,
      });
      if (!put.ok) return put;
      const version: AgreementVersion = {
        ...accepted.value,
        number: seen + 1,
        proposalId: put.value.id,
        certainty: agreement.isIllustrative ? 'illustrative' : 'confirmed',
        published: exactly(londonDate(now)),
        publishedBy: officeTitle,
        recordedAt: now,
      };
      await insertVersion(sql, id, version);
      return ok({
        value: { id, number: version.number },
        entries: [versionEntry(agreement, version, known.nameOf), put.value.entry],
      });
    },
  );
}

type Putting = Publisher & Readonly<{ known: KnownHere; bodyId: string }>;

/** Amends the proposal of the last version, or puts another where that one is in effect or there was none. */
async function putAgain(
  sql: Sql,
  agreement: Agreement,
  { number, ...version }: NewVersion & Readonly<{ number: number }>,
  terms: SigningTerms,
  { known, bodyId, officeTitle, now }: Putting,
): Promise<Result<Readonly<{ id: string; entry: Entry }>, Exclude<PutAgreementRefusal, CommonRefusal>>> {
  const asked = proposalOf(version, number, terms, known.places);
  const proposalId = agreement.versions.at(-1)?.proposalId;
  const [stood] = proposalId === undefined ? [] : await proposalsAt(sql, now, [proposalId]);
  if (stood === undefined || stood.matrix.outcome.outcome === 'in-effect')
    return enterProposal(
      sql,
      {
        ...asked,
        changed: '',
        reason: '',
        draftedBy: bodyId,
        id: `${agreement.id}-version-${number}`,
        ...(agreement.isIllustrative && { certainty: 'illustrative' as const }),
      },
      { officeTitle, now },
    );
  const { proposal, version: put } = stood;
  const entered = await enterAmendment(
    sql,
    {
      ...asked,
      // Nobody is bound by words that it has not adopted: every party decides on the new version.
      reopens: put.parties.map((party) => party.bodyId),
      id: proposal.id,
      by: bodyId,
      seen: put.number,
    },
    { officeTitle, now },
  );
  if (entered.ok) return ok({ id: proposal.id, entry: entered.value.entry });
  const { error } = entered;
  if (error === 'no-such-proposal' || error === 'agreed-already')
    throw new Error(`The proposal ${proposal.id} changed while it was held`);
  if (error === 'not-the-drafter') return refuse('not-the-keeper');
  // Somebody amended the proposal apart from the agreement, between its being read and its lock.
  return refuse(typeof error === 'string' ? error : 'draft-changed');
}
