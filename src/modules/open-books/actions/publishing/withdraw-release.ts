import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, ServicesWithFiles, Stale } from '#platform/module';
import { act, type ActOptions, publicEntry } from '#platform/record';
import { monthsInWords } from '../../domain/release/months-covered.ts';
import { releasePath, releasesPath, releasesPathOf } from '../../domain/release/release-path.ts';
import { type Release, standingReleases } from '../../domain/release/release.ts';
import { mayApproveSpending } from '../../permissions.ts';
import { insertWithdrawal, listReleases } from '../../store/releases.ts';
import { buildAhead } from '../../store/views/build-ahead.ts';
import { spendingSubject } from './officers.ts';

export type WithdrawAsked = Readonly<{ bodyId: string; releaseId: string; reason: string }>;
export type WithdrawRefusal =
  | CommonRefusal
  | 'no-such-release'
  | 'reason-missing'
  | Stale<NonNullable<Release['withdrawn']>>;

/** Lets a release count no longer. It stays to be downloaded, with the reason, and no earlier one takes its place again. */
export async function withdrawRelease(
  services: ServicesWithFiles,
  actor: Actor | undefined,
  { bodyId, releaseId, reason }: WithdrawAsked,
  options: ActOptions = {},
): Promise<Result<void, WithdrawRefusal>> {
  const allowed = may(actor, mayApproveSpending, bodyId);
  if (!allowed.ok) return allowed;
  if (reason.trim() === '') return refuse('reason-missing');
  const { clock } = services;
  return act<void, WithdrawRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, spendingSubject(bodyId));
    const all = await listReleases(sql);
    const release = all.find((each) => each.id === releaseId && each.bodyId === bodyId);
    if (release === undefined) return refuse('no-such-release');
    if (release.withdrawn !== undefined) return refuse({ stale: release.withdrawn });
    const byOffice = allowed.value.officeTitle;
    const withdrawn = { reason, byOffice, at: clock.now() };
    const after = all.map((each) => (each === release ? { ...release, withdrawn } : each));
    await buildAhead(sql, services, standingReleases(after));
    await insertWithdrawal(sql, release, withdrawn);
    return ok({
      value: undefined,
      entry: publicEntry({
        act: 'open-books.release.withdrawn',
        subject: releasePath(releaseId),
        summary: `Payments of ${monthsInWords({ from: release.periodFrom, to: release.periodTo })} withdrawn: ${reason}`,
        facts: { reason, byOffice },
        about: { bodies: [bodyId], things: [releasesPath, releasesPathOf(bodyId)] },
      }),
    });
  });
}
