import type { Answers } from '#platform/http';
import { formatMoney, type Money } from '#platform/kernel';
import { dateAnswers } from '#platform/web';
import type { NoticeContent, NoticeVersion } from '../../../domain/notice/notice.ts';

/** The answers that say what a version says: what a draft of the next one begins with. */
export function answersOf({ version, content }: Pick<NoticeVersion, 'version' | 'content'>): Answers {
  const { keyReasons, exception, urgency, localRule, privateMeeting } = content;
  return {
    seen: String(version),
    title: content.title,
    matter: content.matter,
    leadOffice: content.leadOffice,
    ...ticked('topic', content.topics),
    ...ticked('place', content.places),
    makerKind: content.makerKind,
    decisionMaker: content.decisionMaker,
    members: content.members.join('\n'),
    ...dateAnswers('due', content.dueFrom),
    ...dateAnswers('dueUntil', content.dueUntil === content.dueFrom ? undefined : content.dueUntil),
    isKey: content.isKey ? 'yes' : 'no',
    spend: money(keyReasons.spend),
    saving: money(keyReasons.saving),
    wards: keyReasons.wards === undefined ? '' : String(keyReasons.wards),
    keyReasons: keyReasons.says,
    documents: (content.documents ?? []).join('\n'),
    ...(content.documents?.length === 0 ? { noDocuments: 'yes' } : {}),
    availableAt: content.availableAt,
    ...(content.othersMayFollow ? { othersMayFollow: 'yes' } : {}),
    howToAsk: content.howToAsk,
    consultation: content.consultation,
    access: content.access,
    ...ticked('paragraph', content.paragraphs.map(String)),
    publicInterest: content.publicInterest,
    ...(privateMeeting === undefined ? {} : privateAnswers(privateMeeting)),
    ...(content.route === 'none' ? {} : { route: content.route }),
    ...dateAnswers('toldOn', exception?.scrutinyToldOn),
    ...(exception === undefined ? {} : { toldWhom: exception.toldWhom, exceptionReasons: exception.reasons }),
    ...dateAnswers('agreedOn', urgency?.agreedOn),
    ...(urgency === undefined
      ? {}
      : {
          agreedBy: urgency.agreedBy,
          insteadBecause: urgency.insteadBecause,
          urgencyReasons: urgency.reasons,
        }),
    ...dateAnswers('forwardPlanFrom', content.forwardPlanFrom),
    ...(localRule === undefined
      ? {}
      : { localCount: String(localRule.count), localBasis: localRule.basis, localSource: localRule.source }),
  };
}

function privateAnswers(meeting: NonNullable<NoticeContent['privateMeeting']>): Answers {
  const { agreement } = meeting;
  return {
    private: 'yes',
    privateReasons: meeting.reasons,
    representations: meeting.representations ?? '',
    response: meeting.response ?? '',
    ...(agreement === undefined
      ? {}
      : {
          privateAgreedBy: agreement.agreedBy,
          privateInsteadBecause: agreement.insteadBecause,
          privateUrgencyReasons: agreement.reasons,
          ...dateAnswers('privateAgreedOn', agreement.agreedOn),
        }),
  };
}

const ticked = (group: string, values: readonly string[]): Answers =>
  Object.fromEntries(values.map((value) => [`${group}-${value}`, 'yes']));

const money = (amount: Money | undefined): string =>
  amount === undefined ? '' : formatMoney(amount, { whole: true }).replace('£', '');
