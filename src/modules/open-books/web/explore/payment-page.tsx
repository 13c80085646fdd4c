import { formatDate, londonDate, formatMoney, pence as asPence } from '#platform/kernel';
import { InsetText, Link, SummaryList, Tag, Text, WarningText } from '#platform/ui';
import type { Visit } from '#platform/http';
import { AsOf, onDay, Section } from '#platform/web';
import { type Repair, repairs } from '../../domain/reading/amount.ts';
import { individuals, redacted, unnamed } from '../../domain/explore/unnamed.ts';
import { monthsInWords } from '../../domain/release/months-covered.ts';
import { type PaymentPage as Shown, paymentTexts } from '../../queries/explore/payment.ts';
import { PrintedFrom } from '../printed-from.tsx';
import { supplierPath } from './asked-in.ts';
import { exactly, MadeUp } from './money-words.tsx';

const amounts = {
  gross_pence: 'With VAT',
  vat_pence: 'VAT',
  irrecoverable_pence: 'VAT that is not recovered',
} as const;

type Props = Readonly<{ shown: Shown; name: string; address: string; visit: Visit }>;

/** One payment with its lineage: release, file, sheet, line, the text as it stood, and what had to be put right to read it. */
export function PaymentPage({ shown, name, address, visit }: Props) {
  const { release, standing } = shown;
  const rows = [
    { key: 'Paid by', value: <Link href={onDay(`/bodies/${release.bodyId}`, visit)}>{name}</Link> },
    { key: 'Paid to', value: <PaidTo shown={shown} visit={visit} /> },
    { key: 'Amount', value: exactly(shown.pence) },
    ...(Object.keys(amounts) as (keyof typeof amounts)[]).flatMap((key) => {
      const amount = shown.amounts[key];
      return amount === null ? [] : [{ key: amounts[key], value: formatMoney(asPence(amount)) }];
    }),
    { key: 'Day', value: <PaidOn shown={shown} /> },
    ...Object.entries(shown.texts).map(([key, said]) => ({
      key: paymentTexts[key as keyof typeof paymentTexts],
      value: <span class="accord-typed">{said}</span>,
    })),
  ];
  return (
    <>
      <AsOf visit={visit} />
      <MadeUp when={release.isIllustrative} />
      {standing.is === 'superseded' && (
        <WarningText>
          This payment stands in a release that another has taken the place of. It no longer counts.{' '}
          <Link href={onDay(`/money/releases/${standing.by}`, visit)}>The release that counts</Link>
        </WarningText>
      )}
      {standing.is === 'withdrawn' && (
        <WarningText>
          This payment stands in a release that was withdrawn, and no longer counts. The reason given:{' '}
          {standing.reason}
        </WarningText>
      )}
      <SummaryList
        rows={rows.map(({ key, value }) => ({ key: { children: key }, value: { children: value } }))}
      />
      <Section title="Where it stood">
        <SummaryList
          rows={[
            {
              key: 'Release',
              value: (
                <>
                  <Link href={onDay(`/money/releases/${release.id}`, visit)}>{release.id}</Link>, published{' '}
                  {formatDate(londonDate(release.publishedAt))}
                </>
              ),
            },
            { key: 'Prepared by', value: release.preparedBy },
            { key: 'Approved by', value: release.approvedBy },
            { key: 'File', value: <span class="accord-typed">{shown.file ?? 'Not kept'}</span> },
            ...(shown.sheet === undefined
              ? []
              : [{ key: 'Sheet', value: <span class="accord-typed">{shown.sheet}</span> }]),
            { key: 'Line', value: shown.line === undefined ? 'Not kept' : String(shown.line) },
            {
              key: 'As it stood there',
              value:
                shown.raw === undefined ? (
                  'Not published: which of its words stand in columns that are published cannot be told surely'
                ) : (
                  <code class="accord-typed">{shown.raw}</code>
                ),
            },
            {
              key: 'Put right to read it',
              value: shown.repairs.length === 0 ? 'Nothing' : shown.repairs.map(repairInWords).join('; '),
            },
            { key: 'Source', value: <span class="accord-typed">{release.source}</span> },
          ].map(({ key, value }) => ({ key: { children: key }, value: { children: value } }))}
        />
      </Section>
      {shown.redaction !== null && (
        <InsetText>
          The payee’s name was taken out before publication, because it is personal data. Nothing here tries
          to find it.
        </InsetText>
      )}
      <Text>
        What a payment was for is as the council describes it. Questions go to the council:{' '}
        <Link href={`/bodies/${release.bodyId}`}>how to reach it</Link>.
      </Text>
      <PrintedFrom address={address} visit={visit} />
    </>
  );
}

/** The words of a repair; of one that is known no more, its name. */
const repairInWords = (name: string): string =>
  Object.hasOwn(repairs, name) ? repairs[name as Repair] : name;

function PaidTo({ shown: { supplier, payee, redaction }, visit }: Readonly<{ shown: Shown; visit: Visit }>) {
  if (redaction !== null) return <Tag colour="grey">{unnamed(redacted)}</Tag>;
  if (supplier === null) return <>Not stated</>;
  if (payee === null || payee === '')
    return (
      <>
        <span class="accord-typed">{supplier}</span>
        <div class="govuk-hint">{unnamed(individuals)}</div>
      </>
    );
  return (
    <span class="accord-typed">
      <Link href={onDay(supplierPath(payee), visit)}>{supplier}</Link>
    </span>
  );
}

function PaidOn({ shown: { paid, paidTo, release } }: Readonly<{ shown: Shown }>) {
  if (paid === null) {
    const covered = monthsInWords({ from: release.periodFrom, to: release.periodTo });
    return <>Day not stated in the file. Its release is of {covered}</>;
  }
  if (paidTo === null || paidTo === paid) return <>{formatDate(paid)}</>;
  return (
    <>
      Some day from {formatDate(paid)} to {formatDate(paidTo)}: the file gives the period alone
    </>
  );
}
