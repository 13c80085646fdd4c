import { rename, rm } from 'node:fs/promises';
import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Services, ServicesWithFiles, Stale } from '#platform/module';
import { act, type ActOptions } from '#platform/record';
import type { UnderWay } from '../../domain/import/publication.ts';
import { type ImportStanding, importStanding, isSomebodyElse } from '../../domain/import/standing.ts';
import { mayApproveSpending, mayBringSpending } from '../../permissions.ts';
import { importFolder } from '../../store/folders.ts';
import { findImport, insertImportOutcome } from '../../store/imports.ts';
import { lastPublication } from '../../store/publications.ts';
import { officerOf, spendingSubject } from './officers.ts';
import type { ImportNamed } from './run-reading.ts';

export type EndAsked = ImportNamed & Readonly<{ says: string }>;
export type EndRefusal =
  | CommonRefusal
  | 'no-such-import'
  | 'own-import'
  | 'says-missing'
  | UnderWay
  | Stale<ImportStanding>;

/** Gives an import back to whoever asked for its publication, with the reason. */
export async function returnImport(
  services: Services,
  actor: Actor | undefined,
  { bodyId, importId, says }: EndAsked,
  options: ActOptions = {},
): Promise<Result<void, EndRefusal>> {
  const allowed = may(actor, mayApproveSpending, bodyId);
  if (!allowed.ok) return allowed;
  if (says.trim() === '') return refuse('says-missing');
  return end(services, allowed.value, { bodyId, importId, says, outcome: 'returned' }, options);
}

/** Drops an import: none of it will be published, and its files are gone. What they were called and their checksums stay. */
export async function dropImport(
  services: ServicesWithFiles,
  actor: Actor | undefined,
  asked: EndAsked,
  options: ActOptions = {},
): Promise<Result<void, EndRefusal>> {
  const allowed = may(actor, mayBringSpending, asked.bodyId);
  if (!allowed.ok) return allowed;
  const done = await end(services, allowed.value, { ...asked, outcome: 'dropped' }, options);
  if (done.ok) await clearAway(importFolder(services.privateFolder, asked));
  return done;
}

/** All at once for whoever reads there meanwhile, and whoever writes there fails; what is left by a fault on the way is swept up later. */
async function clearAway(folder: string): Promise<void> {
  const cleared = `${folder}.dropped`;
  await rename(folder, cleared).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
  await rm(cleared, { recursive: true, force: true });
}

const words = {
  returned: 'Payments were given back, with the reason',
  dropped: 'Files of payments were dropped',
} as const;

async function end(
  services: Services,
  actor: Actor,
  { bodyId, importId, says, outcome }: EndAsked & Readonly<{ outcome: 'returned' | 'dropped' }>,
  options: ActOptions,
): Promise<Result<void, EndRefusal>> {
  const { clock } = services;
  const by = officerOf(actor);
  return act<void, EndRefusal>(services, actor, options, async (sql) => {
    await lockThing(sql, spendingSubject(bodyId));
    const brought = await findImport(sql, { bodyId, id: importId });
    if (brought === undefined) return refuse('no-such-import');
    const standing = importStanding(brought, clock.now());
    const { is } = standing;
    if (is === 'approved' || is === 'dropped') return refuse({ stale: standing });
    if (outcome === 'returned') {
      if (is !== 'asked') return refuse({ stale: standing });
      if (!isSomebodyElse([standing.by], by)) return refuse('own-import');
    }
    const publication = await lastPublication(sql, importId);
    if (publication !== undefined && publication.endedAt === undefined)
      return refuse({ underWay: publication.approver.officeTitle });
    const reading = brought.reading.number;
    await insertImportOutcome(sql, brought, {
      outcome,
      reading,
      period: undefined,
      says,
      by,
      at: clock.now(),
    });
    return ok({
      value: undefined,
      entry: {
        act: `open-books.spending.${outcome}`,
        subject: `${spendingSubject(bodyId)}/${importId}`,
        summary: words[outcome],
        facts: { says },
        visibility: 'private',
      },
    });
  });
}
