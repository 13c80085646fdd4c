import type { Visit } from '#platform/http';
import { formatCount, formatDate, londonDate } from '#platform/kernel';
import { DataTable, KeyFigures, Link, Text } from '#platform/ui';
import { filesOf, onDay, Section } from '#platform/web';
import { readMonth, undated } from '../../domain/explore/month.ts';
import type { Explored } from '../../queries/explore/explored.ts';
import type { SupplierPage as Shown } from '../../queries/explore/suppliers.ts';
import { sameDay, supplierPath, viewPath } from './asked-in.ts';
import { exactly, MadeUp, NotLinked, roundly, sourceOf } from './money-words.tsx';
import { MonthsLine } from './months-line.tsx';
import { PaymentsTable } from './payments-table.tsx';

type Props = Readonly<{
  shown: Shown;
  names: ReadonlyMap<string, string>;
  explored: Explored;
  /** The releases in which it is paid. */
  counted: Explored['standing'];
  visit: Visit;
}>;

/** Who pays a supplier, how much, for what, since when, and under which names. */
export function SupplierPage({ shown, names, explored, counted, visit }: Props) {
  const { line, payers, months, purposes, latest } = shown;
  const source = sourceOf({ standing: counted });
  const own = supplierPath(line.payee);
  const asked = { dataset: 'spending', supplier: line.payee, ...sameDay(visit) } as const;
  const dated = months.filter(({ key }) => (readMonth(key) ?? undated) !== undated);
  const told = {
    text: source.text,
    href: onDay('/money/releases', visit),
    ...(source.latest !== undefined && { asAt: formatDate(londonDate(source.latest)) }),
    ...(source.isIllustrative && { certainty: 'illustrative' as const }),
  };
  return (
    <>
      <MadeUp when={source.isIllustrative} />
      <NotLinked explored={explored} />
      <KeyFigures
        figures={[
          { label: 'Paid', value: roundly(line.pence), detail: exactly(line.pence) },
          { label: 'Payments', value: formatCount(line.payments) },
          { label: 'Councils that pay it', value: formatCount(payers.length) },
          {
            label: 'Since',
            value: line.first === null ? 'not stated' : formatDate(line.first),
            detail: line.last === null ? undefined : `last paid ${formatDate(line.last)}`,
          },
        ]}
      />
      <DataTable
        caption="Who pays it"
        narrow="stack"
        columns={[
          {
            title: 'Council',
            cell: ({ bodyId }) => (
              <Link href={viewPath({ asked: { ...asked, bodyId }, by: 'category' })}>
                {names.get(bodyId) ?? bodyId}
              </Link>
            ),
          },
          { title: 'Paid', numeric: true, cell: ({ pence }) => exactly(pence) },
          { title: 'Payments', numeric: true, cell: ({ payments }) => formatCount(payments) },
          { title: 'First', cell: ({ first }) => (first === null ? 'not stated' : formatDate(first)) },
          { title: 'Last', cell: ({ last }) => (last === null ? 'not stated' : formatDate(last)) },
        ]}
        rows={payers}
        empty="Nobody."
        downloads={filesOf(`${own}/payers`, visit)}
        source={told}
      />
      {dated.length > 1 && (
        <MonthsLine months={dated} describe={(from, to) => `From ${from} to ${to}.`} source={told} />
      )}
      <Section title="For what">
        <ul class="govuk-list govuk-list--bullet">
          {purposes.map(({ key, name, pence }) => (
            <li>
              <span class="accord-typed">
                <Link href={viewPath({ asked: { ...asked, category: key }, by: 'payment' })}>{name}</Link>
              </span>
              : {exactly(pence)}
            </li>
          ))}
        </ul>
        <Text>
          <Link href={viewPath({ asked, by: 'category' })}>All purposes</Link> ·{' '}
          <Link href={viewPath({ asked, by: 'department' })}>By department</Link>
        </Text>
      </Section>
      <DataTable
        caption="Names it is paid under"
        narrow="stack"
        columns={[
          { title: 'Name', cell: ({ name }) => <span class="accord-typed">{name}</span> },
          { title: 'By', cell: ({ bodyId }) => names.get(bodyId) ?? bodyId },
          { title: 'Payments', numeric: true, cell: ({ payments }) => formatCount(payments) },
          { title: 'Paid', numeric: true, cell: ({ pence }) => exactly(pence) },
        ]}
        rows={shown.names}
        empty="None."
        downloads={filesOf(`${own}/names`, visit)}
        source={told}
      />
      <PaymentsTable
        caption="The latest payments"
        payments={latest}
        names={names}
        source={source}
        path={viewPath({ asked, by: 'payment' })}
        visit={visit}
      />
      <Text>
        <Link href={viewPath({ asked, by: 'payment' })}>
          {line.payments === 1 ? 'Its one payment' : `All ${formatCount(line.payments)} payments`}
        </Link>
      </Text>
    </>
  );
}
