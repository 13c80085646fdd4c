import type { Sql } from '#platform/db';
import { findConsultation } from '../../store/consultations.ts';

/** What the consultation with this page is called; undefined where there is none. */
export async function consultationTitled(sql: Sql, page: string): Promise<string | undefined> {
  const id = /^\/consultations\/([a-z0-9-]+)$/.exec(page)?.[1];
  return id === undefined ? undefined : (await findConsultation(sql, id))?.title;
}
