import type { Page } from '#platform/http';
import { formatDate } from '#platform/kernel';
import { Heading, InsetText, Link, Prose, Text, Unseen } from '#platform/ui';
import { compareTexts } from '../../domain/proposal/compare-texts.ts';
import { type ProposalVersion, type PutProposal, proposalPath } from '../../domain/proposal/put-proposal.ts';
import { momentInWords } from '../call-in/words.ts';
import { proposalsTrail } from './proposal-page.tsx';
import { approvalsInWords, clauseForInWords, needsInWords, startInWords } from './words.ts';

type NameOf = (bodyId: string) => string;

/** One version of a proposal: held against the one before, sentence by sentence, where there is one. */
export function versionPage(
  proposal: PutProposal,
  version: ProposalVersion,
  before: ProposalVersion | undefined,
  nameOf: NameOf,
): Page {
  const path = proposalPath(proposal);
  return {
    title: `Version ${version.number}`,
    caption: version.title,
    section: 'decisions',
    breadcrumbs: [
      ...proposalsTrail,
      { text: version.title, href: path },
      { text: `Version ${version.number}` },
    ],
    main: (
      <Prose>
        <Text>
          Put {momentInWords(version.at)} by {version.publishedBy}.
          {version.changed !== '' && ` ${version.changed} Why: ${version.reason}`}
        </Text>
        {before !== undefined && <Reopened version={version} nameOf={nameOf} />}
        <Heading size="m">
          {before === undefined ? 'Its text' : `Compared with version ${before.number}`}
        </Heading>
        <Compared
          before={before === undefined ? wholeOf(version, nameOf) : wholeOf(before, nameOf)}
          after={wholeOf(version, nameOf)}
        />
        <Text>
          <Link href={path}>See where the proposal stands</Link>
        </Text>
      </Prose>
    ),
  };
}

const Reopened = ({
  version: { reopens },
  nameOf,
}: Readonly<{ version: ProposalVersion; nameOf: NameOf }>) => (
  <InsetText>
    {reopens.length === 0
      ? 'Every adoption of the version before still stands.'
      : `What these had adopted no longer stands: ${reopens.map(nameOf).join(', ')}.`}
  </InsetText>
);

/** Marked by words and by the elements for it, not by colour alone. */
const Compared = ({ before, after }: Readonly<{ before: string; after: string }>) => (
  <ul class="govuk-list accord-compared">
    {compareTexts(before, after).map(({ change, text }) => {
      if (change === 'same') return <li>{text}</li>;
      return (
        <li>
          <span aria-hidden="true">{change === 'added' ? '+ ' : '− '}</span>
          <Unseen>{change === 'added' ? 'Added: ' : 'Removed: '}</Unseen>
          {change === 'added' ? <ins>{text}</ins> : <del>{text}</del>}
        </li>
      );
    })}
  </ul>
);

/** All that a party adopts with a version, as one text. */
const wholeOf = (version: ProposalVersion, nameOf: NameOf): string =>
  [
    version.title,
    version.summary,
    version.text,
    ...version.clauses.map((clause) => `${clause.number} ${clause.text} (${clauseForInWords(clause)})`),
    ...version.parties.map(
      ({ bodyId, approvals }) => `Party: ${nameOf(bodyId)}, by its ${approvalsInWords(approvals)}`,
    ),
    `Needed: ${needsInWords(version.needs, version.parties.length)}`,
    `Last day to adopt: ${version.deadline === undefined ? 'none' : formatDate(version.deadline)}`,
    startInWords[version.start],
  ].join('\n');
