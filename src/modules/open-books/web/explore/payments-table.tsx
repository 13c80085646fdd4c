import type { Visit } from '#platform/http';
import { formatDate } from '#platform/kernel';
import { DataTable, Link, Tag, Unseen } from '#platform/ui';
import { filesOf, onDay } from '#platform/web';
import { monthsInWords } from '../../domain/release/months-covered.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import type { PaymentShown } from '../../queries/explore/payments.ts';
import { paymentPath, supplierPath } from './asked-in.ts';
import { exactly, type sourceOf } from './money-words.tsx';

type Props = Readonly<{
  caption: string;
  payments: readonly PaymentShown[];
  names: ReadonlyMap<string, string>;
  source: ReturnType<typeof sourceOf>;
  /** The address whose files hold them all. */
  path: string;
  visit: Pick<Visit, 'on' | 'today'>;
}>;

/** Payments one by one, each with its amount as the way to where it stood. */
export const PaymentsTable = ({ caption, payments, names, source, path, visit }: Props) => (
  <DataTable
    caption={caption}
    columns={[
      { title: 'Day', cell: (payment) => dayOf(payment, source) },
      { title: 'Paid to', cell: (payment) => <PaidTo payment={payment} visit={visit} /> },
      {
        title: 'Amount',
        numeric: true,
        cell: (payment) => (
          <Link href={onDay(paymentPath(payment), visit)}>
            {exactly(payment.pence)}
            <Unseen> paid to {payment.named}: where it stood</Unseen>
          </Link>
        ),
      },
      { title: 'For', cell: ({ purpose, category }) => purpose ?? category ?? '' },
      { title: 'Department', cell: ({ department }) => department },
      { title: 'By', cell: ({ bodyId }) => names.get(bodyId) ?? bodyId },
    ]}
    rows={payments}
    empty="There are fewer payments than that."
    narrow="stack"
    downloads={filesOf(path, visit)}
    source={{
      text: source.text,
      href: onDay('/money/releases', visit),
      ...(source.isIllustrative && { certainty: 'illustrative' }),
    }}
  />
);

/** Its day, or where none is stated the months of its release. */
function dayOf({ paid, release }: PaymentShown, { counted }: Props['source']): string {
  if (paid !== null) return formatDate(paid);
  const from = counted.find(({ id }) => id === release);
  return from === undefined
    ? 'not stated'
    : `not stated, ${monthsInWords({ from: from.periodFrom, to: from.periodTo })}`;
}

/** A payee under the name that the council wrote, or why it has none. */
function PaidTo({
  payment: { payee, named, supplier, redaction },
  visit,
}: Readonly<{ payment: PaymentShown }> & Pick<Props, 'visit'>) {
  if (redaction !== null) return <Tag colour="grey">{unnamed(payee) ?? 'Not named'}</Tag>;
  if (unnamed(payee) !== undefined) return <span class="accord-typed">{supplier ?? named}</span>;
  return (
    <span class="accord-typed">
      <Link href={onDay(supplierPath(payee), visit)}>{supplier ?? named}</Link>
    </span>
  );
}
