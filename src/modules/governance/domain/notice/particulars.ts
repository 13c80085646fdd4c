import { makers } from '../decision/decision.ts';
import type { NoticeGap, NoticeItem } from './gap.ts';
import { citeNotice, type NoticeLaw } from './ground.ts';
import type { NoticeContent } from './notice.ts';

/**
 * What a notice of a key decision does not yet say of what the law of the decision’s day asks it to say: under SI 2012/2089
 * paragraphs (a) to (h) of regulation 9(2), under SI 2000/3272 the particulars of regulation 14. The title, the decision
 * maker and the day are asked of every notice.
 */
export function missingParticulars(content: NoticeContent, law: NoticeLaw): readonly NoticeGap[] {
  const isOf2012 = law === 'si-2012-2089';
  const particular = (
    item: NoticeItem,
    field: string,
    paragraph: string,
    isSaid: boolean,
    says: string,
  ): readonly NoticeGap[] =>
    isSaid ? [] : [{ item, field, regulation: citeNotice(law, 'notice', isOf2012 ? paragraph : ''), says }];
  const isBody = makers[content.makerKind].takenBy === 'body';
  return [
    ...particular('matter', 'matter', '(2)(b)', isWritten(content.matter), 'Enter the matter to be decided'),
    ...particular(
      'members',
      'members',
      '(2)(c)',
      !isBody || content.members.length > 0,
      'List the members of the body that will decide, one on each line',
    ),
    ...particular(
      'documents',
      'documents',
      '(2)(e)',
      content.documents !== undefined,
      'List the documents to be considered, or say that there are none yet',
    ),
    ...(isOf2012 ? ofDocuments(content, particular) : ofConsultation(content, particular)),
  ];
}

type Particular = (
  item: NoticeItem,
  field: string,
  paragraph: string,
  isSaid: boolean,
  says: string,
) => readonly NoticeGap[];

const ofDocuments = (content: NoticeContent, particular: Particular): readonly NoticeGap[] => [
  ...particular(
    'available-at',
    'availableAt',
    '(2)(f)',
    isWritten(content.availableAt),
    'Enter the address at which the documents can be had',
  ),
  ...particular(
    'others-may-follow',
    'othersMayFollow',
    '(2)(g)',
    content.othersMayFollow,
    'Confirm that the notice says that other documents may be submitted',
  ),
  ...particular(
    'how-to-ask',
    'howToAsk',
    '(2)(h)',
    isWritten(content.howToAsk),
    'Enter how to ask for documents as they become available',
  ),
];

const ofConsultation = (content: NoticeContent, particular: Particular): readonly NoticeGap[] =>
  particular(
    'consultation',
    'consultation',
    '',
    isWritten(content.consultation),
    'Enter who is consulted and how, and how and by when to make representations',
  );

const isWritten = (text: string): boolean => text.trim() !== '';
