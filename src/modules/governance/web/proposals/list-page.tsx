import type { Page, Visit } from '#platform/http';
import { formatDate, londonDate } from '#platform/kernel';
import { Button, DataTable, Link, Prose, Tag } from '#platform/ui';
import {
  AnotherDay,
  AsOf,
  Choice,
  filesOf,
  home,
  KeepDay,
  namedOptions,
  onDay,
  wordOptions,
} from '#platform/web';
import { proposalPath } from '../../domain/proposal/put-proposal.ts';
import { whatBlocks } from '../../domain/proposal/what-blocks.ts';
import type { StoodProposal } from '../../queries/proposal-at.ts';
import { standingColours, standingOf, standingTitles } from './words.ts';

export type ListAsked = Readonly<{ body: string; standing: string }>;

/** Every joint proposal, where it stands, and what blocks it. */
export const listPage = (
  proposals: readonly StoodProposal[],
  bodies: StoodProposal['bodies'],
  asked: ListAsked,
  visit: Visit,
  changesAt: Date | undefined,
): Page => ({
  title: 'Joint proposals',
  description:
    'Texts put to several councils, each of which adopts them by its own rules, and what blocks each.',
  section: 'decisions',
  breadcrumbs: [home, { text: 'Decisions', href: '/decisions' }, { text: 'Joint proposals' }],
  changesAt,
  main: (
    <>
      <Prose>
        <AsOf visit={visit} />
        <p class="govuk-body-l">
          One text, several councils: each adopts it by its own route and its own rules. A proposal takes
          effect when enough of them have, and its page says what blocks it until then.
        </p>
      </Prose>
      <Filter bodies={bodies} asked={asked} visit={visit} />
      <DataTable
        caption="Joint proposals"
        captionHidden
        rows={proposals}
        columns={[
          {
            title: 'Proposal',
            cell: ({ proposal, version }) => (
              <Link href={onDay(proposalPath(proposal), visit)}>{version.title}</Link>
            ),
          },
          {
            title: 'Put by',
            cell: ({ proposal }) => bodies.get(proposal.draftedBy)?.name ?? proposal.draftedBy,
          },
          { title: 'Where it stands', cell: (stood) => <StandingTag stood={stood} /> },
          { title: 'What blocks it', cell: (stood) => blockedBy(stood) ?? 'Nothing' },
          {
            title: 'Last day to adopt',
            cell: ({ version }) => (version.deadline === undefined ? 'None' : formatDate(version.deadline)),
          },
        ]}
        empty="There is no joint proposal of this kind."
        narrow="stack"
        downloads={filesOf(`/proposals${queryOf(asked)}`, visit)}
      />
      <AnotherDay visit={visit} />
    </>
  ),
});

const StandingTag = ({ stood }: Readonly<{ stood: StoodProposal }>) => {
  const standing = standingOf(stood.matrix.outcome);
  return <Tag colour={standingColours[standing]}>{standingTitles[standing]}</Tag>;
};

/** What blocks a proposal, in one sentence. */
export const blockedBy = (stood: StoodProposal): string | undefined =>
  whatBlocks(stood.matrix, stood.judged, (id) => stood.bodies.get(id)?.name ?? id)?.first.what;

/** The earliest day on which it could take effect, or took effect; undefined where nobody can compute one. */
export function effectDay({ matrix: { outcome } }: StoodProposal) {
  const moment =
    outcome.outcome === 'waiting' ? outcome.earliest : 'from' in outcome ? outcome.from : undefined;
  return moment === undefined ? undefined : londonDate(moment);
}

function queryOf({ body, standing }: ListAsked): string {
  const query = new URLSearchParams({ ...(body !== '' && { body }), ...(standing !== '' && { standing }) });
  return query.size === 0 ? '' : `?${query.toString()}`;
}

function Filter({
  bodies,
  asked,
  visit,
}: Readonly<{ bodies: StoodProposal['bodies']; asked: ListAsked; visit: Visit }>) {
  return (
    <form class="accord-filter" method="get" action="/proposals">
      <KeepDay visit={visit} />
      <Choice
        name="body"
        label="Drafter or party"
        every="Any body"
        chosen={asked.body}
        options={namedOptions(bodies.values())}
      />
      <Choice
        name="standing"
        label="Where it stands"
        every="Anywhere"
        chosen={asked.standing}
        options={wordOptions(standingTitles)}
      />
      <Button variant="secondary">Show these</Button>
    </form>
  );
}
