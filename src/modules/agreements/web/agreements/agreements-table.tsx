import { listInWords } from '#platform/kernel';
import { DataTable, type DownloadsProps, Link } from '#platform/ui';
import { type DayAsked, onDay } from '#platform/web';
import { agreementKinds, agreementPath } from '../../domain/agreement/agreement.ts';
import type { AgreementAt } from '../../queries/agreements/agreement-at.ts';
import { StandingTag } from './standing-tag.tsx';
import { termInWords } from './term.ts';

type Props = Readonly<{
  caption: string;
  agreements: readonly AgreementAt[];
  visit: DayAsked;
  empty: string;
  downloads?: Omit<DownloadsProps, 'of'>;
}>;

/** Agreements with their parties, their term and where they stand. */
export const AgreementsTable = ({ caption, agreements, visit, empty, downloads }: Props) => (
  <DataTable
    caption={caption}
    rows={agreements}
    columns={[
      {
        title: 'Agreement',
        cell: ({ agreement, version }) => (
          <>
            <Link href={onDay(agreementPath(agreement), visit)}>{version.title}</Link>
            {agreement.isIllustrative && ' (made up)'}
          </>
        ),
      },
      {
        title: 'Kind',
        cell: ({ agreement }) =>
          agreement.partOf === undefined ? agreementKinds[agreement.kind] : 'Chapter',
      },
      { title: 'Parties', cell: partiesInShort },
      { title: 'Term', cell: ({ version }) => termInWords(version.term) },
      { title: 'Where it stands', cell: ({ standing }) => <StandingTag standing={standing} /> },
    ]}
    empty={empty}
    narrow="stack"
    downloads={downloads}
  />
);

/** The parties where they are few, and how many where they are not. */
export function partiesInShort({ version, bodies }: AgreementAt): string {
  const names = version.parties
    .filter(({ capacity }) => capacity !== 'partner')
    .map(({ bodyId }) => bodies.get(bodyId)?.name ?? bodyId);
  if (names.length === 0) return 'Not recorded';
  return names.length > 4 ? `${names.length} bodies` : listInWords(names);
}
