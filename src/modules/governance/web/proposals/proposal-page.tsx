import type { Page, Visit } from '#platform/http';
import { formatDate, londonDate } from '#platform/kernel';
import type { Told } from '#platform/module';
import { Bullets, followAddresses, FollowLinks, InsetText, Link, Prose, Text, Timeline } from '#platform/ui';
import { AnotherDay, AsOf, Day, home, onDay, Section } from '#platform/web';
import { proposalPath } from '../../domain/proposal/put-proposal.ts';
import { whatBlocks } from '../../domain/proposal/what-blocks.ts';
import type { StoodProposal } from '../../queries/proposal-at.ts';
import { proposalChangesAt } from '../../queries/proposal-changes-at.ts';
import { ApprovalsMatrix } from './approvals-matrix.tsx';
import { storyOf } from './story.ts';
import { TextAndClauses } from './text-and-clauses.tsx';
import { MayStart, Verdict } from './verdict.tsx';

export const proposalsTrail = [
  home,
  { text: 'Decisions', href: '/decisions' },
  { text: 'Joint proposals', href: '/proposals' },
] as const;

/** A joint proposal as it stood: the whole, party by party, its text, how it came there, and what later modules tell of it. */
export function proposalPage(stood: StoodProposal, told: readonly Told[], visit: Visit, at: Date): Page {
  const { proposal, version } = stood;
  const thing = { kind: 'things', id: proposalPath(proposal) } as const;
  return {
    title: version.title,
    caption: 'Joint proposal',
    description: version.summary,
    section: 'decisions',
    breadcrumbs: [...proposalsTrail, { text: version.title }],
    feed: { href: followAddresses(thing).feed, title: version.title },
    changesAt: visit.on === visit.today ? proposalChangesAt(stood, at) : undefined,
    main: (
      <>
        <Prose>
          <AsOf visit={visit} />
          {version.certainty === 'illustrative' && (
            <InsetText>
              This proposal is made up, so that you can try what happens to one. Nothing here binds anybody.
            </InsetText>
          )}
          <p class="govuk-body-l">{version.summary}</p>
          <Text>
            Put by <Link href={onDay(`/bodies/${proposal.draftedBy}`, visit)}>{drafter(stood)}</Link>
            {version.number > 1 && <> and amended: version {version.number} stands</>}, on{' '}
            <Day on={londonDate(version.at)} />.
          </Text>
          <Verdict stood={stood} />
        </Prose>
        <ApprovalsMatrix stood={stood} visit={visit} />
        <Prose>
          <Needed stood={stood} />
          <Section title="Who may start">
            <MayStart stood={stood} />
          </Section>
          <TextAndClauses stood={stood} />
          <Section title="What has happened">
            <Timeline
              events={storyOf(stood, at).map(({ on, title, text, href }) => ({
                on,
                onInWords: formatDate(on),
                title: href === undefined ? title : <Link href={onDay(href, visit)}>{title}</Link>,
                ...(text !== undefined && { children: <Text>{text}</Text> }),
              }))}
            />
          </Section>
          {told.map(({ title, shown }) => (
            <Section title={title}>{shown}</Section>
          ))}
          <Text>
            For officers of its bodies: <Link href="/work">your work</Link> says what it needs of yours.
          </Text>
          <FollowLinks followed={thing} what={version.title} />
          <AnotherDay visit={visit} />
        </Prose>
      </>
    ),
  };
}

const drafter = ({ bodies, proposal }: StoodProposal): string =>
  bodies.get(proposal.draftedBy)?.name ?? proposal.draftedBy;

/** Everything it still needs, and from whom. */
function Needed({ stood }: Readonly<{ stood: StoodProposal }>) {
  const blocks = whatBlocks(stood.matrix, stood.judged, (id) => stood.bodies.get(id)?.name ?? id);
  if (blocks === undefined) return null;
  return (
    <Section
      title={
        stood.matrix.outcome.outcome === 'deadline-passed' ? 'What is not recorded' : 'What it still needs'
      }
      id="needed"
    >
      <Bullets items={blocks.all.map(({ what, who }) => `${what} ${who}`)} />
    </Section>
  );
}

/** The page of a proposal on a day before it was put. */
export const notYetPage = (title: string, path: string, visit: Visit, first: Visit['on']): Page => ({
  title,
  caption: 'Joint proposal',
  section: 'decisions',
  breadcrumbs: [...proposalsTrail, { text: title }],
  main: (
    <Prose>
      <AsOf visit={visit} />
      <Text>
        It had not been put on that day. It was put on <Day on={first} />: see{' '}
        <Link href={`${path}?on=${first}`}>how it stood then</Link>.
      </Text>
    </Prose>
  ),
});
