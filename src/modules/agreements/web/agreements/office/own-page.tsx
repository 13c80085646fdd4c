import type { FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { Bullets, Button, Form, FormErrorSummary, Link, Prose, Text } from '#platform/ui';
import { officePage, Section } from '#platform/web';
import { agreementPath } from '../../../domain/agreement/agreement.ts';
import type { AgreementAt } from '../../../queries/agreements/agreement-at.ts';
import { StandingTag } from '../standing-tag.tsx';
import { sayStanding } from '../words.ts';
import { officeStep, ownPath } from './addresses.ts';

/** What an office can do about an agreement: sign it, amend it, record its stages, plan its chapter and actions. */
export function ownAgreementPage(actor: Actor, found: AgreementAt, errors: FieldErrors) {
  const { agreement, version, standing, current, next } = found;
  const path = ownPath(actor, agreement.id);
  const keepsIt = agreement.bodyId === actor.bodyId;
  const isParty = version.parties.some(({ bodyId }) => bodyId === actor.bodyId);
  const proposals = [...new Set([current, next].flatMap((each) => each?.version.proposalId ?? []))];
  return officePage(actor, [officeStep(actor)], {
    title: version.title,
    caption: 'What your office can do about it',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          <StandingTag standing={standing} /> {sayStanding(standing)}{' '}
          <Link href={agreementPath(agreement)}>See its public page</Link>.
        </Text>
        {isParty && proposals.length > 0 && (
          <Section title="Sign it">
            <Text>Your body adopts it by its own route, as a joint proposal.</Text>
            <Bullets
              items={proposals.map((id) => (
                <Link href={`/office/${actor.bodyId}/proposals/${id}`}>Take it through your own process</Link>
              ))}
            />
          </Section>
        )}
        {isParty && (
          <Section title="Its action plan">
            <Text>
              <Link href={`${path}/action`}>Enter an action</Link>
            </Text>
          </Section>
        )}
        {keepsIt && (
          <Section title="Keep it">
            <Text>
              <Link href={`${path}/stage`}>Record a stage it reached</Link>
            </Text>
            <Form action={`${path}/amend`}>
              <Button variant="secondary" preventDoubleClick>
                Begin an amendment
              </Button>
            </Form>
          </Section>
        )}
        {agreement.partOf === undefined && isParty && (
          <Section title="A chapter of a place">
            <Text>Which outcomes a place takes, with targets and actions of its own.</Text>
            <Form action={`${path}/chapter`}>
              <Button variant="secondary" preventDoubleClick>
                Begin a chapter
              </Button>
            </Form>
          </Section>
        )}
        {!keepsIt && !isParty && <Text>Your body is not a party to it, so there is nothing to do.</Text>}
      </Prose>
    ),
  });
}
