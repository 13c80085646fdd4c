import { formatDate, formatMoney, type IsoDate, listInWords, plural } from '#platform/kernel';
import { accesses, makers } from '../decision/decision.ts';
import { sayParagraph } from '../schedule-12a.ts';
import { isTopic, topics } from '../topics.ts';
import { type NoticeContent, routes } from './notice.ts';
import type { SpecialUrgency } from './timeliness.ts';

/** What one version says about one thing: the name of the thing and its value in words; empty where it says nothing. */
export type NoticeRow = Readonly<{ key: string; name: string; value: string }>;

/** The day or the period in which a decision is due: “12 December 2026”, “from 1 to 31 December 2026”. */
export function sayDue({ dueFrom, dueUntil }: Pick<NoticeContent, 'dueFrom' | 'dueUntil'>): string {
  return dueFrom === dueUntil
    ? formatDate(dueFrom, { weekday: 'long' })
    : `Between ${formatDate(dueFrom)} and ${formatDate(dueUntil)}`;
}

export const agreedBy: Readonly<Record<SpecialUrgency['agreedBy'], string>> = {
  'scrutiny-chairman': 'The chairman of the relevant overview and scrutiny committee',
  'council-chairman': 'The chairman of the council',
  'council-vice-chairman': 'The vice-chairman of the council',
};

/** Everything a version says, in the order in which it is read. `nameOf` names a place by its id. */
export function noticeRows(
  content: NoticeContent,
  nameOf: (placeId: string) => string,
): readonly NoticeRow[] {
  return [
    row('matter', 'Matter', content.matter),
    row('maker', 'Decision maker', `${content.decisionMaker} (${makers[content.makerKind].title})`),
    row('members', 'Members', content.members.join('\n')),
    row('due', 'Decision due', sayDue(content)),
    ...keyRows(content),
    row('documents', 'Documents to be considered', sayDocuments(content.documents)),
    row('available', 'Where documents can be had', content.availableAt),
    row(
      'others',
      'Further documents',
      content.othersMayFollow ? 'Other documents may be submitted to the decision maker' : '',
    ),
    row('ask', 'How to ask for them', content.howToAsk),
    row('consultation', 'Consultation and representations', content.consultation),
    ...accessRows(content),
    ...routeRows(content),
    row('office', 'Lead office', content.leadOffice),
    row('places', 'Places', content.places.map(nameOf).join(', ')),
    row(
      'topics',
      'Topics',
      content.topics.flatMap((topic) => (isTopic(topic) ? [topics[topic]] : [])).join(', '),
    ),
  ];
}

const row = (key: string, name: string, value: string): NoticeRow => ({ key, name, value });

function keyRows({ isKey, keyReasons }: NoticeContent): readonly NoticeRow[] {
  const { spend, saving, wards, says } = keyReasons;
  const figures = [
    ...(spend === undefined ? [] : [`spends ${formatMoney(spend, { whole: true })}`]),
    ...(saving === undefined ? [] : [`saves ${formatMoney(saving, { whole: true })}`]),
    ...(wards === undefined
      ? []
      : [`affects ${plural(wards, 'ward or division', 'wards or divisions')} significantly`]),
  ];
  return [
    row('key', 'Key decision', isKey ? 'Yes: a key decision is to be made' : 'No'),
    row(
      'figures',
      'Why',
      [...(figures.length === 0 ? [] : [`It ${listInWords(figures)}.`]), says].join('\n').trim(),
    ),
  ];
}

function accessRows({
  access,
  paragraphs,
  publicInterest,
  privateMeeting,
}: NoticeContent): readonly NoticeRow[] {
  return [
    row('access', 'Public access', accesses[access]),
    row('paragraphs', 'Exempt under', paragraphs.map(sayParagraph).join('\n')),
    row('interest', access === 'confidential' ? 'Why it is confidential' : 'Public interest', publicInterest),
    row('private', 'Meeting in private', privateMeeting?.reasons ?? ''),
    row('privateAgreement', 'Agreed that the meeting cannot wait', sayUrgency(privateMeeting?.agreement)),
    row('representations', 'Representations received', privateMeeting?.representations ?? ''),
    row('response', 'Answer to them', privateMeeting?.response ?? ''),
  ];
}

function routeRows({
  route,
  exception,
  urgency,
  forwardPlanFrom,
  localRule,
}: NoticeContent): readonly NoticeRow[] {
  const told =
    exception?.scrutinyToldOn === undefined
      ? ''
      : `${exception.toldWhom === 'chairman' ? 'The chairman of scrutiny was' : 'Each member of the scrutiny committee was'} told on ${formatDate(exception.scrutinyToldOn)}`;
  return [
    row('route', 'Notice', routes[route]),
    row('told', 'Scrutiny told', told),
    row('exception', 'Why full notice was impracticable', exception?.reasons ?? ''),
    row('urgency', 'Agreed that it cannot wait', sayUrgency(urgency)),
    row('plan', 'In the forward plan from', day(forwardPlanFrom)),
    row(
      'local',
      'Clear days, as stated by the office',
      localRule === undefined
        ? ''
        : `${localRule.count}, counted in ${localRule.basis} days (${localRule.source})`,
    ),
  ];
}

function sayUrgency(urgency: SpecialUrgency | undefined): string {
  if (urgency === undefined) return '';
  const instead = urgency.insteadBecause === '' ? '' : ` ${urgency.insteadBecause}`;
  return `${agreedBy[urgency.agreedBy]} agreed on ${formatDate(urgency.agreedOn)}.${instead}\n${urgency.reasons}`;
}

const day = (on: IsoDate | undefined): string => (on === undefined ? '' : formatDate(on));

function sayDocuments(documents: readonly string[] | undefined): string {
  if (documents === undefined) return '';
  return documents.length === 0 ? 'None yet' : documents.join('\n');
}

/** What one version says otherwise than the one before it. */
export type NoticeDifference = Readonly<{ name: string; before: string; after: string }>;

/** Every difference between two versions of a notice, the title among them. */
export function differences(
  before: NoticeContent,
  after: NoticeContent,
  nameOf: (placeId: string) => string,
): readonly NoticeDifference[] {
  const rows = (content: NoticeContent) => [
    row('title', 'Title', content.title),
    ...noticeRows(content, nameOf),
  ];
  const then = new Map(rows(before).map(({ key, value }) => [key, value]));
  return rows(after)
    .filter(({ key, value }) => then.get(key) !== value)
    .map(({ key, name, value }) => ({ name, before: then.get(key) ?? '', after: value }));
}
