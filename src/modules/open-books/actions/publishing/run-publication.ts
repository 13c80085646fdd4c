import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { act, type ActOptions } from '#platform/record';
import { everyBody } from '#modules/register';
import type { Publication, UnderWay } from '../../domain/import/publication.ts';
import { mayApproveSpending } from '../../permissions.ts';
import {
  insertPublication,
  lastPublication,
  movePublication,
  publicationsUnderWay,
} from '../../store/publications.ts';
import { approveImport, type ApproveRefusal, mayApprove } from './approve-import.ts';
import { officerOf, spendingSubject } from './officers.ts';
import type { ImportNamed } from './run-reading.ts';

/** Those that this process is at, by their imports. */
const atWork = new Map<string, Promise<void>>();

/**
 * Keeps that an officer approves payments, and begins to publish them (`approveImport`). From then on they are published whatever stops the
 * machine: what a process leaves undone is gone on with when the next one starts. Where it comes to a refusal after all, as when other
 * payments of these days were published meanwhile, that is kept for whoever looks.
 */
export async function beginPublication(
  services: ServicesWithFiles,
  actor: Actor | undefined,
  { bodyId, importId }: ImportNamed,
  options: ActOptions = {},
): Promise<Result<void, ApproveRefusal | UnderWay>> {
  const allowed = may(actor, mayApproveSpending, bodyId);
  if (!allowed.ok) return allowed;
  const approver = allowed.value;
  const { clock } = services;
  let begun: Publication | undefined;
  const kept = await act<void, ApproveRefusal | UnderWay>(services, approver, options, async (sql) => {
    await lockThing(sql, spendingSubject(bodyId));
    const last = await lastPublication(sql, importId);
    if (last !== undefined && last.endedAt === undefined)
      return refuse({ underWay: last.approver.officeTitle });
    const checked = await mayApprove(sql, { bodyId, importId }, officerOf(approver), clock.now());
    if (!checked.ok) return checked;
    const number = (last?.number ?? 0) + 1;
    await insertPublication(
      sql,
      { importId, number, outcomes: checked.value.brought.outcomes.length },
      approver,
      clock.now(),
    );
    begun = await lastPublication(sql, importId);
    return ok({
      value: undefined,
      entry: {
        act: 'open-books.spending.approval-given',
        subject: `${spendingSubject(bodyId)}/${importId}`,
        summary: 'Payments were approved and are being published',
        facts: { number },
        visibility: 'private',
      },
    });
  });
  if (begun !== undefined) void runPublication(services, begun);
  return kept;
}

/** Publishes what was approved, tells how far it is, and keeps how it ended. It never throws. */
function runPublication(services: ServicesWithFiles, publication: Publication): Promise<void> {
  const { importId, bodyId, approver } = publication;
  const { database, clock } = services;
  const move = async (moved: Parameters<typeof movePublication>[3]): Promise<void> => {
    await database.transaction<void, never>({ bodyId }, {}, async (sql) =>
      ok(await movePublication(sql, publication, clock.now(), moved)),
    );
  };
  const work = async (): Promise<void> => {
    const told: Promise<void>[] = [];
    try {
      const done = await approveImport(services, approver, { bodyId, importId }, {}, (step) => {
        told.push(move({ step }).catch(() => undefined));
      });
      await Promise.all(told);
      await move(done.ok ? { release: done.value } : { refused: done.error });
    } catch (error) {
      services.onFault?.(error, 'publishing payments');
      await move({ refused: 'broke-off' }).catch(() => undefined);
    }
  };
  const running = work().finally(() => atWork.delete(importId));
  atWork.set(importId, running);
  return running;
}

/** Goes on with what was approved before and broken off when a process ended. Of two processes that are at one, one publishes it. */
export async function goOnPublishing(services: ServicesWithFiles): Promise<void> {
  const { database, clock } = services;
  for (const { id: bodyId } of await everyBody(database, { on: clock.today() })) {
    const left = await database.as({ bodyId }, (sql) => publicationsUnderWay(sql, bodyId));
    for (const publication of left)
      if (!atWork.has(publication.importId)) await runPublication(services, publication);
  }
}
