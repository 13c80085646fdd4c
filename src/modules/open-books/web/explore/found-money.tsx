import type { Visit } from '#platform/http';
import { formatCount, type IsoDate, plural } from '#platform/kernel';
import { Link, Text } from '#platform/ui';
import { onDay } from '#platform/web';
import type { PaymentsAsked } from '../../domain/explore/asked.ts';
import { releasesShown } from '../../queries/explore/releases-shown.ts';
import { explored, type ExploreServices } from '../../queries/explore/explored.ts';
import { scopeOf } from '../../queries/explore/scope.ts';
import { type Total, totalOf } from '../../queries/explore/sums.ts';
import { type SupplierLine, suppliersCalled } from '../../queries/explore/suppliers.ts';
import { releasePath, releasesPath } from '../../domain/release/release-path.ts';
import { countedOn } from '../../queries/publishing/counted-on.ts';
import { releasesCalled } from '../../queries/publishing/releases-called.ts';
import { releaseName, type ReleaseShown } from '../../queries/publishing/releases.ts';
import { sameDay, supplierPath, viewPath } from './asked-in.ts';
import { roundly } from './money-words.tsx';
import { suppliersPath } from './suppliers-page.tsx';

/** What the search of the site finds of councils’ money. */
export type FoundMoney = Readonly<{
  suppliers: Readonly<{ lines: readonly (SupplierLine & MadeUp)[]; count: number }>;
  releases: Readonly<{ lines: readonly ReleaseShown[]; count: number }>;
  /** Payments whose purpose holds the words. */
  payments: (Total & MadeUp) | undefined;
}>;

/** Whether some of what a figure is put together from was made up to show the page. */
type MadeUp = Readonly<{ isIllustrative: boolean }>;

type Day = Readonly<{ on: IsoDate; today: IsoDate }>;

/**
 * The suppliers that go by words, the payments whose purpose holds them and the releases they name, for the search of the site; undefined
 * where there is none. On a day on which other releases counted than today, the releases alone.
 */
export async function findMoney(
  services: ExploreServices,
  words: string,
  day: Day,
  limit: number,
): Promise<FoundMoney | undefined> {
  const { database, published } = services;
  const releases = await releasesCalled(database, words, day.on, limit);
  const none = { suppliers: { lines: [], count: 0 }, payments: undefined };
  const isNow = (await countedOn(database, day)).isNow;
  if (!isNow) return releases.count === 0 ? undefined : { ...none, releases };
  const account = await explored(services);
  const scoped = async (narrowed: Pick<PaymentsAsked, 'supplier' | 'words'>) => {
    const asked: PaymentsAsked = { dataset: 'spending', ...narrowed };
    const scope = await scopeOf(published, account.view, asked);
    const stand = async () => releasesShown(published, account, asked, scope);
    return { scope, isIllustrative: async () => (await stand()).some((release) => release.isIllustrative) };
  };
  const [suppliers, { scope, isIllustrative }] = await Promise.all([
    suppliersCalled(published, account.view, words, { limit }),
    scoped({ words }),
  ]);
  const told = scope && (await totalOf(published, scope));
  const payments = told === undefined || told.payments === 0 ? undefined : told;
  if (suppliers.count === 0 && payments === undefined && releases.count === 0) return undefined;
  return {
    suppliers: {
      ...suppliers,
      lines: await Promise.all(
        suppliers.lines.map(async (line) => ({
          ...line,
          isIllustrative: await (await scoped({ supplier: line.payee })).isIllustrative(),
        })),
      ),
    },
    releases,
    payments: payments && { ...payments, isIllustrative: await isIllustrative() },
  };
}

type Props = Readonly<{ words: string; found: FoundMoney; visit: Visit }>;

/** The same as parts of a page. */
export const FoundMoneyParts = ({ words, found, visit }: Props) => (
  <>
    {found.suppliers.lines.length > 0 && <Suppliers words={words} found={found} visit={visit} />}
    {found.payments !== undefined && (
      <section aria-labelledby="payments">
        <h2 class="govuk-heading-m" id="payments">
          What councils paid for
        </h2>
        <Text>
          <Link href={viewPath({ asked: { dataset: 'spending', words, ...sameDay(visit) }, by: 'payment' })}>
            {plural(found.payments.payments, 'payment')} for purposes with these words
          </Link>
          , {roundly(found.payments.pence)}
          {found.payments.isIllustrative && madeUp}
        </Text>
      </section>
    )}
    {found.releases.lines.length > 0 && (
      <section aria-labelledby="releases">
        <h2 class="govuk-heading-m" id="releases">
          Releases of payments
        </h2>
        <ul class="govuk-list">
          {found.releases.lines.map((release) => (
            <li>
              <Link href={onDay(releasePath(release.id), visit)}>{releaseName(release)}</Link>,{' '}
              {formatCount(Number(release.rows))} payments
              {release.isIllustrative && ' (illustrative)'}
            </li>
          ))}
        </ul>
        {found.releases.count > found.releases.lines.length && (
          <Text>
            <Link href={onDay(releasesPath, visit)}>All releases</Link>
          </Text>
        )}
      </section>
    )}
  </>
);

const madeUp = ' (illustrative, wholly or in part)';

const Suppliers = ({ words, found: { suppliers }, visit }: Props) => (
  <section aria-labelledby="suppliers">
    <h2 class="govuk-heading-m" id="suppliers">
      Suppliers that councils paid
    </h2>
    <ul class="govuk-list">
      {suppliers.lines.map(({ payee, name, pence, bodies, isIllustrative }) => (
        <li>
          <span class="accord-typed">
            <Link href={onDay(supplierPath(payee), visit)}>{name}</Link>
          </span>
          , {roundly(pence)} from {plural(bodies, 'council')}
          {isIllustrative && madeUp}
        </li>
      ))}
    </ul>
    {suppliers.count > suppliers.lines.length && (
      <Text>
        <Link href={onDay(suppliersPath(words), visit)}>All {plural(suppliers.count, 'supplier')} found</Link>
      </Text>
    )}
  </section>
);
