import { englandTable } from '../../../../../tests/support/england-calendar.ts';
import type { Life, LifeSignature } from './life.testing.ts';

// A second, independent answer to where a decision stands. It shares no code with the first: it walks through the life
// event by event, as a clerk with a diary would, and keeps its own calendar as a list of days.

const holidays = new Set(englandTable.holidays.map((holiday) => String(holiday.date)));
const diary: { day: string; works: boolean }[] = [];
for (let noon = Date.UTC(2008, 0, 1, 12); noon < Date.UTC(2028, 11, 31, 12); noon += 86_400_000) {
  const day = new Date(noon).toISOString().slice(0, 10);
  diary.push({ day, works: !holidays.has(day) && ![0, 6].includes(new Date(noon).getUTCDay()) });
}
const pageOf = new Map(diary.map(({ day }, page) => [day, page]));

function turn(day: string, workingDays: number): string {
  let page = pageOf.get(day) ?? Number.NaN;
  for (let left = workingDays; left > 0; left -= diary[page]?.works === true ? 1 : 0) page += 1;
  return diary[page]?.day ?? 'beyond the diary';
}
const nextDay = (day: string): string =>
  diary[(pageOf.get(day) ?? Number.NaN) + 1]?.day ?? 'beyond the diary';

/** Where every clause stands at the moment asked: `in-effect 2008-07-18 17:00 not-called-in`. */
export function referee(life: Life): readonly string[] {
  const isPublished = life.published <= life.asked;
  const executive = isPublished ? executivePart(life) : 'not-published';
  return life.clauses.map((effect, index) => {
    if (!isPublished) return 'not-published';
    if (effect === 'executive') return executive;
    if (effect !== 'recommend-to-council') return `in-effect ${life.published} published`;
    const [resolved] = early(
      life.resolutions.filter(({ clause }) => clause === index + 1),
      life.asked,
    );
    if (resolved === undefined) return 'waits-for-council';
    const since = resolved.at < life.published ? life.published : resolved.at;
    return resolved.outcome === 'accepted'
      ? `in-effect ${since} council-resolved`
      : `ended ${since} refused-by-council`;
  });
}

const early = <Event extends Readonly<{ at: string }>>(events: readonly Event[], asked: string): Event[] =>
  events.filter((event) => event.at <= asked).toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));

function executivePart(life: Life): string {
  const { rules, published, asked } = life;
  const isOpen =
    rules.appliesTo === 'all-executive' ||
    life.isKey ||
    (rules.appliesTo === 'key-and-member' && life.takenBy === 'member');
  if (!isOpen || (life.reconsideredBefore && rules.once)) return `in-effect ${published} not-open-to-call-in`;
  const { waiver } = life;
  if (
    waiver !== undefined &&
    waiver.isWhole &&
    waiver.agreed <= asked &&
    waiver.agreed.slice(0, 10) <= life.takenOn
  )
    return `in-effect ${published} call-in-waived`;

  const [day = '', clock = ''] = published.split(' ');
  const counted = rules.cutOff !== undefined && clock > rules.cutOff ? turn(day, 1) : day;
  const last = turn(counted, rules.window);
  const closes = rules.effective === 'noonOfDay' && rules.closes > '12:00' ? '12:00' : rules.closes;
  const deadline = `${last} ${closes}`;
  return afterSigning(life, deadline, last);
}

/** Walks through signatures, withdrawals and hearings in turn, with the members who stand behind the call-in in hand. */
function afterSigning(life: Life, deadline: string, last: string): string {
  const { rules, asked } = life;
  const behind: LifeSignature[] = [];
  let since: string | undefined;
  const steps = [
    ...life.signatures.map((signed) => ({ at: signed.received, order: 0, signed, outcome: undefined })),
    ...life.signatures.flatMap((signed) =>
      signed.withdrawn === undefined ? [] : [{ at: signed.withdrawn, order: 1, signed, outcome: undefined }],
    ),
    ...life.hearings.map(({ at, outcome }) => ({ at, order: 2, signed: undefined, outcome })),
  ]
    .filter((step) => step.at <= asked)
    .toSorted((a, b) => (a.at === b.at ? a.order - b.order : a.at < b.at ? -1 : 1));

  for (const { at, order, signed, outcome } of steps) {
    const lapses =
      since === undefined ? undefined : `${nextDay(turn(since.slice(0, 10), rules.hearing))} 00:00`;
    if (lapses !== undefined && rules.notHeard === 'effective' && at >= lapses) break;
    if (outcome !== undefined) {
      if (since !== undefined) return afterHearing(life, outcome, at);
      continue;
    }
    if (at > deadline || signed === undefined) continue;
    if (order === 1) {
      const position = behind.indexOf(signed);
      if (position !== -1) behind.splice(position, 1);
    } else if (mayStand(signed, life) && behind.every(({ member }) => member !== signed.member)) {
      behind.push(signed);
    }
    const isEnough =
      behind.length >= rules.signatories && new Set(behind.map(({ group }) => group)).size >= rules.groups;
    if (!isEnough) since = undefined;
    else since ??= at;
  }
  if (since === undefined) return uncalled(life, deadline, last);
  const lapses = `${nextDay(turn(since.slice(0, 10), rules.hearing))} 00:00`;
  if (asked < lapses) return `called-in ${since}`;
  return rules.notHeard === 'effective'
    ? `in-effect ${lapses} not-heard-in-time`
    : `called-in ${since} overdue`;
}

function mayStand(signed: LifeSignature, { published, rules }: Life): boolean {
  if (signed.received < published || !signed.isMember || signed.isExecutive || signed.isInterested)
    return false;
  if (rules.eligible === 'scrutiny-member' && !signed.isOnScrutiny) return false;
  return signed.hasGrounds || !rules.reasonsRequired;
}

function uncalled({ rules, asked }: Life, deadline: string, last: string): string {
  const starts = {
    afterDeadline: deadline,
    noonOfDay: `${last} 12:00`,
    startOfNextWorkingDay: `${turn(last, 1)} 00:00`,
    startOfNextCalendarDay: `${nextDay(last)} 00:00`,
  }[rules.effective];
  if (rules.effective === 'afterDeadline' ? asked > starts : asked >= starts)
    return `in-effect ${starts} not-called-in`;
  return asked <= deadline ? `open-to-call-in ${deadline}` : 'about-to-take-effect';
}

function afterHearing(life: Life, outcome: string, heard: string): string {
  if (outcome === 'released') return `in-effect ${heard} released`;
  if (outcome === 'referred-back') return afterReconsidering(life, heard);
  const [review] = early(
    life.councilReviews.filter(({ at }) => at >= heard),
    life.asked,
  );
  if (review === undefined) return `before-council ${heard}`;
  if (review.outcome === 'no-objection') return `in-effect ${review.at} council-did-not-object`;
  if (review.outcome === 'decided-instead') return `ended ${review.at} decided-by-council-instead`;
  return afterReconsidering(life, review.at);
}

function afterReconsidering(life: Life, since: string): string {
  const [done] = early(
    life.reconsiderations.filter(({ at }) => at >= since),
    life.asked,
  );
  if (done === undefined) return `referred-back ${since}`;
  return done.outcome === 'withdrawn' ? `ended ${done.at} withdrawn` : `in-effect ${done.at} ${done.outcome}`;
}
