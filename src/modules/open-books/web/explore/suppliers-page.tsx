import type { Visit } from '#platform/http';
import { formatCount, formatDate, plural } from '#platform/kernel';
import { Button, DataTable, Link, Pagination, Prose, Text, TextInput } from '#platform/ui';
import { filesOf, onDay } from '#platform/web';
import type { Explored } from '../../queries/explore/explored.ts';
import type { SuppliersFound } from '../../queries/explore/suppliers.ts';
import { supplierPath } from './asked-in.ts';
import { exactly, MadeUp, NotLinked, sourceOf } from './money-words.tsx';

export const suppliersShown = 50;

type Props = Readonly<{
  typed: string;
  page: number;
  found: SuppliersFound;
  explored: Explored;
  visit: Visit;
}>;

/** Suppliers by the words of their names, most money first. With a script, a few are shown while one types. */
export function SuppliersPage({ typed, page, found, explored, visit }: Props) {
  const source = sourceOf(explored);
  const path = suppliersPath(typed);
  const to = (number: number) => ({ href: onDay(suppliersPath(typed, number), visit) });
  return (
    <>
      <MadeUp when={source.isIllustrative} />
      <NotLinked explored={explored} />
      <Prose>
        <Text lead>
          Everybody whom a published payment names as a firm or an organisation, under whichever of its
          spellings, across councils. Individuals and names that were taken out are not here.
        </Text>
      </Prose>
      <form
        method="get"
        action="/money/suppliers"
        class="accord-section"
        data-module="accord-suggest"
        data-from="/api/spending/suppliers"
      >
        <TextInput
          id="q"
          name="q"
          label="Name, or words of it"
          hint="The beginnings of words are enough: “oak wast” finds Oak Waste Services."
          type="search"
          value={typed}
          autocomplete="off"
          class="govuk-input--width-20"
        />
        {visit.on !== visit.today && <input type="hidden" name="on" value={visit.on} />}
        <Button>Search</Button>
      </form>
      <DataTable
        caption={`${plural(found.count, 'supplier')}${typed === '' ? '' : ' found'}, most money first`}
        columns={[
          {
            title: 'Supplier',
            cell: ({ payee, name }) => (
              <span class="accord-typed">
                <Link href={onDay(supplierPath(payee), visit)}>{name}</Link>
              </span>
            ),
          },
          { title: 'Paid', numeric: true, cell: ({ pence }) => exactly(pence) },
          { title: 'Payments', numeric: true, cell: ({ payments }) => formatCount(payments) },
          { title: 'Councils', numeric: true, cell: ({ bodies }) => formatCount(bodies) },
          { title: 'Last paid', cell: ({ last }) => (last === null ? 'not stated' : formatDate(last)) },
        ]}
        rows={found.lines}
        empty="No supplier goes by these words. Try fewer of them, or another spelling."
        narrow="stack"
        downloads={filesOf(path, visit)}
        source={{
          text: source.text,
          href: onDay('/money/releases', visit),
          ...(source.isIllustrative && { certainty: 'illustrative' }),
        }}
      />
      {found.count > suppliersShown && (
        <Pagination
          previous={page > 1 ? to(page - 1) : undefined}
          next={page * suppliersShown < found.count ? to(page + 1) : undefined}
          label="Pages of suppliers"
        />
      )}
    </>
  );
}

export function suppliersPath(typed: string, page = 1): string {
  const query = new URLSearchParams();
  if (typed !== '') query.set('q', typed);
  if (page > 1) query.set('page', String(page));
  return `/money/suppliers${query.size === 0 ? '' : `?${query.toString()}`}`;
}
