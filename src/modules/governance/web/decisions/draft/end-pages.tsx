import type { FieldErrors } from '#platform/http';
import { type Actor, formatLondonTime } from '#platform/kernel';
import { Bullets, Button, Form, FormErrorSummary, Heading, Link, Panel, Prose, Text } from '#platform/ui';
import { officePage } from '#platform/web';
import { decisionPath } from '../../../domain/decision/decision.ts';
import type { Draft } from '#platform/drafts';
import type { StoodDecision } from '../../../queries/standings.ts';
import { draftPath, draftTrail, roomPath } from './draft-words.ts';

const room = (actor: Actor) => [{ text: 'Records of decisions', href: roomPath(actor.bodyId) }];

/** A record is public: its number, and what follows by itself. */
export function publishedPage(actor: Actor, { decision, standing }: StoodDecision) {
  const found = standing.callIn?.standing;
  return officePage(actor, room(actor), {
    title: 'Record published',
    main: (
      <Prose>
        <Panel title={decision.title} headingLevel={2}>
          Its number: <strong>{decision.reference}</strong>
        </Panel>
        <Heading size="m">What happens next</Heading>
        <Bullets
          items={[
            'Everybody can read it from this moment, and who follows your council or its topics is told.',
            ...(found?.standing === 'open-to-call-in'
              ? [
                  `Members can call it in until ${formatLondonTime(found.deadline)}. If nobody does, it takes effect by itself.`,
                ]
              : []),
            'A mistake in it is put right by a correction, which stands beside it with its day.',
          ]}
        />
        <Text>
          <Link href={decisionPath(decision)}>See it as the public does</Link>
        </Text>
        <Text>
          <Link href={roomPath(actor.bodyId)}>Back to your records of decisions</Link>
        </Text>
      </Prose>
    ),
  });
}

/** What was published from this draft by another officer, while this one still looked at it. */
export const overtakenPage = (
  actor: Actor,
  published: Readonly<{ bodyId: string; reference: string; publishedBy: string }>,
) => ({
  ...officePage(actor, room(actor), {
    title: 'This record is published already',
    errors: {
      form: 'Another officer published this draft before you did, so nothing of yours was published',
    },
    main: (
      <Prose>
        <Text>
          The {published.publishedBy} published it as number {published.reference}. What stands is theirs:{' '}
          <Link href={decisionPath(published)}>see the record</Link>.
        </Text>
        <Text>
          If it lacks something that you had added,{' '}
          <Link href={`${roomPath(actor.bodyId)}/${published.reference}/correct`}>add a correction</Link>.
        </Text>
      </Prose>
    ),
  }),
});

export const discardPage = (actor: Actor, draft: Draft, errors: FieldErrors) =>
  officePage(actor, draftTrail(actor.bodyId, draft.id), {
    title: 'Discard this draft?',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>Discarded, it cannot be brought back. What is published stays as it is.</Text>
        <Form>
          <div class="govuk-button-group">
            <Button variant="warning">Discard this draft</Button>
            <Link href={draftPath(actor.bodyId, draft.id)}>Keep it</Link>
          </div>
        </Form>
      </Prose>
    ),
  });
