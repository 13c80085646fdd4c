import { formatDate, type IsoDate } from '#platform/kernel';
import { makers } from '../decision/decision.ts';
import { valueOf } from '../ruled.ts';
import type { NoticeGap } from './gap.ts';
import { countedFrom, type GivenVersion, noticesFrom, privateNoticesFrom } from './given.ts';
import { citeNotice, type NoticeGround, type NoticeLaw, rulesOf } from './ground.ts';
import { type KeyTest, keyTest, sayAgreement } from './key-test.ts';
import type { NoticeContent, NoticeVersion } from './notice.ts';
import { missingParticulars } from './particulars.ts';
import { meetsAsExecutive, privateStanding, type PrivateStanding } from './private-meeting.ts';
import { type NoticeFault, noticeSentences, type Timeliness, timeliness } from './timeliness.ts';
import { type Way, waysToDecide } from './ways.ts';

/** A version as it would be published: what `judgeNotice` needs of it. */
export type Candidate = GivenVersion & Pick<NoticeVersion, 'publishedElsewhere'>;

/** Everything the rules of the decision’s day say of a notice. */
export type NoticeJudgement = Readonly<{
  key: KeyTest;
  agreement: ReturnType<typeof sayAgreement>;
  /** The day from which it counts as published. */
  countedFrom: IsoDate;
  timeliness: Timeliness;
  ways: readonly Way[];
  privateMeeting: PrivateStanding | undefined;
  /** Everything that keeps it from being published; for a notice of the past, what it lacks. */
  gaps: readonly NoticeGap[];
}>;

/**
 * Judges a version of a notice by the law of the day on which the decision is due, together with the versions before it.
 * A notice that was published elsewhere on a past day is judged the same and kept as it was.
 */
export function judgeNotice(
  candidate: Candidate,
  earlier: readonly GivenVersion[],
  ground: NoticeGround,
  today: IsoDate,
): NoticeJudgement {
  const { content } = candidate;
  const versions = [...earlier, candidate];
  const key = keyTest(content.keyReasons, ground);
  const agreement = sayAgreement(content.isKey, key);
  const counted = countedFrom(candidate, ground);
  const rules = rulesOf(ground, content.localRule);
  const notices = noticesFrom(versions, ground);
  const decision = { takenOn: content.dueFrom, isKey: content.isKey };
  const judged = timeliness(decision, notices, rules, ground.calendar);
  const asked = { due: content.dueFrom, publishedNow: counted, notices, rules, ground };
  const ways = content.isKey ? waysToDecide(asked) : [];
  const meeting = privateStanding(content, candidate.change, privateNoticesFrom(versions, ground), ground);
  const law = valueOf(ground.law);
  const isWithdrawn = candidate.change === 'withdrawn';
  return {
    key,
    agreement,
    countedFrom: counted,
    timeliness: judged,
    ways,
    privateMeeting: meeting,
    gaps: isWithdrawn
      ? []
      : [
          ...dueGaps(content, candidate.publishedElsewhere === '' ? today : candidate.publishedOn),
          ...orderGaps(candidate, earlier.at(-1), today),
          ...keyGaps(content, ground, agreement.agreement),
          ...(content.isKey && law !== undefined ? missingParticulars(content, law) : []),
          ...(content.isKey ? noticeGaps(judged, ways, law, content) : []),
          ...futureGaps(content, today, law),
          ...accessGaps(content),
          ...(meeting?.gaps ?? []),
        ],
  };
}

/** A notice of a decision that is past already, published elsewhere in its time: it is kept as it was, with its gaps. */
export const isOfThePast = (
  { publishedElsewhere, content }: Pick<Candidate, 'publishedElsewhere' | 'content'>,
  today: IsoDate,
): boolean => publishedElsewhere !== '' && content.dueUntil < today;

function dueGaps({ dueFrom }: NoticeContent, published: IsoDate): readonly NoticeGap[] {
  if (dueFrom >= published) return [];
  return [
    {
      item: 'due',
      field: 'due',
      regulation: 'A notice is of a decision that is still to be taken',
      says: `The decision cannot be due before the notice of it is published, on ${formatDate(published)}: enter that day or a later one, or publish the record of the decision instead`,
    },
  ];
}

/** A version is published after those before it, and not in the future. */
function orderGaps(
  { publishedOn }: Candidate,
  before: GivenVersion | undefined,
  today: IsoDate,
): readonly NoticeGap[] {
  const gap = (says: string): NoticeGap => ({
    item: 'published',
    field: 'publishedOn',
    regulation: 'A notice is public from the day on which it can be read',
    says,
  });
  if (publishedOn > today) return [gap('The day on which it was published must be today or in the past')];
  if (before !== undefined && publishedOn < before.publishedOn)
    return [
      gap(`A change cannot have been published before what it changes, on ${formatDate(before.publishedOn)}`),
    ];
  return [];
}

function keyGaps(
  { isKey, makerKind, keyReasons }: NoticeContent,
  { law }: NoticeGround,
  agreement: NoticeJudgement['agreement']['agreement'],
): readonly NoticeGap[] {
  const gap = (says: string): NoticeGap => ({
    item: 'key',
    field: 'isKey',
    regulation: 'SI 2012/2089, regulation 8 (earlier SI 2000/3272, regulation 8)',
    says,
  });
  if (isKey && law.standing === 'does-not-apply')
    return [gap(`Answer that it is not a key decision. ${law.because}`)];
  if (isKey && law.standing === 'check-locally')
    return [
      gap(
        'Which regulations governed executive decisions on that day is not known here, so no key decision can be announced for it',
      ),
    ];
  if (isKey && !isExecutive(makerKind))
    return [
      gap(
        `Answer that it is not a key decision: ${makers[makerKind].title} takes no executive decisions. Or change who decides`,
      ),
    ];
  if (agreement === 'differs' && keyReasons.says.trim() === '')
    return [
      {
        ...gap('By this council’s rules it is a key decision: say why it is not treated as one'),
        field: 'keyReasons',
      },
    ];
  return [];
}

/** Whether what it decides is the executive’s business: only that can be a key decision. */
const isExecutive = (makerKind: NoticeContent['makerKind']): boolean =>
  meetsAsExecutive(makerKind) || ['cabinet-member', 'leader', 'officer'].includes(makerKind);

function noticeGaps(
  judged: Timeliness,
  ways: readonly Way[],
  law: NoticeLaw | undefined,
  { localRule, dueFrom }: NoticeContent,
): readonly NoticeGap[] {
  if (law === undefined) return [];
  if (judged.timeliness === 'NOT_KNOWN')
    return [
      {
        item: 'local-rule',
        field: 'localCount',
        regulation: citeNotice(law, 'notice'),
        says: 'How many clear days this council needs is in no source held: check locally, and state the number and where it is written',
      },
    ];
  if (localRule !== undefined && localRule.source.trim() === '')
    return [
      {
        item: 'local-rule',
        field: 'localSource',
        regulation: citeNotice(law, 'notice'),
        says: 'Enter where the number of clear days is written',
      },
    ];
  if (judged.timeliness !== 'NOT_LAWFUL') return [];
  return judged.faults.map((fault) => ({
    item: 'route',
    field: fieldOf[fault],
    regulation: citeNotice(law, partOf[fault]),
    says: sayFault(fault, ways, dueFrom),
  }));
}

/** The sentence of a fault, with the first day that would do where the day is too early. */
function sayFault(fault: NoticeFault, ways: readonly Way[], due: IsoDate): string {
  const route = fault === 'too-few-clear-days' ? 'full-notice' : 'general-exception';
  const earliest = ways.find((way) => way.route === route)?.earliest;
  const isEarly = fault === 'too-few-clear-days' || fault === 'exception-too-few-clear-days';
  if (!isEarly || earliest === undefined) return noticeSentences[fault];
  return `${formatDate(due)} is too early. The earliest lawful day is ${formatDate(earliest.date, { weekday: 'long' })}`;
}

const fieldOf: Readonly<Record<NoticeFault, string>> = {
  'no-notice': 'route',
  'not-in-forward-plan': 'forwardPlanFrom',
  'too-few-clear-days': 'due',
  'exception-too-few-clear-days': 'due',
  'exception-scrutiny-not-told': 'toldOn',
  'exception-without-reasons': 'exceptionReasons',
  'urgency-agreed-after-the-decision': 'agreedOn',
  'urgency-without-reasons': 'urgencyReasons',
  'urgency-agreed-out-of-turn': 'insteadBecause',
};

const partOf: Readonly<Record<NoticeFault, 'notice' | 'exception' | 'urgency'>> = {
  'no-notice': 'notice',
  'not-in-forward-plan': 'notice',
  'too-few-clear-days': 'notice',
  'exception-too-few-clear-days': 'exception',
  'exception-scrutiny-not-told': 'exception',
  'exception-without-reasons': 'exception',
  'urgency-agreed-after-the-decision': 'urgency',
  'urgency-without-reasons': 'urgency',
  'urgency-agreed-out-of-turn': 'urgency',
};

/** What is said to have happened cannot lie in the future. */
function futureGaps(
  { exception, urgency, privateMeeting }: NoticeContent,
  today: IsoDate,
  law: NoticeLaw | undefined,
): readonly NoticeGap[] {
  const gaps = (
    on: IsoDate | undefined,
    field: string,
    part: 'exception' | 'urgency',
    says: string,
  ): readonly NoticeGap[] =>
    on === undefined || on <= today || law === undefined
      ? []
      : [{ item: 'route', field, regulation: citeNotice(law, part), says }];
  const notYet = 'The day of the agreement must be today or in the past: publish once it has been given';
  return [
    ...gaps(
      exception?.scrutinyToldOn,
      'toldOn',
      'exception',
      'The day on which scrutiny was told must be today or in the past: publish once it has been told',
    ),
    ...gaps(urgency?.agreedOn, 'agreedOn', 'urgency', notYet),
    ...gaps(privateMeeting?.agreement?.agreedOn, 'privateAgreedOn', 'urgency', notYet),
  ];
}

function accessGaps({ access, paragraphs, publicInterest }: NoticeContent): readonly NoticeGap[] {
  if (access === 'open') return [];
  const isExempt = access !== 'confidential';
  const gap = (field: string, regulation: string, says: string): NoticeGap => ({
    item: 'access',
    field,
    regulation,
    says,
  });
  const isSaid = publicInterest.trim() !== '';
  return [
    ...(isExempt && paragraphs.length === 0
      ? [
          gap(
            'paragraphs',
            'Local Government Act 1972, schedule 12A, part 1',
            'Select the paragraphs under which it is exempt',
          ),
        ]
      : []),
    ...(isExempt && !isSaid
      ? [
          gap(
            'publicInterest',
            'Local Government Act 1972, schedule 12A, paragraph 10',
            'Enter why the public interest in keeping it exempt outweighs the public interest in disclosing it',
          ),
        ]
      : []),
    ...(!isExempt && !isSaid
      ? [
          gap(
            'publicInterest',
            'Local Government Act 1972, section 100A(2) and (3)',
            'Enter who forbids disclosure: a government department, an enactment or a court',
          ),
        ]
      : []),
  ];
}
