import type { Answers, FieldErrors } from '#platform/http';
import { may } from '#platform/identity';
import { type Actor, londonDate, plural } from '#platform/kernel';
import {
  Button,
  DataTable,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Prose,
  SummaryList,
  Text,
  TextareaField,
} from '#platform/ui';
import { Day, officePage, Section } from '#platform/web';
import { isSomebodyElse } from '../../../domain/reading/batch.ts';
import { readingsPath } from '../../../domain/reading/reading-paths.ts';
import { periodName } from '../../../domain/series/period-name.ts';
import { sayFigure } from '../../../domain/series/say-figure.ts';
import { mayApproveReadings, mayEnterReadings } from '../../../permissions.ts';
import type { BatchShown, ReadingBeside } from '../../../queries/readings/batch-shown.ts';
import { Figure } from '../readings-table.tsx';
import { BatchStanding } from './batch-standing.tsx';
import { batchPath, roomPath } from './paths.ts';

export type BatchPageShown = BatchShown & Readonly<{ actor: Actor }>;

/** Readings that were entered together, each beside what is published, with what may be done about them. */
export function batchPage(shown: BatchPageShown, answers: Answers, errors: FieldErrors) {
  const { actor, batch, readings, more } = shown;
  const path = batchPath(actor.bodyId, batch.id);
  return officePage(actor, [{ text: 'Readings', href: roomPath(actor.bodyId) }], {
    title: batch.outcome === undefined ? 'Readings to approve' : 'Readings entered together',
    errors,
    main: (
      <>
        <Prose>
          <FormErrorSummary errors={errors} />
          <SummaryList
            rows={[
              { key: 'Standing', value: { children: <BatchStanding batch={batch} /> } },
              { key: 'Entered by', value: batch.enteredBy },
              { key: 'On', value: { children: <Day on={londonDate(batch.enteredAt)} /> } },
              ...(batch.fileName === undefined ? [] : [{ key: 'File', value: batch.fileName }]),
              ...(batch.isComparison ? [{ key: 'Holds', value: 'Figures of others, to compare with' }] : []),
              ...(batch.says === '' ? [] : [{ key: 'Says', value: batch.says }]),
              { key: 'Readings', value: plural(batch.readings, 'reading') },
            ]}
          />
          {batch.outcome?.outcome === 'approved' && (
            <Text>
              <Link href={readingsPath(batch)}>See them as published</Link>
            </Text>
          )}
        </Prose>
        <Section title="Before and after">
          <DataTable
            caption="Readings beside what is published"
            captionHidden
            rows={readings}
            columns={[
              { title: 'Series', cell: ({ series, entered }) => series?.title ?? entered.seriesId },
              { title: 'Area', cell: ({ areaName }) => areaName },
              { title: 'Period', cell: ({ entered }) => periodName(entered.period) },
              { title: 'The period before', cell: (each) => figureOf(each, each.previous) },
              { title: 'Published', cell: (each) => figureOf(each, each.stands) },
              { title: 'Entered', cell: (each) => <Entered beside={each} /> },
              { title: 'Note', cell: ({ entered }) => entered.note },
            ]}
            empty="There are no readings in it."
            narrow="stack"
            downloads={{ csv: `${path}/readings.csv`, json: `${path}/readings.json` }}
          />
          {more !== undefined && (
            <Text>
              <Link href={`${path}?after=${more}`}>The next readings</Link>
            </Text>
          )}
        </Section>
        {batch.outcome === undefined && <Decide {...shown} answers={answers} errors={errors} />}
      </>
    ),
  });
}

const figureOf = ({ series }: ReadingBeside, reading: ReadingBeside['stands']) =>
  reading === undefined || series === undefined ? 'None' : <Figure series={series} reading={reading} />;

function Entered({ beside: { series, entered } }: Readonly<{ beside: ReadingBeside }>) {
  if (series === undefined) return entered.value ?? '';
  return (
    <>
      <Figure series={series} reading={entered} />
      {entered.numerator !== undefined && ` ${entered.numerator} of ${entered.denominator ?? ''}`}
      {entered.confidence !== undefined &&
        ` ${sayFigure(series, entered.confidence.low)} to ${sayFigure(series, entered.confidence.high)}`}
    </>
  );
}

type DecideProps = BatchPageShown & Readonly<{ answers: Answers; errors: FieldErrors }>;

function Decide({ actor, batch, ...field }: DecideProps) {
  const isOther = isSomebodyElse(batch, actor);
  const path = batchPath(actor.bodyId, batch.id);
  if (!isOther)
    return (
      <Section title="Take it back">
        <InsetText>
          You entered these readings, so somebody else of your body approves them. You can take them back and
          enter them anew.
        </InsetText>
        {may(actor, mayEnterReadings, actor.bodyId).ok && (
          <Form action={`${path}/withdraw`}>
            <Button variant="secondary" preventDoubleClick>
              Take these readings back
            </Button>
          </Form>
        )}
      </Section>
    );
  if (!may(actor, mayApproveReadings, actor.bodyId).ok) return null;
  return (
    <Section title="Decide" id="decide">
      <Prose>
        <Form action={`${path}/approve`}>
          <Text>
            {`Approving publishes ${batch.readings === 1 ? 'it' : `all ${batch.readings} together`}, with the names of both offices. What is published stays: it can be revised and never edited.`}
          </Text>
          <Button preventDoubleClick>Approve and publish</Button>
        </Form>
        <Form action={`${path}/return`}>
          <TextareaField
            name="says"
            label="Or give them back: what is to be mended?"
            rows={3}
            answers={field.answers}
            errors={field.errors}
          />
          <Button variant="secondary" preventDoubleClick>
            Give them back
          </Button>
        </Form>
      </Prose>
    </Section>
  );
}
