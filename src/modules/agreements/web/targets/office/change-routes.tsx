import {
  type Answers,
  askAgain,
  type FieldErrors,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
} from '#platform/http';
import { ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Form, FormErrorSummary, InsetText, Prose, Text, TextareaField, TextField } from '#platform/ui';
import { BothVersions, CheckAnswers, officePage, once, versionSeen } from '#platform/web';
import { amendTarget } from '../../../actions/targets/amend-target.ts';
import { type Target, targetPath } from '../../../domain/target/target.ts';
import { mayDraftAgreements } from '../../../permissions.ts';
import { type TargetChoices, targetChoices } from '../../../queries/target-choices.ts';
import { targetsShown } from '../../../queries/targets-shown.ts';
import { answersOfDraft, CheckOrKeep, takeDraftedStep } from '../../drafted-form.tsx';
import { noSuchTarget, targetIdOf } from '../target-page.tsx';
import { targetTitle } from '../words.tsx';
import { explainAmend } from './explain.ts';
import { readVersion, type VersionRead, versionAnswers } from './read-target.ts';
import { VersionFields } from './version-fields.tsx';
import { versionRows } from './version-rows.ts';

const path = '/office/:body/targets/:targetAgreement/:target/change';
const kind = 'agreements.target-change';

/** Putting another version of a target, with its reason, to everybody it binds. */
export const changeRoutes = (services: Services): readonly OfficeRoute[] => [
  { method: 'GET', path, may: mayDraftAgreements, handle: (visit) => show(services, visit) },
  { method: 'POST', path, may: mayDraftAgreements, handle: (visit) => submit(services, visit) },
];

type Work = Readonly<{ actor: OfficeVisit['actor']; target: Target; title: string; choices: TargetChoices }>;

async function find(services: Services, visit: OfficeVisit): Promise<Work | undefined> {
  const { today, actor } = visit;
  const shown = await targetsShown(services, { ids: [targetIdOf(visit)] }, { on: today, today });
  const [stood] = shown.targets;
  const choices = stood && (await targetChoices(services.database, stood.target.agreementId, today));
  if (stood === undefined || choices === undefined) return undefined;
  return {
    actor,
    target: stood.target,
    choices,
    title: targetTitle(stood.series, stood.target, shown.names),
  };
}

async function show(services: Services, visit: OfficeVisit) {
  const work = await find(services, visit);
  const last = work?.target.versions.at(-1);
  if (work === undefined || last === undefined) return notFound(noSuchTarget);
  const seen = String(work.target.versions.length);
  const answers = (await answersOfDraft(services, visit, { kind })) ?? { ...versionAnswers(last), seen };
  return page(askPage(work, answers, {}));
}

async function submit(services: Services, visit: OfficeVisit) {
  const { actor } = visit;
  const work = await find(services, visit);
  if (work === undefined) return notFound(noSuchTarget);
  const { target, choices } = work;
  const seen = versionSeen(visit.answers['seen']);
  const of = { kind, permission: mayDraftAgreements, bodyId: actor.bodyId };
  return takeDraftedStep<VersionRead>(services, visit, of, {
    read: (given) => readVersion(given, choices),
    ask: (given, errors) => askPage(work, given, errors),
    check: (read, given) =>
      seen === target.versions.length
        ? page(checkPage(work, read, given))
        : askAgain(stalePage(work, read, given)),
    async publish(read) {
      const put = await amendTarget(services, actor, { ...read, targetId: target.id, seen }, once(visit));
      if (put.ok)
        return ok(
          redirect(
            targetPath(target),
            `Version ${put.value.version} is put. It binds once every partner has consented to it.`,
          ),
        );
      const { error } = put;
      if (typeof error !== 'object' || !('stale' in error)) return refuse(explainAmend(error));
      const now = (await find(services, visit)) ?? work;
      return ok(askAgain(stalePage(now, read, visit.answers)));
    },
  });
}

const steps = ({ target, title }: Work) => [{ text: title, href: targetPath(target) }];

function askPage(work: Work, answers: Answers, errors: FieldErrors) {
  const { actor, target, choices } = work;
  const field = { answers, errors };
  return officePage(actor, steps(work), {
    title: 'Change the target',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          A change is another version. Until every body it binds has consented to it, the version in force
          goes on binding.
        </Text>
        <Form>
          <input type="hidden" name="seen" value={answers['seen'] ?? String(target.versions.length)} />
          <TextareaField name="reason" label="Why is it changed?" rows={3} {...field} />
          {target.standing === 'designated' && (
            <TextField
              name="revision"
              label="Revision proposal (needed once the targets are designated)"
              hint="The address of the decision on it, such as /decisions/maidstone/2026-001, or the day of the refresh it came with, as the agreement’s page has it."
              {...field}
            />
          )}
          <VersionFields choices={choices} answers={answers} errors={errors} />
          <CheckOrKeep answers={answers} check="Check before putting" />
        </Form>
      </Prose>
    ),
  });
}

const checkPage = (work: Work, read: VersionRead, answers: Answers) =>
  officePage(work.actor, steps(work), {
    title: 'Check the change before it is put',
    main: (
      <Prose>
        <CheckAnswers
          publish="Put this change"
          answers={answers}
          rows={[
            ['Why', read.version.reason],
            ...versionRows(read.version, work.choices, work.target.seriesId),
          ]}
        >
          <InsetText>
            Consents to earlier versions do not count for this one: each body is asked afresh.
          </InsetText>
        </CheckAnswers>
      </Prose>
    ),
  });

/** Another officer put a version meanwhile: theirs beside this one, to be sent again or left. */
function stalePage(work: Work, read: VersionRead, answers: Answers) {
  const { target, choices } = work;
  const last = target.versions.at(-1);
  const theirs = last === undefined ? [] : versionRows(last, choices, target.seriesId);
  const yours = versionRows(read.version, choices, target.seriesId);
  const fields = [...new Set([...theirs, ...yours].map(([name]) => name))];
  const valueOf = (rows: typeof theirs, name: string) => rows.find(([own]) => own === name)?.[1] ?? '';
  const asked = askPage(work, { ...answers, seen: String(target.versions.length) }, {});
  return {
    ...asked,
    main: (
      <>
        <BothVersions
          what={`Version ${target.versions.length} of this target was put while you were changing it.`}
          rows={fields.map((name) => ({
            field: name,
            theirs: valueOf(theirs, name),
            yours: valueOf(yours, name),
          }))}
        >
          To put yours after theirs, check it below and put it. To leave theirs, leave this page.
        </BothVersions>
        {asked.main}
      </>
    ),
  };
}
