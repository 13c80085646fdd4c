import type { Visit } from '#platform/http';
import { formatDate, londonDate, plural } from '#platform/kernel';
import {
  Button,
  DataTable,
  FollowLinks,
  InsetText,
  Link,
  Prose,
  StackedBars,
  Text,
  TextInput,
  Unseen,
} from '#platform/ui';
import { AnotherDay, filesOf, onDay, Section } from '#platform/web';
import type { BodyLine } from '#modules/register';
import type { Month } from '../../domain/explore/month.ts';
import { everyWithoutDay, yearText } from '../../domain/explore/month.ts';
import { releasesPath } from '../../domain/release/release-path.ts';
import { monthsInWords } from '../../domain/release/months-covered.ts';
import type { BodyAccount } from '../../queries/explore/landing.ts';
import type { Explored } from '../../queries/explore/explored.ts';
import { sameDay, viewPath } from './asked-in.ts';
import { asPounds, exactly, inShort, MadeUp, roundly, sourceOf } from './money-words.tsx';

type Props = Readonly<{
  found: Explored;
  accounts: readonly BodyAccount[];
  /** Every council there is on the day. */
  councils: readonly BodyLine[];
  /** That the example’s payments are still being loaded. */
  isUnderWay: boolean;
  visit: Visit;
}>;

/** So many financial years side by side, as a chart tells apart; where there are more, the last of these places has all that are earlier. */
const mostYears = 4;
const latestShown = 6;

/** What is published of councils’ money, for whom, and where nothing is. */
export function LandingPage({ found, accounts, councils, isUnderWay, visit }: Props) {
  const source = sourceOf(found);
  const everyYear = [
    ...new Set(accounts.flatMap((account) => account.years.map(({ begun }) => begun))),
  ].toSorted((a, b) => b - a);
  const hasEarlier = everyYear.length > mostYears;
  const years = everyYear.slice(0, hasEarlier ? mostYears - 1 : mostYears);
  const first = years.at(-1);
  const account = new Map(accounts.map((each) => [each.bodyId, each]));
  const lines = councils.map((council) => ({ ...council, account: account.get(council.id) }));
  const withoutDay = accounts.reduce((sum, { withoutDay: own }) => sum + own.payments, 0);
  const inNoYear = accounts.reduce(
    (sum, { inNoYear: own }) => ({ pence: sum.pence + own.pence, payments: sum.payments + own.payments }),
    { pence: 0n, payments: 0 },
  );
  const silent = lines.filter((line) => line.account === undefined);
  const names = new Map(councils.map(({ id, name }) => [id, name]));
  return (
    <>
      <Prose>
        <Text lead>
          Whom councils paid, how much and for what, as they published it: put together across councils, and
          down to each payment with the line of the file it stood in.
        </Text>
      </Prose>
      <MadeUp when={source.isIllustrative} />
      <form method="get" action="/money/suppliers" class="accord-section">
        <TextInput
          id="q"
          name="q"
          label="Find who was paid"
          hint="A supplier’s name, or words of it"
          type="search"
          class="govuk-input--width-20"
        />
        <Button>Search</Button>
      </form>
      <Section title="Ways in">
        <ul class="govuk-list govuk-list--bullet">
          {[
            ['/money/payments', 'Payments, by council, department, purpose, supplier or month'],
            ['/money/payments?by=supplier', 'Who was paid the most'],
            ['/money/payments?by=payment', 'The latest payments, one by one'],
            ['/money/suppliers', 'Suppliers, across councils'],
            ['/money/releases', 'What was published, when, and the files to take away'],
            ['/money/outturn', 'What each council spent on each service, from its accounts'],
            ['/money/completeness', 'What each council owes by law, and how late it is'],
          ].map(([href = '', text]) => (
            <li>
              <Link href={onDay(href, visit)}>{text}</Link>
            </li>
          ))}
        </ul>
      </Section>
      {years.length > 0 && accounts.length > 0 && (
        <StackedBars
          id="by-council"
          title="Payments published, by council and financial year"
          description={`What ${plural(accounts.length, 'council')} published of the payments made in ${plural(years.length, 'financial year')}${hasEarlier ? ' and before' : ''}. A year of which only some months are published is lower for that.`}
          parts={[...(hasEarlier ? ['Earlier'] : []), ...years.toReversed().map(yearText)]}
          bars={accounts.map(({ bodyId, years: own }) => ({
            label: names.get(bodyId) ?? bodyId,
            values: [
              ...(hasEarlier ? [earlierThan(first, own).pence] : []),
              ...years.toReversed().map((year) => own.find(({ begun }) => begun === year)?.pence ?? 0n),
            ].map((pence) => Math.max(0, asPounds(pence))),
          }))}
          labelTitle="Council"
          format={inShort}
          hasTable
          source={{
            text: source.text,
            href: '/money/releases',
            ...(source.latest !== undefined && { asAt: formatDate(londonDate(source.latest)) }),
            ...(source.isIllustrative && { certainty: 'illustrative' }),
          }}
        />
      )}
      <DataTable
        caption="What each council has published"
        columns={[
          {
            title: 'Council',
            cell: ({ id, name }) => (
              <Link
                href={viewPath({
                  asked: { dataset: 'spending', bodyId: id, ...sameDay(visit) },
                  by: 'month',
                })}
              >
                {name}
              </Link>
            ),
          },
          ...years.map((year) => ({
            title: yearText(year),
            numeric: true,
            cell: (line: (typeof lines)[number]) => <YearCell line={line} year={year} visit={visit} />,
          })),
          ...(hasEarlier
            ? [
                {
                  title: 'Earlier',
                  numeric: true,
                  cell: (line: (typeof lines)[number]) => (
                    <EarlierCell line={line} before={first} visit={visit} />
                  ),
                },
              ]
            : []),
          ...(withoutDay === 0
            ? []
            : [
                {
                  title: 'Day not stated',
                  numeric: true,
                  cell: (line: (typeof lines)[number]) => <WithoutDay line={line} visit={visit} />,
                },
              ]),
          {
            title: 'Latest release',
            cell: ({ account: own }) => {
              const [latest] = own?.releases ?? [];
              if (latest === undefined)
                return <strong>{isUnderWay ? 'Being loaded' : 'Nothing published'}</strong>;
              return (
                <>
                  <Link href={onDay(`/money/releases/${latest.id}`, visit)}>
                    {monthsInWords({ from: latest.periodFrom, to: latest.periodTo })}
                  </Link>
                  , published {formatDate(londonDate(latest.publishedAt))}
                </>
              );
            },
          },
        ]}
        rows={lines}
        empty="There are no councils here yet."
        narrow="stack"
        downloads={filesOf('/money/published', visit)}
        source={{
          text: source.text,
          href: '/money/releases',
          ...(source.isIllustrative && { certainty: 'illustrative' }),
        }}
      />
      {withoutDay > 0 && (
        <Text>
          {`${plural(withoutDay, 'payment has', 'payments have')} no day in the file they came from. They count to a financial year where all months of their release lie in it. `}
          {inNoYear.payments > 0 &&
            `${plural(inNoYear.payments, 'payment')} of them, ${exactly(inNoYear.pence)}, could lie in more than one year and ${inNoYear.payments === 1 ? 'is' : 'are'} in none of these. `}
          <Link
            href={viewPath({
              asked: { dataset: 'spending', ...everyWithoutDay, ...sameDay(visit) },
              by: 'payment',
            })}
          >
            Payments without a day
          </Link>
        </Text>
      )}
      {silent.length > 0 && isUnderWay && (
        <InsetText>
          {`The payments of ${plural(silent.length, 'council')} are still being loaded. Ask for this page again in a few seconds.`}
        </InsetText>
      )}
      {silent.length > 0 && !isUnderWay && (
        <InsetText>
          {plural(silent.length, 'council has', 'councils have')} published no payments here. That says
          nothing of what {silent.length === 1 ? 'it' : 'they'} paid. The law asks every council for them:{' '}
          <Link href={onDay('/money/completeness', visit)}>what each owes, and how late it is</Link>.
        </InsetText>
      )}
      <Section title="Latest releases">
        {found.releases.length === 0 ? (
          <Text>
            {isUnderWay ? 'Releases are still being loaded.' : 'No release has been published yet.'}
          </Text>
        ) : (
          <ul class="govuk-list">
            {found.releases.slice(0, latestShown).map((release) => (
              <li>
                <Link href={onDay(`/money/releases/${release.id}`, visit)}>
                  {names.get(release.bodyId) ?? release.bodyId},{' '}
                  {monthsInWords({ from: release.periodFrom, to: release.periodTo })}
                </Link>
                : {plural(Number(release.rows), 'payment')}, {roundly(release.pence)}, published{' '}
                {formatDate(londonDate(release.publishedAt))}
                {release.isIllustrative && ' (illustrative)'}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <FollowLinks followed={{ kind: 'things', id: releasesPath }} what="releases of payments" />
      {visit.on === visit.today && <AnotherDay visit={visit} />}
    </>
  );
}

type OfLine = Readonly<{
  line: Readonly<{ name: string; account: BodyAccount | undefined }>;
  visit: Pick<Visit, 'on' | 'today'>;
}>;

/** What has no day, counted to a year or not, as the way to those payments. */
function WithoutDay({ line, visit }: OfLine) {
  const own = line.account?.withoutDay;
  if (own === undefined || line.account === undefined || own.payments === 0)
    return (
      <>
        <span aria-hidden="true">none</span>
        <Unseen>No payment without a day</Unseen>
      </>
    );
  return (
    <Link
      href={viewPath({
        asked: { dataset: 'spending', bodyId: line.account.bodyId, ...everyWithoutDay, ...sameDay(visit) },
        by: 'payment',
      })}
    >
      {roundly(own.pence)}
      <Unseen> paid by {line.name} without a day</Unseen>
    </Link>
  );
}

/** What was paid before a financial year, by the year in which it begins. */
function earlierThan(before: number | undefined, years: BodyAccount['years']) {
  const earlier = years.filter(({ begun }) => before !== undefined && begun < before);
  return { pence: earlier.reduce((sum, { pence }) => sum + pence, 0n), years: earlier.length };
}

function EarlierCell({ line, before, visit }: OfLine & Readonly<{ before: number | undefined }>) {
  const { pence, years } = earlierThan(before, line.account?.years ?? []);
  if (years === 0 || before === undefined || line.account === undefined)
    return (
      <>
        <span aria-hidden="true">none</span>
        <Unseen>Nothing published</Unseen>
      </>
    );
  const to = (before * 12 + 2) as Month;
  return (
    <>
      <Link
        href={viewPath({
          asked: { dataset: 'spending', bodyId: line.account.bodyId, to, ...sameDay(visit) },
          by: 'month',
        })}
      >
        {roundly(pence)}
        <Unseen>
          {' '}
          paid by {line.name} before {yearText(before)}
        </Unseen>
      </Link>
      <div class="govuk-hint">{plural(years, 'year')}</div>
    </>
  );
}

function YearCell({ line, year, visit }: OfLine & Readonly<{ year: number }>) {
  const own = line.account?.years.find(({ begun }) => begun === year);
  if (own === undefined || line.account === undefined)
    return (
      <>
        <span aria-hidden="true">none</span>
        <Unseen>Nothing published</Unseen>
      </>
    );
  const [from, to] = [year * 12 + 3, year * 12 + 14] as [Month, Month];
  return (
    <>
      <Link
        href={viewPath({
          asked: { dataset: 'spending', bodyId: line.account.bodyId, from, to, ...sameDay(visit) },
          by: 'supplier',
        })}
      >
        {roundly(own.pence)}
        <Unseen>
          {' '}
          paid by {line.name} in {yearText(year)}
        </Unseen>
      </Link>
      {own.months < 12 && <div class="govuk-hint">{plural(own.months, 'month')}</div>}
    </>
  );
}
