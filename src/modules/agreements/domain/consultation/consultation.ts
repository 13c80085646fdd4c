import type { IsoDate } from '#platform/kernel';

/** Who is asked. Anyone may answer all the same; the count tells organisations and residents apart. */
export const audienceKinds = {
  residents: 'Residents',
  organisations: 'Organisations',
  members: 'Councillors',
  partners: 'Partner bodies',
} as const;
export type AudienceKind = keyof typeof audienceKinds;

/** A sentence of the draft that is consulted on, or one of its outcomes. */
export type Passage = Readonly<{
  key: string;
  text: string;
  /** The page that shows it; undefined for text that is given here alone. */
  path: string | undefined;
}>;

export const questionKinds = {
  view: 'Do people agree? With room to say why',
  choice: 'One of several answers',
  text: 'In their own words',
} as const;
export type QuestionKind = keyof typeof questionKinds;

export type Question = Readonly<{
  /** From 1, in the order asked. */
  number: number;
  kind: QuestionKind;
  text: string;
  /** The passage it speaks of, by its key. */
  about: string | undefined;
  /** What can be chosen, for a choice. */
  options: readonly string[];
}>;

/** The five answers to “do you agree?”, from one end to the other. */
export const views = {
  'strongly-agree': 'Strongly agree',
  agree: 'Agree',
  neither: 'Neither agree nor disagree',
  disagree: 'Disagree',
  'strongly-disagree': 'Strongly disagree',
} as const;

/** A consultation as it was opened. It is never edited; what must be said later is a dated notice. */
export type Consultation = Readonly<{
  id: string;
  bodyId: string;
  /** The office that answers for it, as its body calls it. */
  office: string;
  title: string;
  asks: string;
  /** What it is on, in words, and the page of that; empty and undefined for text that is given here alone. */
  subject: string;
  subjectPath: string | undefined;
  passages: readonly Passage[];
  questions: readonly Question[];
  places: readonly string[];
  audience: readonly AudienceKind[];
  /** Undefined: no source says when it opened. */
  opensAt: Date | undefined;
  closesAt: Date;
  /** The day by which results are promised; undefined: no promise is known. */
  resultsBy: IsoDate | undefined;
  /** The last day on which answers are kept as they were given; undefined where none are held. */
  keepUntil: IsoDate | undefined;
  /** Residents of a place are not counted apart below this number. */
  suppressUnder: number;
  isIllustrative: boolean;
  source: string;
  certainty: string;
  publishedBy: string;
  publishedAt: Date;
}>;

/** What is added to an open consultation: a notice, or another closing moment and why. */
export type Notice = Readonly<{
  says: string;
  /** The later closing moment, for an extension. */
  closesAt: Date | undefined;
  byOffice: string;
  at: Date;
}>;

export const consultationPath = ({ id }: Pick<Consultation, 'id'>): string => `/consultations/${id}`;

/** Where its officers work on it. */
export const consultationOffice = ({ id, bodyId }: Pick<Consultation, 'id' | 'bodyId'>): string =>
  `/office/${bodyId}/consultations/${id}`;

/** How a response is called everywhere: `R-12`. */
export const responseName = (number: number): string => `R-${number}`;

/** The moment it closes, as known at a moment: the last extension by then counts. */
export function closingAt(
  { closesAt }: Pick<Consultation, 'closesAt'>,
  notices: readonly Pick<Notice, 'closesAt' | 'at'>[],
  at: Date,
): Date {
  const extended = notices.filter((notice) => notice.closesAt !== undefined && notice.at <= at);
  return extended.at(-1)?.closesAt ?? closesAt;
}

/** What can be answered to a question, as its value and its words; none for one answered in words alone. */
export function choicesOf({
  kind,
  options,
}: Pick<Question, 'kind' | 'options'>): readonly (readonly [value: string, words: string])[] {
  if (kind === 'view') return Object.entries(views);
  if (kind === 'choice') return options.map((words, index) => [String(index + 1), words] as const);
  return [];
}
