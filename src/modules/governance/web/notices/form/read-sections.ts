import type { Answers, FieldErrors } from '#platform/http';
import { explainMoney, isSlug, type Money, ok, parseMoney, refuse, type Result } from '#platform/kernel';
import { day, line, oneOf, optionalDay, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import { accesses, type MakerKind, makers } from '../../../domain/decision/decision.ts';
import { exemptParagraphNumbers } from '../../../domain/schedule-12a.ts';
import type { NoticeContent } from '../../../domain/notice/notice.ts';
import type { SpecialUrgency } from '../../../domain/notice/timeliness.ts';
import { topicIds } from '../../../domain/topics.ts';

export const longest = { title: 200, line: 300, passage: 4000 } as const;
const optional = (name: string) => passage(name, { most: longest.passage, optional: true });
const optionalLine = (name: string) => line(name, { most: longest.line, optional: true });

/** The lines somebody typed, without the empty ones. */
const lines = (text: string): readonly string[] => text.split('\n').filter((each) => each !== '');

const matter = z.object({
  title: line('the title', { most: longest.title }),
  matter: optional('the matter'),
  leadOffice: optionalLine('the lead office'),
});

export function readMatter(answers: Answers) {
  const read = readAnswers(matter, answers);
  if (!read.ok) return read;
  const places = Object.keys(answers)
    .filter((name) => name.startsWith('place-') && answers[name] === 'yes')
    .map((name) => name.slice('place-'.length))
    .filter(isSlug);
  const topics = topicIds.filter((topic) => answers[`topic-${topic}`] === 'yes');
  return ok({ ...read.value, places, topics });
}

const makerKinds = Object.keys(makers) as [MakerKind, ...MakerKind[]];
const maker = z.object({
  makerKind: oneOf(makerKinds, 'Select who decides'),
  decisionMaker: line('the name of the decision maker', { most: longest.line }),
  members: optional('the members'),
  due: day('the day on which the decision is due'),
  dueUntil: optionalDay('the last day of the period'),
});

export function readMaker(answers: Answers) {
  const read = readAnswers(maker, answers, ['due', 'dueUntil']);
  if (!read.ok) return read;
  const { makerKind, decisionMaker, members, due, dueUntil = due } = read.value;
  if (dueUntil < due)
    return refuse({ dueUntil: 'The last day of the period must not be before its first day' });
  return ok({ makerKind, decisionMaker, members: lines(members), dueFrom: due, dueUntil });
}

const key = z.object({
  isKey: oneOf(['yes', 'no'], 'Select whether it is a key decision'),
  spend: optionalLine('the spending'),
  saving: optionalLine('the saving'),
  wards: line('the number of wards', { most: 3, optional: true }),
  keyReasons: optional('why it is a key decision or not'),
});

export function readKey(answers: Answers): Result<Pick<NoticeContent, 'isKey' | 'keyReasons'>, FieldErrors> {
  const read = readAnswers(key, answers);
  if (!read.ok) return read;
  const [spend, saving] = [
    amount('spend', 'The spending', read.value.spend),
    amount('saving', 'The saving', read.value.saving),
  ];
  const { wards, isKey, keyReasons } = read.value;
  const counts = wards === '' || /^\d{1,3}$/u.test(wards);
  if (!spend.ok || !saving.ok || !counts)
    return refuse({
      ...(spend.ok ? {} : spend.error),
      ...(saving.ok ? {} : saving.error),
      ...(counts ? {} : { wards: 'The number of wards must be a whole number, like 2' }),
    });
  return ok({
    isKey: isKey === 'yes',
    keyReasons: {
      spend: spend.value,
      saving: saving.value,
      wards: wards === '' ? undefined : Number(wards),
      says: keyReasons,
    },
  });
}

function amount(field: string, name: string, typed: string): Result<Money | undefined, FieldErrors> {
  if (typed === '') return ok(undefined);
  const read = parseMoney(typed);
  if (!read.ok) return refuse({ [field]: explainMoney(name.toLowerCase(), read.error) });
  return read.value < 0n ? refuse({ [field]: `${name} must not be less than nothing` }) : read;
}

const papers = z.object({
  documents: optional('the documents'),
  noDocuments: z.literal('yes').optional().catch(undefined),
  availableAt: optional('where the documents can be had'),
  othersMayFollow: z.literal('yes').optional().catch(undefined),
  howToAsk: optional('how to ask for documents'),
  consultation: optional('who is consulted'),
});

export function readPapers(answers: Answers) {
  const read = readAnswers(papers, answers);
  if (!read.ok) return read;
  const { documents: typed, noDocuments, othersMayFollow, ...rest } = read.value;
  const documents = lines(typed);
  if (noDocuments === 'yes' && documents.length > 0)
    return refuse({ noDocuments: 'There are documents in the list above: empty it, or untick this' });
  const isSaid = noDocuments === 'yes' || documents.length > 0;
  return ok({
    ...rest,
    documents: isSaid ? documents : undefined,
    othersMayFollow: othersMayFollow === 'yes',
  });
}

const offices = ['scrutiny-chairman', 'council-chairman', 'council-vice-chairman'] as const;
const accessKinds = Object.keys(accesses) as [keyof typeof accesses, ...(keyof typeof accesses)[]];
const access = z.object({
  access: oneOf(accessKinds, 'Select whether it is open to the public'),
  publicInterest: optional('why it is not open'),
  private: z.literal('yes').optional().catch(undefined),
  privateReasons: optional('why the meeting is in private'),
  privateAgreedBy: z.enum(offices).optional().catch(undefined),
  privateAgreedOn: optionalDay('the day of the agreement'),
  privateInsteadBecause: optional('why another agreed'),
  privateUrgencyReasons: optional('why the meeting is urgent'),
  representations: optional('the representations'),
  response: optional('the answer'),
});

export function readAccess(
  answers: Answers,
): Result<Pick<NoticeContent, 'access' | 'paragraphs' | 'publicInterest' | 'privateMeeting'>, FieldErrors> {
  const read = readAnswers(access, answers, ['privateAgreedOn']);
  if (!read.ok) return read;
  const given = read.value;
  const agreement = agreementOf(
    { by: given.privateAgreedBy, on: given.privateAgreedOn },
    { insteadBecause: given.privateInsteadBecause, reasons: given.privateUrgencyReasons },
    { by: 'privateAgreedBy', on: 'privateAgreedOn' },
  );
  if (!agreement.ok) return agreement;
  const isOpen = given.access === 'open';
  return ok({
    access: given.access,
    paragraphs: isOpen ? [] : exemptParagraphNumbers.filter((each) => answers[`paragraph-${each}`] === 'yes'),
    publicInterest: isOpen ? '' : given.publicInterest,
    privateMeeting:
      given.private === 'yes'
        ? {
            reasons: given.privateReasons,
            representations: given.representations === '' ? undefined : given.representations,
            response: given.response === '' ? undefined : given.response,
            agreement: agreement.value,
          }
        : undefined,
  });
}

/** Who agreed that a thing cannot wait: nobody, or somebody on a day. */
function agreementOf(
  {
    by,
    on,
  }: Readonly<{ by: SpecialUrgency['agreedBy'] | undefined; on: SpecialUrgency['agreedOn'] | undefined }>,
  said: Pick<SpecialUrgency, 'insteadBecause' | 'reasons'>,
  fields: Readonly<{ by: string; on: string }>,
): Result<SpecialUrgency | undefined, FieldErrors> {
  if (by === undefined && on === undefined) return ok(undefined);
  if (by === undefined) return refuse({ [fields.by]: 'Select who agreed' });
  if (on === undefined) return refuse({ [fields.on]: 'Enter the day of the agreement' });
  return ok({ agreedBy: by, agreedOn: on, ...said });
}

const routes = ['full-notice', 'general-exception', 'special-urgency', 'forward-plan'] as const;
const notice = z.object({
  route: z.enum(routes).optional().catch(undefined),
  toldWhom: z.enum(['chairman', 'each-member']).optional().catch(undefined),
  toldOn: optionalDay('the day on which scrutiny was told'),
  exceptionReasons: optional('why full notice was impracticable'),
  agreedBy: z.enum(offices).optional().catch(undefined),
  agreedOn: optionalDay('the day of the agreement'),
  insteadBecause: optional('why another agreed'),
  urgencyReasons: optional('why it is urgent'),
  forwardPlanFrom: optionalDay('the first day the forward plan covers'),
  localCount: line('the number of clear days', { most: 3, optional: true }),
  localBasis: z.enum(['calendar', 'working']).catch('calendar'),
  localSource: optionalLine('where the rule is written'),
  publishedOn: optionalDay('the day on which it was published'),
  publishedElsewhere: optionalLine('where it was published'),
  externalReference: line('its own reference', { most: 60, optional: true }),
});

/** Which notice is given, of a decision that is key or not. */
export function readNoticeGiven(answers: Answers, isKey: boolean) {
  const read = readAnswers(notice, answers, sectionDates);
  if (!read.ok) return read;
  const given = read.value;
  const { publishedOn, publishedElsewhere, localCount } = given;
  if ((publishedOn === undefined) !== (publishedElsewhere === ''))
    return refuse(
      publishedOn === undefined
        ? { publishedOn: 'Enter the day on which it was published there' }
        : { publishedElsewhere: 'Enter where it was published on that day' },
    );
  const published = {
    publishedOn,
    publishedElsewhere,
    externalReference: given.externalReference === '' ? undefined : given.externalReference,
  };
  if (!isKey) return ok({ ...published, ...noNotice });
  if (given.route === undefined) return refuse({ route: 'Select which notice is given' });
  const { route } = given;
  if (localCount !== '' && !/^[1-9]\d{0,2}$/u.test(localCount))
    return refuse({ localCount: 'The number of clear days must be a whole number, like 28' });
  const urgency = agreementOf(
    { by: given.agreedBy, on: given.agreedOn },
    { insteadBecause: given.insteadBecause, reasons: given.urgencyReasons },
    { by: 'agreedBy', on: 'agreedOn' },
  );
  if (!urgency.ok) return urgency;
  if (route === 'special-urgency' && urgency.value === undefined)
    return refuse({ agreedBy: 'Select who agreed that the decision cannot wait' });
  return ok({
    ...published,
    route,
    exception:
      route === 'general-exception'
        ? {
            scrutinyToldOn: given.toldOn,
            toldWhom: given.toldWhom ?? 'chairman',
            reasons: given.exceptionReasons,
          }
        : undefined,
    urgency: route === 'special-urgency' ? urgency.value : undefined,
    forwardPlanFrom: route === 'forward-plan' ? given.forwardPlanFrom : undefined,
    localRule:
      localCount === ''
        ? undefined
        : { count: Number(localCount), basis: given.localBasis, source: given.localSource },
  } satisfies typeof published & Pick<NoticeContent, keyof typeof noNotice>);
}

const sectionDates = ['toldOn', 'agreedOn', 'forwardPlanFrom', 'publishedOn'];
const noNotice = {
  route: 'none',
  exception: undefined,
  urgency: undefined,
  forwardPlanFrom: undefined,
  localRule: undefined,
} as const satisfies Partial<NoticeContent>;

const change = z.object({
  change: oneOf(['changed', 'postponed', 'private-again', 'withdrawn'], 'Select what happens'),
  reason: passage('what changes and why', { most: longest.passage }),
  countsAnew: z.literal('yes').optional().catch(undefined),
});

export function readChange(answers: Answers) {
  const read = readAnswers(change, answers);
  return read.ok ? ok({ ...read.value, countsAnew: read.value.countsAnew === 'yes' }) : read;
}
