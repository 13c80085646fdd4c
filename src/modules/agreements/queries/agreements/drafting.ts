import { type Draft, findDraft, isOf, listDrafts } from '#platform/drafts';
import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { type Candidate, candidateParties } from '#modules/governance';
import { placesOn } from '#modules/register';
import type { Agreement } from '../../domain/agreement/agreement.ts';
import { agreementDraftKind } from '../../domain/agreement/draft-kind.ts';
import type { Framework, Outcome } from '../../domain/framework/framework.ts';
import { findAgreement, findAgreements } from '../../store/agreements.ts';
import { listFrameworks, listOutcomes } from '../../store/frameworks.ts';

/** A draft of an agreement, and the agreement that it amends where it is an amendment. */
export type AgreementDraft = Draft & Readonly<{ amends: Agreement | undefined }>;

/** One draft of the body that asks; undefined where there is none or it is another body’s. */
export async function agreementDraft(
  sql: Sql,
  id: string,
  bodyId: string,
): Promise<AgreementDraft | undefined> {
  const draft = await findDraft(sql, id);
  return isOf(draft, { kind: agreementDraftKind, bodyId }) ? withAmended(sql, draft) : undefined;
}

/** A body’s drafts of agreements, the last saved first. */
export async function agreementDrafts(sql: Sql, bodyId: string): Promise<readonly AgreementDraft[]> {
  const drafts = await listDrafts(sql, bodyId, agreementDraftKind);
  return Promise.all(drafts.map((draft) => withAmended(sql, draft)));
}

async function withAmended(sql: Sql, draft: Draft): Promise<AgreementDraft> {
  const id = draft.about?.replace('/agreements/', '');
  return { ...draft, amends: id === undefined ? undefined : await findAgreement(sql, id) };
}

/** What a draft can name: whom it is put to, what it is for, what it renews or is part of. */
export type DraftChoices = Readonly<{
  candidates: readonly Candidate[];
  frameworks: readonly Framework[];
  /** Of the framework that is chosen. */
  outcomes: readonly Outcome[];
  agreements: readonly Agreement[];
  places: readonly Readonly<{ id: string; name: string }>[];
}>;

/** What an officer may choose among on a day, with the outcomes of one framework. */
export async function draftChoices(
  sql: Sql,
  frameworkId: string,
  on: IsoDate,
  at: Date,
): Promise<DraftChoices> {
  const [candidates, frameworks, outcomes, agreements, places] = await Promise.all([
    candidateParties(sql, on, at),
    listFrameworks(sql),
    frameworkId === '' ? [] : listOutcomes(sql, { frameworkIds: [frameworkId] }),
    findAgreements(sql),
    placesOn(sql, { on }),
  ]);
  return {
    candidates,
    frameworks: frameworks.filter(({ kind }) => kind !== 'indicator-set'),
    outcomes,
    agreements,
    places,
  };
}
