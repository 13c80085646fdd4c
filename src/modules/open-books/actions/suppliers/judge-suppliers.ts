import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, ServicesWithFiles, Stale } from '#platform/module';
import { act, type ActOptions, freshId, publicEntry } from '#platform/record';
import { standingReleases } from '../../domain/release/release.ts';
import type { Choice } from '../../domain/suppliers/choice.ts';
import { readPayee } from '../../domain/suppliers/payee.ts';
import { type NamedPayee, pairOf, type SupplierChoice } from '../../domain/suppliers/supplier-choice.ts';
import { mayJudgeSuppliers } from '../../permissions.ts';
import { listReleases } from '../../store/releases.ts';
import { insertSupplierChoice, listSupplierChoices } from '../../store/supplier-choices.ts';
import { buildAhead } from '../../store/views/build-ahead.ts';

/** A payee by its name in any spelling, and the body where it is meant of that body’s payee alone. */
export type PayeeAsked = Readonly<{ name: string; body?: string | undefined }>;

export type JudgeAsked = Readonly<{
  bodyId: string;
  kind: Choice['kind'];
  one: PayeeAsked;
  other: PayeeAsked;
  reason: string;
  /** The choice about these two that stood when the officer looked; undefined where there was none. */
  seen: string | undefined;
}>;

export type JudgeRefusal =
  | CommonRefusal
  /** Redacted, a person, or no name at all: nobody links those. */
  | 'one-not-a-firm'
  | 'other-not-a-firm'
  | 'same-name'
  | 'reason-missing'
  | Stale<SupplierChoice>;

export const choicesPath = '/money/supplier-choices';

/**
 * Says of two names that they are one supplier, or that they are not. It holds for every release that is published from now on,
 * and for those that are; the choice before it about the same two stays to be read.
 */
export async function judgeSuppliers(
  services: ServicesWithFiles,
  actor: Actor | undefined,
  { bodyId, kind, one, other, reason, seen }: JudgeAsked,
  options: ActOptions = {},
): Promise<Result<void, JudgeRefusal>> {
  const allowed = may(actor, mayJudgeSuppliers, bodyId);
  if (!allowed.ok) return allowed;
  const [mine, yours] = [payeeOf(one), payeeOf(other)];
  if (mine.key === '') return refuse('one-not-a-firm');
  if (yours.key === '') return refuse('other-not-a-firm');
  if (
    mine.key === yours.key &&
    (mine.body === undefined || yours.body === undefined || mine.body === yours.body)
  )
    return refuse('same-name');
  if (reason.trim() === '') return refuse('reason-missing');
  return act<void, JudgeRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, choicesPath);
    const all = await listSupplierChoices(sql);
    const choice: SupplierChoice = {
      id: freshId(services.clock),
      bodyId,
      kind,
      one: mine,
      other: yours,
      reason,
      byOffice: allowed.value.officeTitle,
      at: services.clock.now(),
    };
    const stands = all.findLast((each) => pairOf(each) === pairOf(choice));
    if (stands !== undefined && stands.id !== seen) return refuse({ stale: stands });
    await insertSupplierChoice(sql, choice);
    await buildAhead(sql, services, standingReleases(await listReleases(sql)), [...all, choice]);
    const says = kind === 'together' ? 'are one supplier' : 'are not one supplier';
    return ok({
      value: undefined,
      entry: publicEntry({
        act: 'open-books.suppliers.judged',
        subject: choicesPath,
        summary: `“${mine.name}” and “${yours.name}” ${says}: ${reason}`,
        facts: { kind, one: mine, other: yours, reason, byOffice: choice.byOffice },
        about: { bodies: [bodyId] },
      }),
    });
  });
}

const payeeOf = ({ name, body }: PayeeAsked): NamedPayee => ({
  key: readPayee(name).key,
  name: name.trim(),
  ...(body === undefined ? {} : { body }),
});
