import { connect, type Database } from '#platform/db';
import { seatsPage } from './endless-forms.ts';
import { judgeActs } from './judge-acts.ts';
import { type CheckedRecord, checkRecord } from './check-record.ts';
import type { Site } from './site.ts';
import type { Ledger } from './writers.ts';

/** What was found wrong, in sentences, and how many acts of it were lost or half-done. */
export type Verdict = Readonly<{ lost: number; halfDone: number; wrong: readonly string[] }>;

export type Judge = Readonly<{
  /**
   * Judges, while nobody writes, all that these bodies' officers have done since the judge began; of the bodies they
   * lately did it for, the public pages too.
   */
  judge(ledgers: readonly Ledger[], lately: readonly Ledger[]): Promise<Verdict>;
}>;

/** Begins to judge: what the record holds now is where it starts counting. */
export async function judgeOf(site: Site): Promise<Judge> {
  const start = await withDatabase(site, (database) => checkRecord(site.address, database));
  if (!start.ok) throw new Error(start.error);
  let before = start.value;

  return {
    async judge(ledgers, lately) {
      const wrong: string[] = [];
      let [lost, halfDone] = [0, 0];
      await withDatabase(site, async (database) => {
        for (const ledger of ledgers) {
          const faults = await database.as(ledger, (sql) => judgeActs(sql, ledger));
          lost += faults.lost.length;
          halfDone += faults.halfDone.length;
          for (const [kind, ids] of Object.entries(faults))
            if (ids.length > 0) wrong.push(`${kind}: ${ids.join(', ')}`);
        }
        const checked = await checkRecord(site.address, database, { before, viewer: lately.at(-1) });
        if (checked.ok) wrong.push(...whatDoesNotAddUp(start.value, (before = checked.value), ledgers));
        else wrong.push(checked.error);
      });
      for (const ledger of lately) wrong.push(...(await staleOn(site, ledger)));
      return { lost, halfDone, wrong };
    },
  };
}

async function withDatabase<Answer>(
  site: Site,
  work: (database: Database) => Promise<Answer>,
): Promise<Answer> {
  const database = connect({ url: site.connection().appUrl, connections: 1 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Every entry since the start is an act that was acknowledged, and every act has one. */
function whatDoesNotAddUp(
  start: CheckedRecord,
  now: CheckedRecord,
  ledgers: readonly Ledger[],
): readonly string[] {
  const acts = ledgers.flatMap((ledger) => ledger.acts);
  const entries = now.entries - start.entries;
  const privateEntries = now.privateEntries - start.privateEntries;
  const privateActs = acts.filter(({ isPrivate }) => isPrivate).length;
  return entries === acts.length && privateEntries === privateActs
    ? []
    : [
        `${acts.length} acts were acknowledged, ${privateActs} of them private; the record grew by ${entries} entries, ${privateEntries} of them private`,
      ];
}

/** The public page, made anew and from memory, must show what was published last. */
async function staleOn({ address }: Site, { bodyId, newest }: Ledger): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const time of ['first', 'second']) {
    const response = await fetch(address + seatsPage(bodyId));
    const body = await response.text();
    const missing = newest().filter((title) => !body.includes(title));
    if (!response.ok || missing.length > 0)
      wrong.push(
        `${seatsPage(bodyId)}, asked the ${time} time, answered ${response.status} without ${missing.join(', ')}`,
      );
  }
  return wrong;
}
