import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, ServicesWithFiles, Stale } from '#platform/module';
import { act, type ActOptions, type Entry, type SystemActor } from '#platform/record';
import type { Import, MonthsCovered, Officer } from '../../domain/import/import.ts';
import { type Accepted, type Finding, toConfirm, type ToConfirm } from '../../domain/import/report.ts';
import { type ImportStanding, importStanding, mayBeAsked } from '../../domain/import/standing.ts';
import { isTouched, monthsInWords } from '../../domain/release/months-covered.ts';
import type { Release } from '../../domain/release/release.ts';
import { mayBringSpending } from '../../permissions.ts';
import { judgeMonths } from '../../queries/publishing/months-asked.ts';
import { type PaymentsByMonth, paymentsByMonth } from '../../queries/publishing/payments-by-month.ts';
import { findImport, insertImportOutcome } from '../../store/imports.ts';
import { officerOf, spendingSubject } from './officers.ts';
import type { ImportNamed } from './run-reading.ts';

export type PublicationAsked = ImportNamed &
  Readonly<{
    period: MonthsCovered;
    says: string;
    /** That payments which stand in a release of other months are published nevertheless; `says` has the reason. */
    mayBeTwice?: boolean;
    /** That each month of the payments is to be a release of its own; `period` is then that of their days. */
    byMonth?: boolean;
    /** That months which hold far fewer payments than the releases whose place they take are right. */
    mayBeFewer?: boolean;
    /** What was found that speaks against publishing, and is right nevertheless. */
    confirmed?: readonly ToConfirm[];
  }>;

/** What was found that whoever asks must say is right. */
export type Unconfirmed = Readonly<{ unconfirmed: readonly ToConfirm[] }>;

/** Payments that stand in a release whose place is not taken: they would be counted twice. */
export type CountedTwice = Readonly<{ twice: Pick<Finding, 'rows' | 'pence'> }>;

/** Releases that stand for some of the days and for others too: a new one could neither leave them nor take their place. */
export type Overlaps = Readonly<{ overlaps: readonly Pick<Release, 'id' | 'periodFrom' | 'periodTo'>[] }>;

/** Payments without a day, or of several months: no release of one month can hold them. */
export type OfNoMonth = Readonly<{ ofNoMonth: number }>;

/** Releases that would give way to far fewer payments of their months: a few stragglers in a file of other months do not replace one. */
export type FewerPayments = Readonly<{
  fewer: readonly Readonly<{ id: string; held: number; now: number }>[];
}>;
export type AskRefusal =
  | CommonRefusal
  | 'no-such-import'
  | 'in-doubt'
  | 'not-read'
  | 'ends-later'
  | 'why-twice'
  | Unconfirmed
  | CountedTwice
  | Overlaps
  | OfNoMonth
  | FewerPayments
  | Stale<ImportStanding>;

/** Asks somebody else of the body to publish the payments of an import, as those of whole months together or one by one. */
export async function askPublication(
  services: ServicesWithFiles,
  actor: Actor | undefined,
  asked: PublicationAsked,
  options: ActOptions = {},
): Promise<Result<void, AskRefusal>> {
  const allowed = may(actor, mayBringSpending, asked.bodyId);
  if (!allowed.ok) return allowed;
  return askAs(services, allowed.value, officerOf(allowed.value), asked, options);
}

/** The same for whoever may do it without being asked, as the command line does. */
export async function askAs(
  services: ServicesWithFiles,
  actor: Actor | SystemActor,
  by: Officer,
  asked: PublicationAsked,
  options: ActOptions = {},
): Promise<Result<void, Exclude<AskRefusal, 'signed-out' | 'wrong-role' | 'wrong-body'>>> {
  const { clock } = services;
  const { bodyId, importId, says, mayBeTwice = false, mayBeFewer = false, confirmed = [] } = asked;
  return act<void, Exclude<AskRefusal, CommonRefusal>>(services, actor, options, async (sql) => {
    await lockThing(sql, spendingSubject(bodyId));
    const brought = await findImport(sql, { bodyId, id: importId });
    if (brought === undefined) return refuse('no-such-import');
    const standing = importStanding(brought, clock.now());
    if (standing.is === 'in-doubt') return refuse('in-doubt');
    if (['reading', 'quiet', 'failed', 'refused'].includes(standing.is)) return refuse('not-read');
    if (!mayBeAsked(standing)) return refuse({ stale: standing });
    const parted = asked.byMonth === true ? await paymentsByMonth(services, brought) : undefined;
    if (parted !== undefined && parted.ofNoMonth > 0) return refuse({ ofNoMonth: parted.ofNoMonth });
    const months = parted?.months.map(({ period: month }) => month);
    const period = spanOf(months) ?? asked.period;
    const byMonth = months !== undefined && months.length > 1;
    if (period.to.slice(0, 7) > clock.today().slice(0, 7)) return refuse('ends-later');
    const found = brought.reading.report?.findings.map(({ kind }) => kind) ?? [];
    const unconfirmed = toConfirm.filter((kind) => found.includes(kind) && !confirmed.includes(kind));
    if (unconfirmed.length > 0) return refuse({ unconfirmed });
    const { covered, overlapped, twice } = await judgeMonths(sql, services, { brought, period, months });
    if (overlapped.length > 0) return refuse({ overlaps: overlapped });
    const fewer = fewerThan(covered, parted);
    if (fewer.length > 0 && !mayBeFewer) return refuse({ fewer });
    if (twice !== undefined && !mayBeTwice) return refuse({ twice });
    if (twice !== undefined && says.trim() === '') return refuse('why-twice');
    const { number } = brought.reading;
    await insertImportOutcome(sql, brought, {
      outcome: 'asked',
      reading: number,
      period,
      says,
      ...(twice === undefined ? {} : { twice: twice.rows }),
      ...(byMonth ? { byMonth } : {}),
      by,
      at: clock.now(),
    });
    const accepted: readonly Accepted[] = [
      ...confirmed.filter((kind) => found.includes(kind)),
      ...(twice === undefined ? [] : (['published-elsewhere'] as const)),
      ...(fewer.length === 0 ? [] : (['fewer-payments'] as const)),
    ];
    return ok({ value: undefined, entry: askedEntry(brought, { period, byMonth, says, accepted }) });
  });
}

function spanOf(months: readonly MonthsCovered[] = []): MonthsCovered | undefined {
  const [first, last] = [months[0], months.at(-1)];
  return first && last && { from: first.from, to: last.to };
}

/** The releases that hold more than twice as many payments as would take their place, month by month. */
const fewerThan = (
  covered: readonly Release[],
  parted: PaymentsByMonth | undefined,
): FewerPayments['fewer'] =>
  covered.flatMap((release) => {
    if (parted === undefined) return [];
    const now = parted.months
      .filter(({ period }) => isTouched(release, period))
      .reduce((sum, { payments }) => sum + payments, 0);
    const held = Number(release.rows);
    return held > now * 2 ? [{ id: release.id, held, now }] : [];
  });

type Asked = Readonly<{
  period: MonthsCovered;
  byMonth: boolean;
  says: string;
  accepted: readonly Accepted[];
}>;

const askedEntry = ({ id, bodyId, reading }: Import, { period, byMonth, says, accepted }: Asked): Entry => ({
  act: 'open-books.spending.asked',
  subject: `${spendingSubject(bodyId)}/${id}`,
  summary: `Publication of payments is asked for: ${monthsInWords(period)}${byMonth ? ', month by month' : ''}`,
  facts: {
    from: period.from,
    to: period.to,
    reading: reading.number,
    // What spoke against it, and why it was asked nevertheless.
    ...(accepted.length === 0 ? {} : { accepted: [...accepted], says }),
  },
  visibility: 'private',
});
