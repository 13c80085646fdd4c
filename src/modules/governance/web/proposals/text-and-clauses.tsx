import { Heading, Link, Source, Text } from '#platform/ui';
import { Section } from '#platform/web';
import { proposalPath } from '../../domain/proposal/put-proposal.ts';
import type { StoodProposal } from '../../queries/proposal-at.ts';
import { momentInWords } from '../call-in/words.ts';
import { clauseForInWords } from './words.ts';

/** What is proposed: the text, and what each party is asked to resolve. */
export function TextAndClauses({ stood }: Readonly<{ stood: StoodProposal }>) {
  const { version, proposal } = stood;
  return (
    <Section title="What is proposed" id="text">
      {version.text
        .split(/\n+/)
        .filter((paragraph) => paragraph !== '')
        .map((paragraph) => (
          <Text>{paragraph}</Text>
        ))}
      {version.clauses.length > 0 && (
        <>
          <Heading size="s" level={3}>
            What each party is asked to resolve
          </Heading>
          <ol class="govuk-list accord-clauses">
            {version.clauses.map((clause) => (
              <li>
                <strong>{clause.number}</strong> {clause.text}{' '}
                <span class="govuk-hint">{clauseForInWords(clause)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      <Source text={version.source} certainty={version.certainty} />
      <Versions stood={stood} />
      {proposal.versions.length === 1 && (
        <p class="govuk-body-s">
          Version 1, put {momentInWords(version.at)} by {version.publishedBy}. It has not been amended.
        </p>
      )}
    </Section>
  );
}

/** The amendments, each with what it changed, why, and whose adoption it reopened. */
function Versions({ stood }: Readonly<{ stood: StoodProposal }>) {
  const known = stood.proposal.versions.filter(({ number }) => number <= stood.version.number);
  if (known.length === 1) return null;
  const named = (ids: readonly string[]) => ids.map((id) => stood.bodies.get(id)?.name ?? id).join(', ');
  return (
    <>
      <Heading size="s" level={3}>
        Versions
      </Heading>
      <ol class="govuk-list govuk-list--spaced">
        {known.toReversed().map(({ number, at, changed, reason, reopens, publishedBy }) => (
          <li>
            <strong>Version {number}</strong>, {momentInWords(at)}, by {publishedBy}.{' '}
            {number > 1 && (
              <>
                {changed} Why: {reason}{' '}
                {reopens.length === 0
                  ? 'Every adoption of the version before still stands. '
                  : `No longer stands: the adoption by ${named(reopens)}. `}
                <Link href={`${proposalPath(stood.proposal)}/versions/${number}`}>
                  Compare version {number} with version {number - 1}
                </Link>
              </>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
