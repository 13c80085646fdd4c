import type { IsoDate } from '#platform/kernel';
import type { ReadingPeriod, ReadingStatus } from '../reading/reading.ts';
import type { Concerns } from '../series/series.ts';

export const reportKinds = { body: 'Body', place: 'Place', theme: 'Theme' } as const;
export type ReportKind = keyof typeof reportKinds;

/** What a report is of: a body and what it answers for, a place, or a theme of a framework (`kent-agreement-two/3`). */
export type ReportSubject = Readonly<{ of: ReportKind; id: string; name: string }>;

/** What a report says of one series in one area. It is worked out once, when the report is published, and then stands. */
export type ReportLine = Readonly<{
  seriesId: string;
  areaId: string;
  title: string;
  areaName: string;
  concerns: Concerns;
  isIllustrative: boolean;
  /** The word of the status, and why it is so, in sentences. */
  status: string;
  because: string;
  /** The latest figure, with its unit: "4.1% of adults (provisional)"; of which period. */
  figure: string;
  period: string;
  /** What was agreed, by whom, in words; empty where there is none. */
  target: string;
  targetId: string | undefined;
  agreedBy: string;
  direction: string;
  forecast: string;
  story: string;
  /** The figure was suppressed after the report: neither it nor what was said of it is shown any more. */
  isWithdrawn?: true;
}>;

/** A figure a report gives, and the revision of the reading it is taken from. */
export type ReportFigure = Readonly<{
  seriesId: string;
  areaId: string;
  period: ReadingPeriod;
  revision: number;
  status: ReadingStatus;
  value: string | undefined;
  /** The token of the report’s own words that quotes it; undefined for the figure of a line. */
  quotedAs: string | undefined;
}>;

/** A report as it was published. Nothing of it changes; what was revised since is told beside it. */
export type Report = Readonly<{
  id: string;
  bodyId: string;
  title: string;
  subject: ReportSubject;
  period: ReadingPeriod;
  /** The day whose knowledge it gives. */
  knownOn: IsoDate;
  /** The office’s own words, with tokens where they quote figures. */
  says: string;
  lines: readonly ReportLine[];
  figures: readonly ReportFigure[];
  byOffice: string;
  publishedAt: Date;
}>;

export const reportPath = ({ id }: Pick<Report, 'id'>): string => `/reports/${id}`;

/** All reports, or those of one body. */
export const reportsPath = (bodyId?: string): string =>
  bodyId === undefined ? '/reports' : `/reports?body=${bodyId}`;
