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
import { Form, FormErrorSummary, InsetText, Prose, Text, TextareaField, TextField } from '#platform/ui';
import { CheckAnswers, officePage, once } from '#platform/web';
import { defineIndicator, type Definition } from '../../../actions/frameworks/define-indicator.ts';
import { indicatorPath } from '../../../domain/framework/framework.ts';
import { mayDraftAgreements } from '../../../permissions.ts';
import {
  indicatorDraft,
  type IndicatorToDefine,
  indicatorToDefine,
} from '../../../queries/frameworks/office.ts';
import { answersOfDraft, CheckOrKeep, draftOf, takeDraftedStep } from '../../drafted-form.tsx';
import { seriesRows } from '../series-rows.tsx';
import { explainDefinition, readIndicator, seriesAnswers } from './read-indicator.ts';
import { SeriesFields } from './series-fields.tsx';

const path = '/office/:body/indicators';
const noSuchIndicator = 'There is no indicator with this address. The list of indicators has them all.';

/** Defining a local indicator with its series, and another series of it. */
export function defineRoutes(services: Services): readonly OfficeRoute[] {
  const show = async (visit: OfficeVisit) => {
    const work = await indicatorToDefine(services.database, visit.params['indicator']);
    if (work === undefined) return notFound(noSuchIndicator);
    const drafted = await answersOfDraft(services, visit, { kind: indicatorDraft });
    const replaced = work.own.find(({ id }) => id === visit.query['replaces']);
    return page(
      askPage(visit.actor, work, drafted ?? (replaced === undefined ? {} : seriesAnswers(replaced)), {}),
    );
  };
  const submit = async (visit: OfficeVisit) => {
    const { actor, answers } = visit;
    const work = await indicatorToDefine(services.database, visit.params['indicator']);
    if (work === undefined) return notFound(noSuchIndicator);
    const of = { kind: indicatorDraft, permission: mayDraftAgreements, bodyId: actor.bodyId };
    return takeDraftedStep<Definition>(services, visit, of, {
      read: (given) => readIndicator(given, work.indicator?.id),
      ask: (given, errors) => askPage(actor, work, given, errors),
      check: (read, given) => page(checkPage(visit, work, read, given)),
      async publish(read) {
        const done = await defineIndicator(services, actor, read, {
          ...once(visit),
          draftId: draftOf(answers),
        });
        if (!done.ok) return refuse(explainDefinition(done.error));
        return ok(redirect(indicatorPath({ id: done.value.indicatorId }), 'The definition is published.'));
      },
    });
  };
  return [`${path}/new`, `${path}/:indicator/series/new`].flatMap((own): readonly OfficeRoute[] => [
    { method: 'GET', path: own, may: mayDraftAgreements, handle: show },
    { method: 'POST', path: own, may: mayDraftAgreements, handle: submit },
  ]);
}

type Actor = OfficeVisit['actor'];
const steps = ({ bodyId }: Actor) => [{ text: 'Indicators', href: `/office/${bodyId}/indicators` }];
const titleOf = ({ indicator }: IndicatorToDefine) =>
  indicator === undefined ? 'Define an indicator' : 'Define another series';

function askPage(actor: Actor, work: IndicatorToDefine, answers: Answers, errors: FieldErrors) {
  const field = { answers, errors };
  return officePage(actor, steps(actor), {
    title: titleOf(work),
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          What is published stays as it is: readings and targets hang on it. Another way of measuring is
          another series.
        </Text>
        <Form>
          {work.indicator === undefined ? (
            <>
              <TextField name="code" label="Code" hint="Short, and your body’s own: H1." {...field} />
              <TextField name="title" label="Title of the indicator" {...field} />
              <TextareaField name="says" label="What does it tell? (optional)" rows={3} {...field} />
            </>
          ) : (
            <InsetText>{`A series of ${work.indicator.code} ${work.indicator.title}.`}</InsetText>
          )}
          <SeriesFields work={work} answers={answers} errors={errors} />
          <CheckOrKeep answers={answers} check="Check before publishing" />
        </Form>
      </Prose>
    ),
  });
}

function checkPage(visit: OfficeVisit, work: IndicatorToDefine, read: Definition, answers: Answers) {
  const series = {
    ...read.series,
    id: 'new',
    indicatorId: work.indicator?.id ?? 'new',
    isIllustrative: false,
  };
  const related = new Map(work.every.map((each) => [each.id, each]));
  return officePage(visit.actor, steps(visit.actor), {
    title: 'Check the definition before it is published',
    main: (
      <Prose>
        <CheckAnswers
          publish="Publish this definition"
          answers={answers}
          rows={[
            ...(work.indicator === undefined
              ? ([
                  ['Indicator', `${read.code} ${read.title}`],
                  ['What it tells', read.says],
                ] as const)
              : []),
            ['Series', series.title],
            ...seriesRows(series, { related, proxies: [] }, visit),
          ]}
        />
      </Prose>
    ),
  });
}
