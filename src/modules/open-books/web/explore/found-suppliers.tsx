import { plural } from '#platform/kernel';
import { Link, Text } from '#platform/ui';
import { explored, type ExploreServices } from '../../queries/explore/explored.ts';
import { suppliersCalled, type SuppliersFound } from '../../queries/explore/suppliers.ts';
import { supplierPath } from './asked-in.ts';
import { roundly, sourceOf } from './money-words.tsx';
import { suppliersPath } from './suppliers-page.tsx';

type FoundNamed = SuppliersFound & Readonly<{ isIllustrative: boolean }>;

/** The suppliers that go by words, for the search of the site; undefined where none does. */
export async function findSuppliers(
  services: ExploreServices,
  words: string,
  limit: number,
): Promise<FoundNamed | undefined> {
  const account = await explored(services);
  const found = await suppliersCalled(services.published, account.view, words, { limit });
  return found.count === 0 ? undefined : { ...found, isIllustrative: sourceOf(account).isIllustrative };
}

/** The same as a part of a page. */
export const FoundSuppliers = ({ words, found }: Readonly<{ words: string; found: FoundNamed }>) => (
  <section aria-labelledby="suppliers">
    <h2 class="govuk-heading-m" id="suppliers">
      Suppliers that councils paid
    </h2>
    <ul class="govuk-list">
      {found.lines.map(({ payee, name, pence, bodies }) => (
        <li>
          <span class="accord-typed">
            <Link href={supplierPath(payee)}>{name}</Link>
          </span>
          , {roundly(pence)} from {plural(bodies, 'council')}
          {found.isIllustrative && ' (illustrative, wholly or in part)'}
        </li>
      ))}
    </ul>
    {found.count > found.lines.length && (
      <Text>
        <Link href={suppliersPath(words)}>All {plural(found.count, 'supplier')} found</Link>
      </Text>
    )}
  </section>
);
