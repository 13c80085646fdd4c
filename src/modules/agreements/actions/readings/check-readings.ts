import type { Sql } from '#platform/db';
import { groupBy, inBreaths, type IsoDate } from '#platform/kernel';
import type { BatchReading } from '../../domain/reading/batch.ts';
import { mostFindings, type ReadingFindings, type RowFinding } from '../../domain/reading/findings.ts';
import { judgeReading, withItsFigure } from '../../domain/reading/judge.ts';
import { bringerFaults, ownerFaults } from '../../domain/reading/judge-owner.ts';
import type { ReadRow } from '../../domain/reading/read-row.ts';
import type { KeptReading, Measured } from '../../domain/reading/reading.ts';
import { saysTheSame } from '../../domain/reading/same.ts';
import { type Whose, whoseReadings } from '../../queries/readings/whose.ts';
import { periodKey, standingReadings, waitingReadings } from '../../store/bringing.ts';
import { recentReadings } from '../../store/readings.ts';

export type CheckAsked = Readonly<{
  bodyId: string;
  isComparison: boolean;
  written: string;
  rows: readonly ReadRow[];
  today: IsoDate;
  /** Told now and then how many rows have been judged. */
  progress?(done: number): Promise<void>;
}>;

/** Readings held against their series and what is published: what can be put for approval, and what the check found. */
export type CheckedReadings = Readonly<{ findings: ReadingFindings; readings: readonly BatchReading[] }>;

/** How many rows are looked up at once, between two words on how far it has come. */
const rowsAtOnce = 2000;
/** How many periods before tell what is usual. */
const periodsBefore = 13;

/** Judges every row before anything is written; a long file is taken in breaths, so that the site goes on answering. */
export async function checkReadings(sql: Sql, asked: CheckAsked): Promise<CheckedReadings> {
  const { rows, today } = asked;
  const seriesIds = [...new Set(rows.flatMap(({ brought }) => brought?.seriesId ?? []))];
  const whose = await whoseReadings(sql, { seriesIds, on: today });
  const seen = new Map<string, number>();
  const found = { fresh: 0, revisions: 0, known: 0, empty: 0 };
  const faults: RowFinding[] = [];
  const doubts: RowFinding[] = [];
  const readings: BatchReading[] = [];

  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const some = rows.slice(start, start + rowsAtOnce);
    const held = await lookUp(sql, some);
    for await (const row of inBreaths(some)) {
      if (row.isEmpty) {
        found.empty += 1;
        continue;
      }
      const judged = judgeRow(row, { ...asked, whose, held, seen });
      faults.push(...judged.faults);
      doubts.push(...judged.doubts);
      if (judged.outcome === 'known') found.known += 1;
      if (judged.reading === undefined) continue;
      found[judged.outcome] += 1;
      readings.push({ ...judged.reading, position: readings.length + 1 });
    }
    await asked.progress?.(Math.min(start + rowsAtOnce, rows.length));
  }
  const findings = {
    written: asked.written,
    rows: rows.length,
    ...found,
    faults: faults.slice(0, mostFindings),
    faultsInAll: faults.length,
    doubts: doubts.slice(0, mostFindings),
    doubtsInAll: doubts.length,
  };
  return { findings, readings };
}

type Held = Readonly<{
  standing: ReadonlyMap<string, KeptReading>;
  waiting: ReadonlyMap<string, Measured>;
  recent: ReadonlyMap<string, readonly KeptReading[]>;
}>;

async function lookUp(sql: Sql, rows: readonly ReadRow[]): Promise<Held> {
  const all = rows.flatMap(({ brought }) => brought ?? []);
  const pairs = new Map(all.map((each) => [pairKey(each), each]));
  return {
    standing: await standingReadings(sql, all),
    waiting: await waitingReadings(sql, all),
    recent: groupBy(await recentReadings(sql, [...pairs.values()], { periods: periodsBefore }), pairKey),
  };
}

const pairKey = ({ seriesId, areaId }: Pick<Measured, 'seriesId' | 'areaId'>) => `${seriesId} ${areaId}`;

type Context = CheckAsked &
  Readonly<{
    whose: Whose;
    held: Held;
    /** The line on which each period stood first. */
    seen: Map<string, number>;
  }>;

type JudgedRow = Readonly<{ faults: readonly RowFinding[]; doubts: readonly RowFinding[] }> &
  (
    | Readonly<{ outcome: 'faulty' | 'known'; reading?: undefined }>
    | Readonly<{ outcome: 'fresh' | 'revisions'; reading: Omit<BatchReading, 'position'> }>
  );

function judgeRow(row: ReadRow, { whose, held, seen, bodyId, isComparison, today }: Context): JudgedRow {
  const { line, brought: read, areaName: givenName } = row;
  const faulty = (found: ReadRow['faults']): JudgedRow => ({
    outcome: 'faulty',
    faults: found.map(({ column, fault }) => ({ line, column, value: row.text(column), found: fault })),
    doubts: [],
  });
  if (read === undefined) return faulty(row.faults);
  const series = whose.series.get(read.seriesId);
  if (series === undefined) return faulty([{ column: 'series', fault: { is: 'unknown-series' } }]);
  const key = periodKey(read);
  const before = seen.get(key);
  if (before !== undefined) return faulty([{ column: 'to', fault: { is: 'twice', line: before } }]);
  seen.set(key, line);

  const { areaId, seriesId } = read;
  const ownership = ownerFaults({
    bodyId,
    isComparison,
    owner: whose.ownerOf(seriesId, areaId)?.bodyId,
    owners: whose.ownersOf(seriesId),
    areaName: whose.areaName(areaId),
    givenName,
    source: read.source,
  });
  if (ownership.length > 0) return faulty(ownership);
  const sourced = read.source === '' ? { ...read, source: series.measuredFrom } : read;
  const brought = withItsFigure(sourced, series);
  const [stands, waits] = [held.standing.get(key), held.waiting.get(key)];
  const isKnown = [stands, waits].some((each) => each !== undefined && saysTheSame(each, brought));
  if (isKnown) return { outcome: 'known', faults: [], doubts: [] };
  const another = bringerFaults({ bodyId, isComparison }, stands);
  if (another.length > 0) return faulty(another);
  if (waits !== undefined) return faulty([{ column: 'to', fault: { is: 'waits-already' } }]);

  const recent = held.recent.get(pairKey(brought)) ?? [];
  // Most rows of a long file are of earlier periods than the recent ones: those share one list.
  const isOwn = ({ period }: KeptReading) =>
    period.to === brought.period.to && period.from === brought.period.from;
  const others = recent.some(isOwn) ? recent.filter((each) => !isOwn(each)) : recent;
  const { faults, doubt } = judgeReading(brought, { series, stands, others, today });
  if (faults.length > 0) return faulty(faults);
  const { unit: _, knownRevisions: __, ...measured } = brought;
  return {
    outcome: stands === undefined ? 'fresh' : 'revisions',
    reading: { ...measured, revises: stands?.revision ?? 0, areaName: givenName },
    faults: [],
    doubts: doubt === undefined ? [] : [{ line, column: 'value', value: row.text('value'), found: doubt }],
  };
}
