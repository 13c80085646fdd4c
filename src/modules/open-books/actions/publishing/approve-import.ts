import { lockThing, type Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, ServicesWithFiles, Stale } from '#platform/module';
import { act, type ActOptions, actTogether, freshId } from '#platform/record';
import type { Import, MonthsCovered, Officer } from '../../domain/import/import.ts';
import type { ImportReport } from '../../domain/import/report.ts';
import type { PublicationStep } from '../../domain/import/publication.ts';
import { type ImportStanding, importStanding, isSomebodyElse } from '../../domain/import/standing.ts';
import { isTouched } from '../../domain/release/months-covered.ts';
import { mayApproveSpending } from '../../permissions.ts';
import { findingsFor, judgeMonths } from '../../queries/publishing/months-asked.ts';
import { paymentsByMonth } from '../../queries/publishing/payments-by-month.ts';
import { readingFolder } from '../../store/folders.ts';
import { findImport, insertImportOutcome } from '../../store/imports.ts';
import { buildAhead } from '../../store/views/build-ahead.ts';
import { tellingSteps } from '../../store/views/steps-told.ts';
import type { CountedTwice, Overlaps } from './ask-publication.ts';
import { findingsOfMonth, foundByMonth } from './findings-of-month.ts';
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
 * Publishes the payments of an import as a release, or as one for each of their months where that was asked, all of them or none. It
 * takes the place of every release of the same days. The folder of its rows is
 * written and checked to the penny beforehand and put in its place before the act is committed: whatever stops the machine, the
 * releases that stood before stand, or this one does, whole. Of two who approve at once one wins.
 */
export async function approveImport(
  services: ServicesWithFiles,
  actor: Actor | undefined,
  { bodyId, importId }: ImportNamed,
  options: ActOptions = {},
  tell: (step: PublicationStep) => void = () => undefined,
): Promise<Result<string, ApproveRefusal>> {
  const allowed = may(actor, mayApproveSpending, bodyId);
  if (!allowed.ok) return allowed;
  const by = officerOf(allowed.value);
  const { database, clock } = services;

  const now = () => clock.now();
  const before = await database.as({ bodyId }, (sql) => mayApprove(sql, { bodyId, importId }, by, now()));
  // The same form sent again is answered as it was the first time, and only another one is too late.
  if (!before.ok) return act<string, ApproveRefusal>(services, allowed.value, options, async () => before);
  const { brought: first, report, byMonth } = before.value;
  tell('rows');
  const from = readingFolder(services.privateFolder, { bodyId, importId }, first.reading.number);
  const months = byMonth
    ? (await paymentsByMonth(services, first))?.months.map(({ period }) => period)
    : undefined;
  const found = months && (await foundByMonth(from, report));
  return publishing(services, { from, report, months }, (places) =>
    actTogether<string, ApproveRefusal>(services, allowed.value, options, async (sql) => {
      await lockThing(sql, spendingSubject(bodyId));
      const checked = await mayApprove(sql, { bodyId, importId }, by, now());
      if (!checked.ok) return checked;
      const { brought, period, askedBy, twiceSaid } = checked.value;
      if (brought.reading.number !== first.reading.number || checked.value.byMonth !== byMonth)
        return refuse({ stale: importStanding(brought, now()) });
      const judged = await judgeMonths(sql, services, { brought, period, months });
      const { covered, left, overlapped, twice } = judged;
      if (overlapped.length > 0) return refuse({ overlaps: overlapped });
      // More than whoever asked gave a reason for: something was published since.
      if (twice !== undefined && twice.rows > twiceSaid) return refuse({ twice });
      const publishedAt = now();
      const put: Awaited<ReturnType<typeof putRelease>>[] = [];
      const isBefore = judged.findings.some(({ kind }) => kind === 'published-before');
      for (const place of places) {
        const own = place.cut?.period ?? period;
        const taken = covered.filter((release) => isTouched(release, own));
        const findings = found
          ? await findingsOfMonth(sql, services, place, {
              bodyId,
              on: clock.today(),
              found,
              // What is nowhere in the whole is in none of its months.
              taken: isBefore ? taken : [],
              left: twice === undefined ? [] : left,
            })
          : findingsFor(report, judged);
        put.push(
          await putRelease(sql, services, place, {
            bodyId,
            dataset: brought.dataset,
            files: brought.files.filter((_, at) => place.cut?.files.includes(at) ?? true),
            report: { ...place.report, findings },
            period: own,
            supersedes: taken.map(({ id }) => id),
            preparedBy: askedBy,
            approvedBy: by.office,
            publishedAt,
            source: `${allowed.value.bodyName}, from its own ledger`,
            isIllustrative: false,
            mark: markOf(freshId(clock)),
          }),
        );
      }
      const last = put.at(-1);
      if (last === undefined) throw new Error(`Nothing of ${importId} was published`);
      await tellingSteps(tell, () => buildAhead(sql, services, last.standing));
      await insertImportOutcome(sql, brought, {
        outcome: 'approved',
        reading: brought.reading.number,
        period: undefined,
        says: '',
        by,
        at: publishedAt,
      });
      return ok({ value: last.release.id, entries: put.map(({ release }) => publishedEntry(release)) });
    }),
  );
}

type Approvable = Readonly<{
  brought: Import;
  report: ImportReport;
  period: MonthsCovered;
  askedBy: string;
  twiceSaid: number;
  byMonth: boolean;
}>;

/** The import while it waits, for whoever is somebody else than those who brought it and asked. */
export async function mayApprove(
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
  const { period, twice, byMonth, by: asker } = standing;
  return ok({ brought, report, period, askedBy: asker.office, twiceSaid: twice, byMonth });
}
