import type { IsoDate } from '#platform/kernel';
import { londonDate } from '#platform/kernel';
import type { ExemptParagraph } from '../schedule-12a.ts';

/** What a paper is among the papers of a thing. */
export const paperKinds = {
  report: 'Report',
  background: 'Background paper',
  annex: 'Annex',
  appendix: 'Appendix',
  agenda: 'Agenda',
  minutes: 'Minutes',
  other: 'Other paper',
} as const;
export type PaperKind = keyof typeof paperKinds;
export const paperKindIds = Object.keys(paperKinds) as readonly PaperKind[];

/**
 * Who may read a paper: anyone; nobody but its body until its review date, for it is exempt by a paragraph of schedule
 * 12A to the Local Government Act 1972; or nobody else ever, for a government department gave it in confidence or a court
 * or a statute forbids it (section 100A(3)).
 */
export const paperAccesses = {
  open: 'Open: anyone may read it',
  exempt: 'Exempt: not to be read by the public yet',
  confidential: 'Confidential: never to be read by the public',
} as const;
export type PaperAccess = keyof typeof paperAccesses;

/** A report, background paper or annex that a body has as a file. */
export type Paper = Readonly<{
  id: string;
  bodyId: string;
  title: string;
  kind: PaperKind;
  access: PaperAccess;
  /** Of schedule 12A; none unless exempt. */
  paragraphs: readonly ExemptParagraph[];
  /** Why the public interest in keeping it outweighs that in disclosing it; empty unless exempt. */
  publicInterest: string;
  /** What the public may know of it meanwhile; never empty where it is exempt. */
  publicSummary: string;
  /** The day on which an exempt paper is released. */
  reviewOn: IsoDate | undefined;
  /** Undefined for a draft, which its body alone can see. */
  publishedAt: Date | undefined;
  /** Where it comes from: the office that wrote it, or the document it was taken from. */
  source: string;
  addedBy: string;
  recordedAt: Date;
}>;

/** What is said of a paper’s file. */
export type PaperFile = Readonly<{
  sha256: string;
  filename: string;
  mediaType: string;
  byteCount: number;
  pages: number | undefined;
  /** Why its text could not be read, in a sentence. */
  textNote: string | undefined;
}>;

/** The page of a paper. */
export const paperPath = ({ id }: Pick<Paper, 'id'>): string => `/papers/${id}`;

/** Whether the public knew of a paper on this day. */
export const isPublished = ({ publishedAt }: Pick<Paper, 'publishedAt'>, on: IsoDate): boolean =>
  publishedAt !== undefined && londonDate(publishedAt) <= on;

/** Whether anyone could read a paper on this day, and not know of it only. Row-level security says the same of today. */
export function isReadable(paper: Pick<Paper, 'publishedAt' | 'access' | 'reviewOn'>, on: IsoDate): boolean {
  if (!isPublished(paper, on)) return false;
  if (paper.access === 'open') return true;
  return paper.access === 'exempt' && paper.reviewOn !== undefined && paper.reviewOn <= on;
}
