import { may } from '#platform/identity';
import {
  type Actor,
  formatDate,
  formatMoney,
  formatCount,
  londonDate,
  pence,
  plural,
} from '#platform/kernel';
import { Button, DataTable, Link, Prose, Text } from '#platform/ui';
import { officePage, Section } from '#platform/web';
import { monthsInWords } from '../../../domain/release/months-covered.ts';
import { datasets } from '../../../domain/release/release.ts';
import { releasePath } from '../../../domain/release/release-path.ts';
import { mayApproveSpending, mayBringSpending } from '../../../permissions.ts';
import type { ImportShown } from '../../../queries/publishing/imports.ts';
import type { ReleaseShown } from '../../../queries/publishing/releases.ts';
import { ReleaseStandingTag } from '../public/release-standing.tsx';
import { bringPath, importPath, withdrawPath } from './paths.ts';
import { StandingTag } from './standing-tag.tsx';

type RoomShown = Readonly<{
  actor: Actor;
  imports: readonly ImportShown[];
  releases: readonly ReleaseShown[];
}>;

/** Where a body’s officers bring its payments: what was brought, where each stands, and what is published. */
export const roomPage = ({ actor, imports, releases }: RoomShown) => {
  const { bodyId } = actor;
  const mayWithdraw = may(actor, mayApproveSpending, bodyId).ok;
  return officePage(actor, [], {
    title: 'Published spending',
    main: (
      <>
        <Prose>
          <Text lead>
            Bring the payments of a month or a quarter as your ledger gives them. They are checked before
            anything is public, and a second officer approves them.
          </Text>
          {may(actor, mayBringSpending, bodyId).ok && (
            <Button href={bringPath(bodyId)}>Bring payments</Button>
          )}
        </Prose>
        <Section title="Brought lately" id="imports">
          <DataTable
            caption="Files of payments brought lately"
            captionHidden
            rows={imports}
            columns={[
              {
                title: 'Files',
                cell: ({ id, files }) => <Link href={importPath(bodyId, id)}>{filesInWords(files)}</Link>,
              },
              { title: 'Standing', cell: ({ standing }) => <StandingTag standing={standing} /> },
              {
                title: 'Payments',
                cell: ({ reading }) => countOf(reading.report?.rowsUnderstood),
                numeric: true,
              },
              {
                title: 'Amount',
                cell: ({ reading }) => amountOf(reading.report?.penceUnderstood),
                numeric: true,
              },
              { title: 'Brought by', cell: ({ broughtBy }) => broughtBy.office },
              { title: 'On', cell: ({ broughtAt }) => formatDate(londonDate(broughtAt)) },
            ]}
            empty="No payments have been brought yet."
            narrow="stack"
          />
        </Section>
        <Section title="Released" id="releases">
          <DataTable
            caption="Releases of this body"
            captionHidden
            rows={releases}
            columns={[
              {
                title: 'Months',
                cell: (release) => (
                  <Link href={releasePath(release.id)}>
                    {`${monthsInWords({ from: release.periodFrom, to: release.periodTo })}, version ${release.version}`}
                  </Link>
                ),
              },
              { title: 'Holds', cell: ({ dataset }) => datasets[dataset] },
              { title: 'Standing', cell: ({ standing }) => <ReleaseStandingTag standing={standing} /> },
              { title: 'Payments', cell: ({ rows }) => formatCount(Number(rows)), numeric: true },
              { title: 'Amount', cell: ({ pence: amount }) => formatMoney(amount), numeric: true },
              ...(mayWithdraw
                ? [
                    {
                      title: 'Withdraw',
                      cell: ({ id, withdrawn }: ReleaseShown) =>
                        withdrawn === undefined && <Link href={withdrawPath(bodyId, id)}>Withdraw {id}</Link>,
                    },
                  ]
                : []),
            ]}
            empty="Nothing is released yet."
            narrow="stack"
          />
        </Section>
      </>
    ),
  });
};

/** The name of the first file, and how many others came with it. */
export function filesInWords(files: ImportShown['files']): string {
  const [first, ...others] = files;
  if (first === undefined) return 'No files';
  return others.length === 0 ? first.filename : `${first.filename} and ${plural(others.length, 'other')}`;
}

const countOf = (count: number | undefined): string => (count === undefined ? '' : formatCount(count));
const amountOf = (amount: number | undefined): string =>
  amount === undefined ? '' : formatMoney(pence(amount));
