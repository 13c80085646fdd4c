import type { Answers } from '#platform/http';
import { ok, refuse } from '#platform/kernel';
import { line, optionalDay, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { NoticeContent } from '../../../../domain/notice/notice.ts';
import { agreementOf, offices } from './read-agreement.ts';
import { optional, optionalLine } from './typed.ts';

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
