import type { Answers, FieldErrors } from '#platform/http';
import { may } from '#platform/identity';
import { Button, Form, InsetText, Link, Prose, Text, TextareaField } from '#platform/ui';
import { Section } from '#platform/web';
import { isSomebodyElse, mayBeAsked } from '../../../domain/import/standing.ts';
import { releasePath } from '../../../domain/release/release-path.ts';
import { mayApproveSpending, mayBringSpending } from '../../../permissions.ts';
import { isBeingPublished } from './being-published.tsx';
import type { ImportPageShown } from './import-shown.ts';
import { askPath, importPath } from './paths.ts';

type DecideProps = ImportPageShown & Readonly<{ answers: Answers; errors: FieldErrors }>;

/** What this officer may do with an import now. */
export function Decide(shown: DecideProps) {
  const { actor, brought } = shown;
  const { standing, id, bodyId } = brought;
  const mayBring = may(actor, mayBringSpending, bodyId).ok;
  if (isBeingPublished(shown)) return null;
  if (standing.is === 'asked') return <Approve {...shown} />;
  if (standing.is === 'approved' || standing.is === 'dropped' || standing.is === 'reading' || !mayBring)
    return null;
  return (
    <Section title="What next" id="next">
      <Prose>
        {mayBeAsked(standing) && <Button href={askPath(bodyId, id)}>Check and ask for publication</Button>}
        <Drop {...shown} />
      </Prose>
    </Section>
  );
}

const Drop = ({ brought: { bodyId, id } }: DecideProps) => (
  <Form action={`${importPath(bodyId, id)}/drop`}>
    <Text>
      Were these the wrong files, or is something in them to be mended first? Drop them and bring others. What
      was brought is deleted; its names and checksums stay.
    </Text>
    <Button variant="secondary" preventDoubleClick>
      Drop these files
    </Button>
  </Form>
);

function Approve(shown: DecideProps) {
  const { actor, brought, covered, answers, errors } = shown;
  const { standing, bodyId, id, broughtBy } = brought;
  if (standing.is !== 'asked') return null;
  const path = importPath(bodyId, id);
  const isElse = isSomebodyElse([broughtBy, standing.by], actor);
  if (!isElse || !may(actor, mayApproveSpending, bodyId).ok)
    return (
      <Section title="What next" id="next">
        <Prose>
          <InsetText>
            {isElse
              ? 'Waiting for an officer who may approve payments.'
              : 'You brought these payments or asked for their publication, so somebody else of your body, in another office, approves them.'}
          </InsetText>
          {may(actor, mayBringSpending, bodyId).ok && <Drop {...shown} />}
        </Prose>
      </Section>
    );
  return (
    <Section title="Decide" id="next">
      <Prose>
        {covered.length > 0 && (
          <InsetText>
            {'This release takes the place of '}
            {covered.map(({ id: release }, at) => (
              <>
                {at > 0 && ', '}
                <Link href={releasePath(release)}>{release}</Link>
              </>
            ))}
            . What was published stays to be seen, marked as superseded.
          </InsetText>
        )}
        <Form action={`${path}/approve`}>
          <Text>
            Approving publishes every payment of these files, with the names of both offices. What is
            published stays: it can be superseded or withdrawn, and never edited.
          </Text>
          <Button preventDoubleClick>Approve and publish</Button>
        </Form>
        <Form action={`${path}/return`}>
          <TextareaField
            name="says"
            label="Or give them back: what is to be mended?"
            rows={3}
            answers={answers}
            errors={errors}
          />
          <Button variant="secondary" preventDoubleClick>
            Give them back
          </Button>
        </Form>
      </Prose>
    </Section>
  );
}
