import type { Sql } from '#platform/db';
import {
  formatDate,
  inBreaths,
  type Header,
  type IsoDate,
  type KnownColumn,
  ok,
  readHeader,
  refuse,
  type Result,
  type RowFault,
} from '#platform/kernel';
import { type BodyLine, bodyOn, type BodyRules, rulesFor } from '#modules/register';
import { mayNotTake } from '../../domain/decision/may-take.ts';
import { type DecisionColumn, decisionColumns } from '../../domain/import/decision-columns.ts';
import { differencesOf } from '../../domain/import/differences.ts';
import { type Difference, type Findings, type ImportKind, mostFaults } from '../../domain/import/findings.ts';
import { type MeetingColumn, meetingColumns } from '../../domain/import/meeting-columns.ts';
import { type ReadDecision, readDecision } from '../../domain/import/read-decisions.ts';
import { type ReadMeeting, readMeeting } from '../../domain/import/read-meetings.ts';
import { decisionsById, decisionsHeld, sameKey } from '../../queries/imported-decisions.ts';
import { valueOn } from '../../queries/rules-on.ts';
import { listCommittees } from '../../store/committees.ts';
import { firstOwnRecord } from '../../store/decisions.ts';
import { externalReferencesOf, firstOwnMeeting } from '../../store/meetings.ts';
import { type FileRefusal, type FileTable, readFile } from './read-file.ts';
import { readThings } from './read-things.ts';

/** A file that was read and held against what its body has: what can be written, and what the check found. */
export type CheckedFile = Readonly<{
  findings: Findings;
  decisions: readonly ReadDecision[];
  meetings: readonly ReadMeeting[];
}>;

export type CheckRefusal =
  | FileRefusal
  | 'no-such-body'
  | Readonly<{ missing: readonly KnownColumn[]; header: readonly string[] }>;

/**
 * Checks a file before anything is written: every row that is wrong, what is new, what is known, and what differs. Others
 * have their turn meanwhile.
 */
export async function checkFile(
  sql: Sql,
  {
    bodyId,
    kind,
    bytes,
    today,
  }: Readonly<{ bodyId: string; kind: ImportKind; bytes: Buffer; today: IsoDate }>,
): Promise<Result<CheckedFile, CheckRefusal>> {
  const [body, rules] = await Promise.all([bodyOn(sql, bodyId, { on: today }), rulesFor(sql, bodyId)]);
  if (body === undefined || rules === undefined) return refuse('no-such-body');
  const table = await readFile(bytes);
  if (!table.ok) return table;
  return kind === 'decisions'
    ? checkDecisions(sql, { body, rules, table: table.value, today })
    : checkMeetings(sql, { body, rules, table: table.value, today });
}

type Checking = Readonly<{ body: BodyLine; rules: BodyRules; table: FileTable; today: IsoDate }>;

async function checkDecisions(
  sql: Sql,
  { body, rules, table, today }: Checking,
): Promise<Result<CheckedFile, CheckRefusal>> {
  const header = readHeader(table.header, decisionColumns);
  if (header.missing.length > 0) return refuse({ missing: header.missing, header: table.header });
  const read = await readThings<DecisionColumn, ReadDecision>(table, header, (own) =>
    readDecision(own, today),
  );
  const [held, ownSince] = await Promise.all([decisionsHeld(sql, body.id), firstOwnRecord(sql, body.id)]);
  const faults: RowFault[] = [...read.faults];
  const fresh: ReadDecision[] = [];
  const known: (readonly [string, ReadDecision])[] = [];
  for await (const decision of inBreaths(read.things)) {
    const id = held.byExternalReference.get(decision.given.externalReference);
    const wrong =
      id === undefined ? whyNot(decision, { body, rules, bySame: held.bySame, ownSince }) : undefined;
    if (id !== undefined) known.push([id, decision]);
    else if (wrong === undefined) fresh.push(decision);
    else
      faults.push({
        line: decision.lines[0] ?? 0,
        column: 'Decision',
        value: decision.given.title,
        ...wrong,
      });
  }
  const standing = await decisionsById(
    sql,
    known.map(([id]) => id),
  );
  const differences: Difference[] = [];
  for await (const [id, decision] of inBreaths(known)) {
    const stands = standing.get(id);
    if (stands !== undefined) differences.push(...differencesOf(stands, decision));
  }
  const differing = new Set(differences.map(({ path }) => path)).size;
  const findings = findingsOf(table, header, faults, {
    fresh: fresh.length,
    known: known.length - differing,
    differences,
  });
  return ok({ findings, decisions: fresh, meetings: [] });
}

/** Why a decision that reads rightly cannot be this body’s. */
function whyNot(
  { given }: ReadDecision,
  {
    body,
    rules,
    bySame,
    ownSince,
  }: Pick<Checking, 'body' | 'rules'> &
    Readonly<{ bySame: ReadonlyMap<string, string>; ownSince: IsoDate | undefined }>,
): Pick<RowFault, 'wrong' | 'mend'> | undefined {
  const published = bySame.get(sameKey(given));
  if (published !== undefined)
    return {
      wrong: `The same decision is published already, as ${published}`,
      mend: 'Leave it out, or give it another title where it is another decision',
    };
  const { takenOn } = given;
  if (ownSince !== undefined && given.published.on >= ownSince)
    return {
      wrong: `Published on ${formatDate(given.published.on)}, though ${body.name} publishes its records here since ${formatDate(ownSince)}`,
      mend: 'Leave it out and publish its record here, so that its call-in window opens',
    };
  if (
    (body.founded !== undefined && takenOn < body.founded) ||
    (body.ended !== undefined && takenOn >= body.ended)
  )
    return {
      wrong: `${body.name} did not exist on ${formatDate(takenOn)}`,
      mend: 'Check the date of the decision',
    };
  const because = mayNotTake(given, {
    regime: valueOn(rules, 'regime', takenOn),
    mayVote: valueOn(rules, 'voting.enabled', takenOn),
  });
  switch (because?.mayNot) {
    case undefined:
      return undefined;
    case 'decide-as-executive':
      return {
        wrong: `On ${formatDate(takenOn)} the council was run by committees, so nothing it decided was executive`,
        mend: 'Write no as its executive decision, or correct the body’s rule on how it was run',
      };
    case 'decide-without-vote':
      return {
        wrong: 'The body does not decide by vote, so it can endorse, recommend or note, and nothing else',
        mend: 'Write endorse, recommend or note as the effect of each clause',
      };
    default:
      return because satisfies undefined;
  }
}

async function checkMeetings(
  sql: Sql,
  { body, table, today }: Checking,
): Promise<Result<CheckedFile, CheckRefusal>> {
  const header = readHeader(table.header, meetingColumns);
  if (header.missing.length > 0) return refuse({ missing: header.missing, header: table.header });
  const [committees, ownSince] = await Promise.all([
    listCommittees(sql, { bodyId: body.id }),
    firstOwnMeeting(sql, body.id),
  ]);
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '');
  const byName = new Map(committees.map(({ id, name }) => [plain(name), id]));
  const read = await readThings<MeetingColumn, ReadMeeting>(table, header, (own) =>
    readMeeting(own, (name) => byName.get(plain(name)), today),
  );
  const known = await knownMeetings(sql, body.id, read.things);
  const unknown = read.things.filter(({ given }) => !known.has(given.externalReference));
  const isOwn = ({ given }: ReadMeeting) => ownSince !== undefined && given.on >= ownSince;
  const fresh = unknown.filter((meeting) => !isOwn(meeting));
  const faults = [
    ...read.faults,
    ...unknown.filter(isOwn).map(({ lines: [line = 0], given }): RowFault => ({
      line,
      column: 'Meeting',
      value: given.externalReference,
      wrong: `Held on ${formatDate(given.on)}, though ${body.name} holds its meetings here since ${formatDate(ownSince ?? given.on)}`,
      mend: 'Leave it out and keep it here: a meeting is called here before it is held, so that its notice is counted',
    })),
  ];
  const findings = findingsOf(table, header, faults, {
    fresh: fresh.length,
    known: read.things.length - unknown.length,
    differences: [],
  });
  return ok({ findings, decisions: [], meetings: fresh });
}

async function knownMeetings(
  sql: Sql,
  bodyId: string,
  meetings: readonly ReadMeeting[],
): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  const references = meetings.map(({ given }) => given.externalReference);
  for (let start = 0; start < references.length; start += referencesAtOnce) {
    const some = references.slice(start, start + referencesAtOnce);
    for (const reference of (await externalReferencesOf(sql, bodyId, some)).keys()) known.add(reference);
  }
  return known;
}

const referencesAtOnce = 5000;

const findingsOf = <Key extends string>(
  { encoding, rows }: FileTable,
  { ignored, twice }: Header<Key>,
  faults: readonly RowFault[],
  found: Pick<Findings, 'fresh' | 'known' | 'differences'>,
): Findings => ({
  encoding,
  rows: rows.length,
  ...found,
  differences: found.differences.slice(0, mostFaults),
  faults: faults.toSorted((a, b) => a.line - b.line).slice(0, mostFaults),
  faultsInAll: faults.length,
  ignored,
  twice,
});
