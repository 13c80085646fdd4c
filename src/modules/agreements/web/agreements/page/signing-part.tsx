import { InsetText, Link, Prose, Text } from '#platform/ui';
import { onDay, Section } from '#platform/web';
import { ApprovalsMatrix, proposalPath, whatBlocks } from '#modules/governance';
import type { SignedVersion } from '../../../domain/agreement/agreement-standing.ts';
import type { PartProps } from './part-props.ts';

/** How it is signed: party by approval, with what is in the way, of the version that binds and of the one that is next. */
export function SigningPart({ shown, visit }: PartProps) {
  const signed = [shown.current, shown.next].filter((each) => each !== undefined);
  if (signed.every(({ version }) => version.proposalId === undefined))
    return (
      <Prose>
        <Section title="How it was signed" id="signing">
          <Text>How each party adopted it is not recorded here.</Text>
        </Section>
      </Prose>
    );
  return (
    <>
      {signed.map((each) => (
        <Signing each={each} shown={shown} visit={visit} />
      ))}
    </>
  );
}

function Signing({
  each: { version },
  shown: { proposals, agreement },
  visit,
}: PartProps & Readonly<{ each: SignedVersion }>) {
  const stood = version.proposalId === undefined ? undefined : proposals.get(version.proposalId);
  if (stood === undefined) return null;
  const blocks = whatBlocks(stood.matrix, stood.judged, (id) => stood.bodies.get(id)?.name ?? id);
  const told = agreement.versions.filter(({ proposalId }) => proposalId === stood.proposal.id).length;
  return (
    <>
      <Prose>
        <Section title={`Who has signed version ${version.number}`} id={`signing-${version.number}`}>
          <Text>
            Each party adopts it by its own route, as a{' '}
            <Link href={onDay(proposalPath(stood.proposal), visit)}>joint proposal</Link>.
          </Text>
          {blocks !== undefined && (
            <InsetText>
              <strong>{blocks.first.what}</strong> {blocks.first.who}
            </InsetText>
          )}
          {stood.version.number > told && (
            <InsetText>
              The joint proposal was amended apart from this agreement: what its parties sign is the text of
              the proposal’s version {stood.version.number}.
            </InsetText>
          )}
        </Section>
      </Prose>
      <ApprovalsMatrix stood={stood} visit={visit} />
    </>
  );
}
