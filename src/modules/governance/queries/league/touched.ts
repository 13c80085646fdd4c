import type { Sql } from '#platform/db';
import { dateParts, isoDate } from '#platform/kernel';
import type { EntryWithAbout } from '#platform/record';
import { listDecisionsAfter } from '../../store/notices.ts';

/** What an act may have changed of how decisions are judged: one body’s year, all its years, or everybody’s. */
export type Touched = 'everything' | Readonly<{ bodyId: string; year: number | undefined }>;

/**
 * What these entries of the record touched, each once: a published decision its own year, a notice the years of the
 * decisions that followed it, a rule or a closure all years of its body, and the law everybody’s.
 */
export async function touchedBy(sql: Sql, entries: readonly EntryWithAbout[]): Promise<readonly Touched[]> {
  const touched = new Map<string, Touched>();
  for (const entry of entries) {
    const found = await touchedByOne(sql, entry);
    for (const each of found) touched.set(each === 'everything' ? each : `${each.bodyId} ${each.year}`, each);
  }
  return [...touched.values()];
}

async function touchedByOne(sql: Sql, { entry, about }: EntryWithAbout): Promise<readonly Touched[]> {
  const bodies = about.flatMap(({ kind, id }) => (kind === 'bodies' ? [id] : []));
  if (entry.act.startsWith('register.'))
    return bodies.length === 0 ? ['everything'] : bodies.map((bodyId) => ({ bodyId, year: undefined }));
  const [, , bodyId = '', reference = ''] = entry.subject.split('/');
  if (entry.act.startsWith('governance.notice.')) {
    const decisions = await listDecisionsAfter(sql, `${bodyId}/${reference}`);
    return decisions.map(({ takenOn, ...decision }) => ({
      bodyId: decision.bodyId,
      year: dateParts(takenOn).year,
    }));
  }
  if (entry.act !== 'governance.decision.published' && entry.act !== 'governance.decision.entered') return [];
  return [{ bodyId, year: yearTaken(entry.facts) }];
}

/** The year a decision was taken in, as its entry has it; undefined where it does not say, and then every year is judged. */
function yearTaken(facts: Readonly<Record<string, unknown>>): number | undefined {
  const decision = facts['decision'];
  const takenOn =
    typeof decision === 'object' && decision !== null && 'takenOn' in decision ? decision.takenOn : undefined;
  const day = isoDate(typeof takenOn === 'string' ? takenOn : '');
  return day.ok ? dateParts(day.value).year : undefined;
}
