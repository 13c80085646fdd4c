import { type Sql, lockThing } from '#platform/db';
import { type Actor, dateParts, groupBy, ok } from '#platform/kernel';
import { type ActServices, actTogether, type Entry, type SystemActor, publicEntry } from '#platform/record';
import { correctionOf } from '../../domain/import/differences.ts';
import type { Difference } from '../../domain/import/findings.ts';
import type { ReadDecision } from '../../domain/import/read-decisions.ts';
import type { ReadMeeting } from '../../domain/import/read-meetings.ts';
import { heldAlready, numbersTaken } from '../../queries/imported-decisions.ts';
import { nextNumbers } from '../../store/numbering.ts';
import { insertCorrection, listCorrections } from '../../store/steps.ts';
import { importDecisions } from '../enter-decision.ts';
import { importMeetings } from '../meetings/import-meetings.ts';
import type { CheckedFile } from './check-file.ts';

export type Writing = Readonly<{
  bodyId: string;
  filename: string;
  /** All in one act, so that all of it happens or none; otherwise some hundreds in each. */
  together: boolean;
  /** Add to the records that differ what the file says, as corrections. */
  corrections: boolean;
  /** Told how many have been written; what is told is true even if the rest fails, unless it is written together. */
  progress(done: number): Promise<void>;
}>;

/** How many are written between two words on how far it has come. */
const atOnce = 250;

/** Writes what a checked file holds. What was written meanwhile under the same reference is passed over, never doubled. */
export async function writeFile(
  services: ActServices,
  actor: Actor | SystemActor,
  { decisions, meetings, findings }: CheckedFile,
  writing: Writing,
): Promise<Readonly<{ entered: number; corrected: number }>> {
  const by = { officeTitle: actor.officeTitle, now: services.clock.now() };
  const works = [
    ...chunks(decisions).map((some) => (sql: Sql) => writeDecisions(sql, some, writing, by)),
    ...chunks(meetings).map((some) => (sql: Sql) => writeMeetings(sql, some, writing, by)),
  ];
  let entered = 0;
  for (const act of writing.together ? [works] : works.map((work) => [work])) {
    const done = await actTogether<number, never>(services, actor, {}, async (sql) => {
      const entries: Entry[] = [];
      for (const work of act) {
        entries.push(...(await work(sql)));
        await writing.progress(entered + entries.length);
      }
      return ok({ value: entries.length, entries });
    });
    if (!done.ok) throw new Error('An import sends no form');
    entered += done.value;
  }
  const corrected = writing.corrections ? await writeCorrections(services, actor, findings.differences) : 0;
  return { entered, corrected };
}

type By = Readonly<{ officeTitle: string; now: Date }>;

const chunks = <Thing>(things: readonly Thing[]): readonly (readonly Thing[])[] =>
  Array.from({ length: Math.ceil(things.length / atOnce) }, (_, index) =>
    things.slice(index * atOnce, (index + 1) * atOnce),
  );

async function writeDecisions(
  sql: Sql,
  some: readonly ReadDecision[],
  { bodyId, filename }: Writing,
  by: By,
): Promise<readonly Entry[]> {
  await lockThing(sql, `/bodies/${bodyId}/decisions`);
  const references = some.map(({ given }) => given.externalReference);
  const held = await heldAlready(sql, bodyId, references);
  const fresh = some.filter(({ given }) => !held.has(given.externalReference));
  const years = groupBy(fresh, ({ given }) => dateParts(given.takenOn).year);
  const numbers = new Map<ReadDecision, string>();
  for (const [year, own] of years) {
    const free = await freeNumbers(sql, { bodyId, year }, own.length);
    own.forEach((decision, index) => numbers.set(decision, free[index] ?? ''));
  }
  const { entries } = await importDecisions(
    sql,
    fresh.map((decision) => ({
      ...decision.given,
      bodyId,
      reference: numbers.get(decision) ?? '',
      source: decision.given.source ?? lineOf(filename, decision.lines),
    })),
    by,
  );
  return entries;
}

async function freeNumbers(
  sql: Sql,
  { bodyId, year }: Readonly<{ bodyId: string; year: number }>,
  count: number,
): Promise<readonly string[]> {
  const free: string[] = [];
  while (free.length < count) {
    const given = await nextNumbers(sql, { bodyId, kind: 'decision', year }, count - free.length);
    const taken = await numbersTaken(sql, bodyId, given);
    free.push(...given.filter((number) => !taken.has(number)));
  }
  return free;
}

const lineOf = (filename: string, [line = 0]: readonly number[]): string => `${filename}, line ${line}`;

async function writeMeetings(
  sql: Sql,
  some: readonly ReadMeeting[],
  { bodyId, filename }: Writing,
  by: By,
): Promise<readonly Entry[]> {
  await lockThing(sql, `/bodies/${bodyId}/meetings`);
  const entered = await importMeetings(
    sql,
    some.map(({ given, lines }) => ({
      ...given,
      bodyId,
      reference: undefined,
      source: given.source ?? lineOf(filename, lines),
    })),
    by,
  );
  return entered.map(({ meeting, path, title }) =>
    publicEntry({
      act: 'governance.meeting.entered',
      subject: path,
      summary: `Meeting entered: ${title}`,
      facts: { committeeId: meeting.committeeId, source: meeting.source },
      about: { bodies: [bodyId], things: [`/committees/${meeting.committeeId}`] },
    }),
  );
}

/** Adds each difference to its record, once: the record itself stays as it was published. */
async function writeCorrections(
  services: ActServices,
  actor: Actor | SystemActor,
  differences: readonly Difference[],
): Promise<number> {
  let corrected = 0;
  for (const [path, own] of groupBy(differences, (each) => each.path)) {
    const added = await actTogether<number, never>(services, actor, {}, async (sql) => {
      await lockThing(sql, path);
      const decisionId = path.replace('/decisions/', '');
      const before = (await listCorrections(sql, [decisionId])).get(decisionId) ?? [];
      const entries: Entry[] = [];
      for (const difference of own) {
        const says = correctionOf(difference);
        if (before.some((each) => each.says === says)) continue;
        const on = services.clock.today();
        const reason = 'The committee system it came from was brought in again and says something else';
        const correction = { on, says, reason, byOffice: actor.officeTitle };
        const position = await insertCorrection(sql, decisionId, correction, services.clock.now());
        entries.push(correctionEntry(path, { position, on, says, reason }));
      }
      return ok({ value: entries.length, entries });
    });
    if (added.ok) corrected += added.value;
  }
  return corrected;
}

const correctionEntry = (
  path: string,
  facts: Readonly<{ position: number; on: string; says: string; reason: string }>,
): Entry =>
  publicEntry({
    act: 'governance.decision.corrected',
    subject: path,
    summary: 'Correction added to a record that was brought in',
    facts,
    about: { bodies: [path.split('/')[2] ?? ''] },
  });
