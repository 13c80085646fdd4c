import {
  type Answers,
  askAgain,
  type FieldErrors,
  notFound,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { type Actor, never } from '#platform/kernel';
import { isStale, type ServicesWithFiles } from '#platform/module';
import { Button, Form, FormErrorSummary, Prose, Text, TextareaField } from '#platform/ui';
import { explainCommon, isCommon, officePage, once } from '#platform/web';
import { withdrawRelease, type WithdrawRefusal } from '../../../actions/publishing/withdraw-release.ts';
import { releasePath } from '../../../domain/release/release-path.ts';
import { type ReleaseShown, releaseName, releasesOn } from '../../../queries/publishing/releases.ts';
import { roomPath } from './paths.ts';

/** What stands where a body has no such release. */
export const noSuchRelease =
  'Your body has no release of this name. The page of published spending lists its releases.';

/** Says what withdrawing does, and asks for the reason. */
export async function askWithdraw(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const release = await releaseOf(services, visit);
  return release === undefined ? notFound(noSuchRelease) : page(withdrawPage(visit.actor, release, {}, {}));
}

/** Withdraws a release. */
export async function submitWithdraw(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers } = visit;
  const release = await releaseOf(services, visit);
  if (release === undefined) return notFound(noSuchRelease);
  const reason = (answers['reason'] ?? '').trim();
  const again = (errors: FieldErrors) => askAgain(withdrawPage(actor, release, answers, errors));
  if (reason.length > mostCharacters) return again({ reason: 'Shorten this to 2,000 characters' });
  const asked = { bodyId: actor.bodyId, releaseId: release.id, reason };
  const outcome = await withdrawRelease(services, actor, asked, once(visit));
  if (!outcome.ok) return again(explain(outcome.error));
  return redirect(releasePath(release.id), 'The release is withdrawn, with your reason.');
}

const mostCharacters = 2000;

const releaseOf = async ({ database }: ServicesWithFiles, { actor, params, today }: OfficeVisit) =>
  (await releasesOn(database, today, actor.bodyId)).find(({ id }) => id === params['release']);

const withdrawPage = (actor: Actor, release: ReleaseShown, answers: Answers, errors: FieldErrors) =>
  officePage(actor, [{ text: 'Published spending', href: roomPath(actor.bodyId) }], {
    title: 'Withdraw a release',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text lead>{`${releaseName(release)}, version ${release.version}`}</Text>
        <Text>
          A withdrawn release counts no more on any page. It stays to be downloaded, with the reason you give
          here, and no release before it takes its place again: bring the payments of these months anew.
        </Text>
        <Form>
          <TextareaField
            name="reason"
            label="Why is it withdrawn?"
            hint="Everybody can read this. Do not repeat personal data here."
            rows={3}
            answers={answers}
            errors={errors}
          />
          <Button variant="warning" preventDoubleClick>
            Withdraw this release
          </Button>
        </Form>
      </Prose>
    ),
  });

function explain(refusal: WithdrawRefusal | 'already-submitted'): FieldErrors {
  if (isStale(refusal))
    return {
      form: `This release was withdrawn already by ${refusal.stale?.byOffice ?? 'another office'}, so nothing of yours was done`,
    };
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-release':
      return { form: noSuchRelease };
    case 'reason-missing':
      return { reason: 'Say why it is withdrawn' };
    default:
      return never(refusal);
  }
}
