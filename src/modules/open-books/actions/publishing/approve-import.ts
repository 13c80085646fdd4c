import { lockThing, type Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, ServicesWithFiles, Stale } from '#platform/module';
import { act, type ActOptions, freshId } from '#platform/record';
import type { Import, MonthsCovered, Officer } from '../../domain/import/import.ts';
import type { ImportReport } from '../../domain/import/report.ts';
import { type ImportStanding, importStanding, isSomebodyElse } from '../../domain/import/standing.ts';
import { mayApproveSpending } from '../../permissions.ts';
import { findingsFor, judgeMonths } from '../../queries/publishing/months-asked.ts';
import { readingFolder } from '../../store/folders.ts';
import { findImport, insertImportOutcome } from '../../store/imports.ts';
import { buildAhead } from '../../store/views/build-ahead.ts';
import type { CountedTwice, Overlaps } from './ask-publication.ts';
import { officerOf, spendingSubject } from './officers.ts';
import { markOf, publishedEntry, publishing, putRelease } from './put-release.ts';
import type { ImportNamed } from './run-reading.ts';

export type ApproveRefusal =
  | CommonRefusal
  | 'no-such-import'
  | 'own-import'
  | CountedTwice
  | Overlaps
  | Stale<ImportStanding>;

/**
 * Publishes the payments of an import as a release, which takes the place of every release of the same days. The folder of its rows is
 * written and checked to the penny beforehand and put in its place before the act is committed: whatever stops the machine, the
 * releases that stood before stand, or this one does, whole. Of two who approve at once one wins.
 */
export async function approveImport(
  services: ServicesWithFiles,
  actor: Actor | undefined,
  { bodyId, importId }: ImportNamed,
  options: ActOptions = {},
): Promise<Result<string, ApproveRefusal>> {
  const allowed = may(actor, mayApproveSpending, bodyId);
  if (!allowed.ok) return allowed;
  const by = officerOf(allowed.value);
  const { database, clock } = services;

  const now = () => clock.now();
  const before = await database.as({ bodyId }, (sql) => mayApprove(sql, { bodyId, importId }, by, now()));
  // The same form sent again is answered as it was the first time, and only another one is too late.
  if (!before.ok) return act<string, ApproveRefusal>(services, allowed.value, options, async () => before);
  const { brought: first, report } = before.value;
  const from = readingFolder(services.privateFolder, { bodyId, importId }, first.reading.number);
  return publishing(services, { from, report }, (place) =>
    act<string, ApproveRefusal>(services, allowed.value, options, async (sql) => {
      await lockThing(sql, spendingSubject(bodyId));
      const checked = await mayApprove(sql, { bodyId, importId }, by, now());
      if (!checked.ok) return checked;
      const { brought, period, askedBy, twiceSaid } = checked.value;
      if (brought.reading.number !== first.reading.number)
        return refuse({ stale: importStanding(brought, now()) });
      const judged = await judgeMonths(sql, services, { brought, period });
      const { covered, overlapped, twice } = judged;
      if (overlapped.length > 0) return refuse({ overlaps: overlapped });
      // More than whoever asked gave a reason for: something was published since.
      if (twice !== undefined && twice.rows > twiceSaid) return refuse({ twice });
      const { release, standing } = await putRelease(sql, services, place, {
        bodyId,
        dataset: brought.dataset,
        files: brought.files,
        report: { ...report, findings: findingsFor(report, judged) },
        period,
        supersedes: covered.map(({ id }) => id),
        preparedBy: askedBy,
        approvedBy: by.office,
        publishedAt: now(),
        source: `${allowed.value.bodyName}, from its own ledger`,
        isIllustrative: false,
        mark: markOf(freshId(clock)),
      });
      await buildAhead(sql, services, standing);
      await insertImportOutcome(sql, brought, {
        outcome: 'approved',
        reading: brought.reading.number,
        period: undefined,
        says: '',
        by,
        at: release.publishedAt,
      });
      return ok({ value: release.id, entry: publishedEntry(release) });
    }),
  );
}

type Approvable = Readonly<{
  brought: Import;
  report: ImportReport;
  period: MonthsCovered;
  askedBy: string;
  twiceSaid: number;
}>;

/** The import while it waits, for whoever is somebody else than those who brought it and asked. */
async function mayApprove(
  sql: Sql,
  { bodyId, importId }: ImportNamed,
  by: Officer,
  now: Date,
): Promise<Result<Approvable, 'no-such-import' | 'own-import' | Stale<ImportStanding>>> {
  const brought = await findImport(sql, { bodyId, id: importId });
  if (brought === undefined) return refuse('no-such-import');
  const standing = importStanding(brought, now);
  const { report } = brought.reading;
  if (standing.is !== 'asked' || report === undefined) return refuse({ stale: standing });
  if (!isSomebodyElse([brought.broughtBy, standing.by], by)) return refuse('own-import');
  const { period, twice, by: asker } = standing;
  return ok({ brought, report, period, askedBy: asker.office, twiceSaid: twice });
}
