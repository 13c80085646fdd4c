import {
  type Answers,
  type FieldErrors,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
} from '#platform/http';
import { ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import {
  Button,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Prose,
  RadiosField,
  SelectField,
  Text,
} from '#platform/ui';
import { CheckAnswers, namedOptions, officePage, once, wordOptions } from '#platform/web';
import { type NewTarget, putTarget } from '../../../actions/targets/put-target.ts';
import { targetPath } from '../../../domain/target/target.ts';
import { mayDraftAgreements } from '../../../permissions.ts';
import { agreementsOf, type TargetChoices, targetChoices } from '../../../queries/target-choices.ts';
import { answersOfDraft, CheckOrKeep, draftOf, takeDraftedStep } from '../../drafted-form.tsx';
import { noSuchAgreement } from '../list-page.tsx';
import { targetStandings, targetTitle } from '../words.tsx';
import { explainPut } from './explain.ts';
import { readTarget } from './read-target.ts';
import { VersionFields } from './version-fields.tsx';
import { versionRows } from './version-rows.ts';

const path = '/office/:body/targets/new';
export const targetDraft = 'agreements.target';
const draftOfBody = (bodyId: string) => ({ kind: targetDraft, permission: mayDraftAgreements, bodyId });

/** Putting a target to the partners of an agreement. */
export const putRoutes = (services: Services): readonly OfficeRoute[] => [
  { method: 'GET', path, may: mayDraftAgreements, handle: (visit) => show(services, visit) },
  { method: 'POST', path, may: mayDraftAgreements, handle: (visit) => submit(services, visit) },
];

async function show(services: Services, visit: OfficeVisit) {
  const { actor, today } = visit;
  const drafted = await answersOfDraft(services, visit, { kind: targetDraft });
  const agreementId = drafted?.['agreement'] ?? visit.query['agreement'] ?? '';
  if (agreementId === '')
    return page(choosePage(actor, await agreementsOf(services.database, actor.bodyId, today)));
  const choices = await targetChoices(services.database, agreementId, today);
  if (choices === undefined) return notFound(noSuchAgreement);
  return page(askPage(actor, choices, drafted ?? {}, {}));
}

async function submit(services: Services, visit: OfficeVisit) {
  const { actor, answers, today } = visit;
  const choices = await targetChoices(services.database, answers['agreement'] ?? '', today);
  if (choices === undefined) return notFound(noSuchAgreement);
  return takeDraftedStep<NewTarget>(services, visit, draftOfBody(actor.bodyId), {
    read: (given) => readTarget(given, choices),
    ask: (given, errors) => askPage(actor, choices, given, errors),
    check: (read, given) => page(checkPage(actor, choices, read, given)),
    async publish(read) {
      const put = await putTarget(services, actor, read, { ...once(visit), draftId: draftOf(answers) });
      if (!put.ok) return refuse(explainPut(put.error));
      const to = targetPath({ agreementId: read.agreementId, number: put.value.number });
      return ok(redirect(to, 'The target is put. It binds once every partner has consented.'));
    },
  });
}

type Actor = OfficeVisit['actor'];
const title = 'Put a target';
const steps = ({ bodyId }: Actor) => [{ text: 'Targets', href: `/office/${bodyId}/targets` }];

const choosePage = (actor: Actor, agreements: Awaited<ReturnType<typeof agreementsOf>>) =>
  officePage(actor, steps(actor), {
    title,
    main: (
      <Prose>
        {agreements.length === 0 ? (
          <Text>Your body is party to no agreement here, so it has nobody to put a target to.</Text>
        ) : (
          <form method="get">
            <SelectField
              name="agreement"
              label="Of which agreement?"
              options={namedOptions(
                agreements.map(({ agreement, title: name }) => ({ id: agreement.id, name })),
              )}
            />
            <Button>Continue</Button>
          </form>
        )}
      </Prose>
    ),
  });

function askPage(actor: Actor, choices: TargetChoices, answers: Answers, errors: FieldErrors) {
  const field = { answers, errors };
  const { agreement, version, outcomes, series, areas } = choices;
  return officePage(actor, steps(actor), {
    title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>{`A target of ${version.title}.`}</Text>
        {agreement.isIllustrative && (
          <InsetText>This agreement is made up to show how the pages work.</InsetText>
        )}
        <Form>
          <input type="hidden" name="agreement" value={agreement.id} />
          <RadiosField
            name="standing"
            legend="What kind of target is it?"
            hint={
              agreement.mostDesignated === undefined
                ? 'This agreement designates none.'
                : `At most ${agreement.mostDesignated} are designated; statutory ones stand apart.`
            }
            options={[...wordOptions(targetStandings)]}
            {...field}
          />
          <SelectField
            name="outcome"
            label="For which outcome? (optional)"
            options={[
              { value: '', text: 'None named' },
              ...outcomes.map((outcome) => ({
                value: outcome.id,
                text: `${outcome.number}. ${outcome.title}`,
              })),
            ]}
            {...field}
          />
          <SelectField
            name="series"
            label="What is measured?"
            options={[
              { value: '', text: 'Select a series' },
              ...series.map((one) => ({ value: one.id, text: `${one.title} (${one.unit})` })),
            ]}
            {...field}
          />
          <p class="govuk-body">
            <Link href={`/office/${actor.bodyId}/indicators/new`}>Define an indicator of your own</Link> where
            none fits.
          </p>
          <SelectField
            name="area"
            label="Where?"
            options={[{ value: '', text: 'Select a place or body' }, ...namedOptions(areas)]}
            {...field}
          />
          {choices.wholes.length > 0 && (
            <SelectField
              name="partOf"
              label="Which target of the whole agreement is it part of? (optional)"
              hint="What the districts set for themselves is added up beside it. Both must be measured by the same series."
              options={[
                { value: '', text: 'None' },
                ...choices.wholes.map((whole) => ({ value: whole.id, text: sayWhole(choices, whole.id) })),
              ]}
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

/** A target of the whole agreement, as a district chooses it: its number, and what it measures where. */
function sayWhole({ wholes, series, names }: TargetChoices, id: string): string {
  const whole = wholes.find((each) => each.id === id);
  const measured = series.find((each) => each.id === whole?.seriesId);
  return whole === undefined || measured === undefined
    ? id
    : `${whole.number}. ${targetTitle(measured, whole, names)}`;
}

const checkPage = (actor: Actor, choices: TargetChoices, read: NewTarget, answers: Answers) =>
  officePage(actor, steps(actor), {
    title: 'Check the target before it is put',
    main: (
      <Prose>
        <CheckAnswers
          publish="Put this target"
          answers={answers}
          rows={[
            ['Agreement', choices.version.title],
            ['Kind', targetStandings[read.standing]],
            ['Outcome', choices.outcomes.find(({ id }) => id === read.outcomeId)?.title ?? ''],
            ['Measured by', choices.series.find(({ id }) => id === read.seriesId)?.title ?? read.seriesId],
            ['Area', choices.areas.find(({ id }) => id === read.areaId)?.name ?? read.areaId],
            ...(read.partOf === undefined ? [] : ([['Part of', sayWhole(choices, read.partOf)]] as const)),
            ...versionRows(read.version, choices, read.seriesId),
          ]}
        >
          <Text>Each body that it binds finds it in its work, and answers by a decision of its own.</Text>
        </CheckAnswers>
      </Prose>
    ),
  });
