import type { Visit } from '#platform/http';
import { formatCount, plural } from '#platform/kernel';
import { ErrorSummary, InsetText, KeyFigures, Link, Pagination, Prose, Text, Unseen } from '#platform/ui';
import { filesOf, Section } from '#platform/web';
import { groups } from '../../domain/explore/asked.ts';
import { isWithoutDay, type Month, monthInWords } from '../../domain/explore/month.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import { shownPayments, type ViewShown } from '../../queries/explore/view-page.ts';
import type { UndatedBeside } from '../../queries/explore/undated-beside.ts';
import { type By, noSuchMonth, queryOf, supplierPath, type ViewAsked, viewPath } from './asked-in.ts';
import { FilterForm } from './filter-form.tsx';
import { exactly, MadeUp, NotLinked, roundly, sourceOf } from './money-words.tsx';
import { PaymentsTable } from './payments-table.tsx';
import { SumsChart } from './sums-chart.tsx';
import { SumsTable } from './sums-table.tsx';
import { UndatedPart } from './undated-part.tsx';

type Props = Readonly<{
  view: ViewAsked;
  shown: ViewShown;
  isUnderWay: boolean;
  beside: UndatedBeside;
  visit: Visit;
}>;

/** What councils paid, narrowed down and put together as the reader likes, down to each payment. */
export function PaymentsPage({ view, shown, isUnderWay, beside, visit }: Props) {
  const { asked, by, page } = view;
  const { total } = shown;
  const source = sourceOf({ standing: shown.counted });
  return (
    <>
      {noSuchMonth(view) !== undefined && (
        <ErrorSummary
          errors={Object.entries(view.unread ?? {}).map(([name, typed]) => ({
            children: `“${typed}” is no month, so these payments are not narrowed down by it. Write it like 2026-04`,
            href: `#${name}`,
          }))}
        />
      )}
      <MadeUp when={source.isIllustrative} />
      {(by === 'supplier' || asked.supplier !== undefined) && <NotLinked explored={shown.explored} />}
      <FilterForm view={view} {...shown} />
      <Narrowed view={view} shown={shown} />
      {total === undefined || total.payments === 0 ? (
        <>
          <Nothing view={view} shown={shown} isUnderWay={isUnderWay} />
          <UndatedPart beside={beside} asked={asked} />
        </>
      ) : (
        <>
          <KeyFigures
            figures={[
              { label: 'Paid', value: roundly(total.pence), detail: exactly(total.pence) },
              { label: 'Payments', value: formatCount(total.payments) },
              {
                label: 'Months',
                value:
                  total.from === undefined || total.to === undefined
                    ? 'Not stated'
                    : periodOf(total.from, total.to),
              },
            ]}
          />
          <UndatedPart beside={beside} asked={asked} />
          <WaysToSee view={view} />
          {by === 'payment' ? (
            <>
              <PaymentsTable
                caption={captionOf(total.payments, page, shown.payments.length)}
                payments={shown.payments}
                names={shown.names}
                source={source}
                path={`/money/payments${queryOf({ asked, by })}`}
                visit={visit}
              />
              <Pages view={view} payments={total.payments} />
            </>
          ) : (
            <>
              <SumsChart sums={shown.sums} by={by} total={total} view={view} source={source} hasTable />
              <SumsTable
                sums={shown.sums}
                by={by}
                total={total}
                view={view}
                shown={shown}
                visit={visit}
                source={source}
              />
            </>
          )}
          <Prose>
            <Text>
              Take these {by === 'payment' ? 'payments' : 'sums'} away as{' '}
              <Link href={filesOf(viewPath({ asked, by }), visit).csv}>CSV</Link>,{' '}
              <Link href={filesOf(viewPath({ asked, by }), visit).json}>JSON</Link> or{' '}
              <Link href={`/money/payments.parquet${queryOf({ asked, by })}`}>Parquet</Link>, with{' '}
              <Link href={`/money/payments/schema.json${queryOf({ asked, by })}`}>
                what each column means
              </Link>
              {by !== 'payment' && (
                <>
                  , or put the chart into{' '}
                  <Link href={`/money/embed${queryOf({ asked, by })}`}>a page of your own</Link>
                </>
              )}
              . The address of this page stays as it is: it shows the same payments, as they are published by
              then.
            </Text>
          </Prose>
        </>
      )}
    </>
  );
}

const periodOf = (from: Month, to: Month): string => {
  const [first, last] = [monthInWords(from), monthInWords(to)];
  return first === last ? first : `${first} to ${last}`;
};

const captionOf = (payments: number, page: number, here: number): string => {
  const first = (page - 1) * shownPayments;
  return payments <= shownPayments
    ? plural(payments, 'payment')
    : `${plural(payments, 'payment')}, ${formatCount(first + 1)} to ${formatCount(first + here)}, the newest first`;
};

const ways: readonly (readonly [By, string])[] = [
  ...(Object.entries(groups) as [By, string][]).map(
    ([by, title]) => [by, `By ${title.toLowerCase()}`] as const,
  ),
  ['payment', 'Each payment'],
];

/** The same payments put together otherwise. */
const WaysToSee = ({ view: { asked, by } }: Pick<Props, 'view'>) => (
  <nav aria-label="Put together" class="accord-section">
    <p class="govuk-body">
      {ways.map(([way, title], at) => (
        <>
          {at > 0 && ' · '}
          {way === by ? (
            <strong aria-current="true">{title}</strong>
          ) : (
            <Link href={viewPath({ asked, by: way })}>{title}</Link>
          )}
        </>
      ))}
    </p>
  </nav>
);

/** What the payments are narrowed down to, each with the way to let go of it. */
function Narrowed({ view: { asked, by }, shown }: Pick<Props, 'view' | 'shown'>) {
  const isUndated = isWithoutDay(asked);
  const parts: readonly (readonly [string, string | undefined, keyof typeof asked])[] = [
    ['Council', asked.bodyId && (shown.names.get(asked.bodyId) ?? asked.bodyId), 'bodyId'],
    ['Day', isUndated ? withoutDayInWords(asked) : undefined, 'from'],
    ['From', isUndated || asked.from === undefined ? undefined : monthInWords(asked.from), 'from'],
    ['To', isUndated || asked.to === undefined ? undefined : monthInWords(asked.to), 'to'],
    ['Department', asked.department === '' ? 'not stated' : asked.department, 'department'],
    ['Purpose', asked.category === '' ? 'not stated' : asked.category, 'category'],
    ['Words in the purpose', asked.words, 'words'],
    [
      'Paid to',
      asked.supplier === undefined ? undefined : (unnamed(asked.supplier) ?? asked.supplier),
      'supplier',
    ],
  ];
  const given = parts.filter(([, said]) => said !== undefined);
  if (given.length === 0) return null;
  return (
    <p class="govuk-body">
      {given.map(([title, said, name], at) => (
        <>
          {at > 0 && ' · '}
          {title}: <strong class="accord-typed">{said}</strong> (
          <Link
            href={viewPath({
              asked: { ...asked, [name]: undefined, ...(isUndated && name === 'from' && { to: undefined }) },
              by,
            })}
          >
            remove<Unseen> {title.toLowerCase()}</Unseen>
          </Link>
          )
        </>
      ))}
    </p>
  );
}

/** Which payments without a day, by the months of their release where it is one. */
const withoutDayInWords = ({ from, to }: ViewAsked['asked']): string =>
  from === to && to !== undefined ? monthInWords(to).replace('Day not stated', 'not stated') : 'not stated';

function Nothing({ view: { asked }, shown, isUnderWay }: Omit<Props, 'visit' | 'beside'>) {
  return (
    <Section title="No payment is published here that is such a one">
      {shown.called.length > 0 && (
        <>
          <Text>Nobody was paid under exactly this name. Suppliers whose names hold its words:</Text>
          <ul class="govuk-list govuk-list--bullet">
            {shown.called.map(({ payee, name, pence }) => (
              <li>
                <Link href={supplierPath(payee)}>{name}</Link>, {roundly(pence)}
              </li>
            ))}
          </ul>
        </>
      )}
      <InsetText>
        {asked.bodyId !== undefined && !shown.bodies.some(({ id }) => id === asked.bodyId)
          ? isUnderWay
            ? 'Its payments are still being loaded. Ask for this page again in a few seconds.'
            : `${shown.names.get(asked.bodyId) ?? 'This council'} has published no payments here. That says nothing of what it paid.`
          : 'That may mean that nothing was paid, or that it is not published, or that it is described otherwise.'}{' '}
        <Link href="/money/completeness">What each council owes and has published</Link>
      </InsetText>
    </Section>
  );
}

function Pages({ view, payments }: Readonly<{ view: ViewAsked; payments: number }>) {
  const pages = Math.ceil(payments / shownPayments);
  if (pages <= 1) return null;
  const to = (page: number) => ({ href: viewPath({ ...view, page }) });
  return (
    <Pagination
      previous={view.page > 1 ? to(view.page - 1) : undefined}
      next={view.page < pages ? to(view.page + 1) : undefined}
      label="Pages of payments"
    />
  );
}
