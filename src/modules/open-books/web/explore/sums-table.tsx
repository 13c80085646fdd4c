import type { Visit } from '#platform/http';
import { formatCount, formatDate } from '#platform/kernel';
import { DataTable, Link, Text, Unseen } from '#platform/ui';
import { filesOf, onDay } from '#platform/web';
import { type Group, groups, type Sum } from '../../domain/explore/asked.ts';
import { shownSums, type ViewShown } from '../../queries/explore/view-page.ts';
import type { Total } from '../../queries/explore/sums.ts';
import { narrowedTo, supplierPath, type ViewAsked, viewPath } from './asked-in.ts';
import { exactly, None, type sourceOf } from './money-words.tsx';

type Props = Readonly<{
  sums: readonly Sum[];
  by: Group;
  total: Total;
  view: ViewAsked;
  shown: ViewShown;
  source: ReturnType<typeof sourceOf>;
  visit: Visit;
}>;

/** What the next step down is put together by. */
const next: Readonly<Record<Group, Group | 'payment'>> = {
  body: 'department',
  department: 'supplier',
  category: 'supplier',
  supplier: 'payment',
  month: 'supplier',
};

/** Payments put together, to the penny, each sum the way to what it is made of. */
export function SumsTable({ sums, by, total, view: { asked }, shown, source, visit }: Props) {
  const { residents } = shown;
  const hasResidents = by === 'body' && sums.some(({ key }) => residents.has(key));
  // Whose count, and of when: councils’ areas need not have been counted together.
  const counted = new Set(
    sums.flatMap(({ key }) => {
      const people = residents.get(key);
      return people === undefined ? [] : [`${people.source}, as at ${formatDate(people.asAt)}`];
    }),
  );
  const down = ({ key }: Sum) => {
    const narrowed = narrowedTo(asked, by, key);
    return viewPath({ asked: narrowed, by: next[by] });
  };
  return (
    <>
      <DataTable
        caption={`Each ${groups[by].toLowerCase()}, to the penny`}
        columns={[
          {
            title: groups[by],
            cell: (sum) => (
              <Name sum={sum} href={by === 'supplier' ? onDay(supplierPath(sum.key), visit) : down(sum)} />
            ),
          },
          { title: 'Paid', numeric: true, cell: ({ pence }) => exactly(pence) },
          { title: 'Share', numeric: true, cell: ({ pence }) => <Share pence={pence} of={total.pence} /> },
          {
            title: 'Payments',
            numeric: true,
            cell: (sum) => {
              const narrowed = narrowedTo(asked, by, sum.key);
              return (
                <Link href={viewPath({ asked: narrowed, by: 'payment' })}>
                  {formatCount(sum.payments)}
                  <Unseen>{` ${sum.payments === 1 ? 'payment' : 'payments'}: ${sum.name}`}</Unseen>
                </Link>
              );
            },
          },
          ...(hasResidents
            ? [
                {
                  title: 'For each resident',
                  numeric: true,
                  cell: ({ key, pence }: Sum) => {
                    const people = residents.get(key);
                    return people === undefined ? (
                      <None says="The number of residents is not known" />
                    ) : (
                      exactly(perHead(pence, people.count))
                    );
                  },
                },
              ]
            : []),
        ]}
        rows={sums}
        empty="No payment."
        narrow="stack"
        downloads={filesOf(viewPath({ asked, by }), visit)}
        source={{
          text: source.text,
          href: onDay('/money/releases', visit),
          ...(source.isIllustrative && { certainty: 'illustrative' }),
        }}
      />
      {sums.length === shownSums && by !== 'month' && (
        <Text>{`These are the ${shownSums} with the most money. The files have them all.`}</Text>
      )}
      {hasResidents && (
        <Text>
          {`Residents: ${[...counted].join('; ')}. Councils of two tiers do different things for the same people: compare a district with a district.`}
        </Text>
      )}
    </>
  );
}

const Name = ({ sum: { name }, href }: Readonly<{ sum: Sum; href: string | undefined }>) => (
  <span class="accord-typed">{href === undefined ? name : <Link href={href}>{name}</Link>}</span>
);

/** Of what is below nothing, or of nothing, there are no shares. */
function Share({ pence, of }: Readonly<{ pence: bigint; of: bigint }>) {
  if (of <= 0n || pence < 0n) return <None says="No share can be told" />;
  const tenths = Number((pence * 1000n) / of);
  return <>{tenths === 0 && pence > 0n ? 'under 0.1%' : `${(tenths / 10).toFixed(1)}%`}</>;
}

/** Pence a head, to the nearest. */
const perHead = (amount: bigint, people: number): bigint => {
  const count = BigInt(people);
  const half = amount < 0n ? -count / 2n : count / 2n;
  return count === 0n ? 0n : (amount + half) / count;
};
