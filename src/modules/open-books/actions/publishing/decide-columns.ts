import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import type { ActOptions } from '#platform/record';
import type { DecidedReading } from '../../domain/import/decided-reading.ts';
import { headingSignature } from '../../domain/import/heading-signature.ts';
import { type Role, roles } from '../../domain/reading/roles.ts';
import { insertMapping, listMappings } from '../../store/mappings.ts';
import { type ImportNamed, readAgainAfter, type ReadAgainRefusal, type Running } from './run-reading.ts';

export type ColumnsDecided = ImportNamed & Readonly<{ table: number; reads: DecidedReading }>;

/** A role that two columns were given: no row could be read so. */
export type TwiceGiven = Readonly<{ twice: Role }>;
export type DecideColumnsRefusal =
  | ReadAgainRefusal
  | 'no-such-table'
  | 'no-amount'
  | 'no-supplier'
  | TwiceGiven;

/**
 * Keeps which column of a table holds what, for this import and for every later one with the same headings, and reads the
 * files again.
 */
export async function decideColumns(
  services: ServicesWithFiles,
  actor: Actor | undefined,
  { table, reads, ...named }: ColumnsDecided,
  options: ActOptions = {},
): Promise<Result<Running, DecideColumnsRefusal>> {
  const fault = faultOf(reads);
  if (fault !== undefined) return refuse(fault);
  return readAgainAfter<'no-such-table'>(services, actor, named, options, async (sql, brought, by) => {
    const found = brought.reading.report?.tables[table];
    if (found === undefined) return refuse('no-such-table');
    const headings = headingSignature(found.headings);
    const before = (await listMappings(sql, named.bodyId)).get(headings);
    await insertMapping(sql, named.bodyId, {
      headings,
      number: (before?.number ?? 0) + 1,
      reads,
      decidedBy: by.officeTitle,
      decidedAt: services.clock.now(),
    });
    return ok(undefined);
  });
}

function faultOf({ columns, isLeftOut }: DecidedReading): DecideColumnsRefusal | undefined {
  if (isLeftOut === true) return undefined;
  const given = columns.map(({ role }) => role);
  const twice = given.find((role, at) => given.indexOf(role) !== at);
  if (twice !== undefined) return { twice };
  if (!given.includes('amount') && !given.includes('gross')) return 'no-amount';
  return given.includes('supplier') ? undefined : 'no-supplier';
}

/** Whether a word names something that a column can hold. */
export const isRole = (word: string): word is Role => Object.hasOwn(roles, word);
