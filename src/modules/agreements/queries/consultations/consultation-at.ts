import type { Sql } from '#platform/db';
import { earliestMoment } from '#platform/kernel';
import type { Consultation, Notice } from '../../domain/consultation/consultation.ts';
import type { Point } from '../../domain/consultation/point.ts';
import {
  consultationStanding,
  type ConsultationStanding,
  standingChangesAt,
} from '../../domain/consultation/standing.ts';
import { type ConsultationResult, listPoints, listResults } from '../../store/consultation-results.ts';
import { type ConsultationsAsked, listConsultations, listNotices } from '../../store/consultations.ts';

/** A consultation as it stood at a moment, with what had been said of it by then. */
export type ConsultationAt = Readonly<{
  consultation: Consultation;
  notices: readonly Notice[];
  standing: ConsultationStanding;
  result: ConsultationResult | undefined;
  points: readonly Point[];
  /** When it will stand otherwise though nobody does anything. */
  changesAt: Date | undefined;
}>;

/** Consultations as they stood at a moment, the last to close first: all, one body’s, or those named. */
export async function consultationsAt(
  sql: Sql,
  asked: Omit<ConsultationsAsked, 'publishedBy'>,
  at: Date,
): Promise<readonly ConsultationAt[]> {
  const listed = await listConsultations(sql, asked);
  // One of before Accord is entered later than it was held: what it says of itself counts.
  const consultations = listed.filter(({ publishedAt, opensAt, closesAt }) =>
    publishedAt > closesAt ? (opensAt ?? closesAt) <= at : publishedAt <= at,
  );
  const ids = consultations.map(({ id }) => id);
  const [notices, results, points] = await Promise.all([
    listNotices(sql, ids),
    listResults(sql, ids),
    listPoints(sql, ids),
  ]);
  return consultations.map((consultation) => {
    const known = {
      consultation,
      notices: (notices.get(consultation.id) ?? []).filter((notice) => notice.at <= at),
      result: publishedBy(results.get(consultation.id), consultation, at),
      points: (points.get(consultation.id) ?? []).filter((point) => point.at <= at),
    };
    const standing = consultationStanding(
      { ...known, resultsAt: known.result?.at, responses: known.result?.tally.responses ?? 0 },
      at,
    );
    return { ...known, standing, changesAt: standingChangesAt(standing) };
  });
}

/** Results of before Accord were published when it was held, on a day that no source says. */
const publishedBy = (
  result: ConsultationResult | undefined,
  { publishedAt, closesAt }: Consultation,
  at: Date,
): ConsultationResult | undefined =>
  result !== undefined && (result.at <= at || publishedAt > closesAt) ? result : undefined;

/** One of them; undefined where there is none, or none yet at that moment. */
export async function consultationAt(sql: Sql, id: string, at: Date): Promise<ConsultationAt | undefined> {
  return (await consultationsAt(sql, { ids: [id] }, at))[0];
}

/** What can be answered at a moment, the first to close first, and when that will be otherwise. */
export type OpenConsultations = Readonly<{
  consultations: readonly ConsultationAt[];
  changesAt: Date | undefined;
}>;

export async function openConsultations(sql: Sql, at: Date): Promise<OpenConsultations> {
  const all = await consultationsAt(sql, {}, at);
  return {
    consultations: all.filter(({ standing }) => standing.standing === 'open').toReversed(),
    changesAt: earliestMoment(all.map(({ changesAt }) => changesAt)),
  };
}
