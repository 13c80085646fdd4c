import { exemptParagraphNumbers } from '../../../domain/schedule-12a.ts';
import { topicIds } from '../../../domain/topics.ts';

/** The parts of the form, each a page of its own, in the order in which they are asked. */
export const sections = {
  change: {
    title: 'What changes',
    hint: 'What is new, why, and whether it is still the same matter',
    fields: ['change', 'reason', 'countsAnew'],
    dates: [],
  },
  matter: {
    title: 'What is to be decided',
    hint: 'Title, matter, lead office, places and topics',
    fields: ['title', 'matter', 'leadOffice', ...topicIds.map((topic) => `topic-${topic}`)],
    dates: [],
  },
  maker: {
    title: 'Who decides, and when',
    hint: 'The decision maker, its members, the day or the period',
    fields: ['makerKind', 'decisionMaker', 'members'],
    dates: ['due', 'dueUntil'],
  },
  key: {
    title: 'Whether it is a key decision',
    hint: 'Spending, saving, wards affected, and why',
    fields: ['isKey', 'spend', 'saving', 'wards', 'keyReasons'],
    dates: [],
  },
  papers: {
    title: 'Documents, and how to get them',
    hint: 'What is submitted, where it can be had, how to make representations',
    fields: ['documents', 'noDocuments', 'availableAt', 'othersMayFollow', 'howToAsk', 'consultation'],
    dates: [],
  },
  access: {
    title: 'Open to the public or not',
    hint: 'Exempt paragraphs, the public interest, a meeting in private',
    fields: [
      'access',
      ...exemptParagraphNumbers.map((paragraph) => `paragraph-${paragraph}`),
      'publicInterest',
      'private',
      'privateReasons',
      'privateAgreedBy',
      'privateInsteadBecause',
      'privateUrgencyReasons',
      'representations',
      'response',
    ],
    dates: ['privateAgreedOn'],
  },
  notice: {
    title: 'Which notice is given',
    hint: 'Full notice, the general exception or special urgency',
    fields: [
      'route',
      'toldWhom',
      'exceptionReasons',
      'agreedBy',
      'insteadBecause',
      'urgencyReasons',
      'localCount',
      'localBasis',
      'localSource',
      'publishedElsewhere',
      'externalReference',
    ],
    dates: ['toldOn', 'agreedOn', 'forwardPlanFrom', 'publishedOn'],
  },
} as const satisfies Record<string, Section>;
export type SectionId = keyof typeof sections;

type Section = Readonly<{
  title: string;
  hint: string;
  fields: readonly string[];
  /** Those typed into three boxes. */
  dates: readonly string[];
}>;

export const isSection = (text: string): text is SectionId => Object.hasOwn(sections, text);

/** The parts a draft has: what a version changes is asked first, and of a version alone. */
export const sectionsOf = (isChange: boolean): readonly SectionId[] =>
  (Object.keys(sections) as SectionId[]).filter((id) => isChange || id !== 'change');

/** The part that comes after one; undefined after the last. */
export function sectionAfter(id: SectionId, isChange: boolean): SectionId | undefined {
  const all = sectionsOf(isChange);
  return all[all.indexOf(id) + 1];
}

/** The part in which a field is asked. */
export function sectionOf(field: string): SectionId {
  const found = (Object.keys(sections) as SectionId[]).find((id) => isAskedIn(id, field));
  return found ?? 'matter';
}

/** Whether an answer belongs to a part; places are asked with the matter, the boxes of a date with their date. */
export function isAskedIn(id: SectionId, name: string): boolean {
  const { fields, dates }: Section = sections[id];
  if (fields.includes(name) || dates.includes(name)) return true;
  if (id === 'matter' && name.startsWith('place-')) return true;
  const boxes = /^(\w+)-(?:day|month|year)$/u.exec(name);
  return boxes?.[1] !== undefined && dates.includes(boxes[1]);
}
