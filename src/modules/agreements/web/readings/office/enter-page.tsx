import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, listInWords } from '#platform/kernel';
import {
  Button,
  Details,
  Form,
  FormErrorSummary,
  Heading,
  Link,
  Prose,
  SelectField,
  Text,
  TextareaField,
  TextField,
  TickField,
} from '#platform/ui';
import { officePage } from '#platform/web';
import { readingStatuses } from '../../../domain/reading/reading.ts';
import { periodName } from '../../../domain/series/period-name.ts';
import type { LineShown } from '../../../queries/readings/lines-shown.ts';
import { statusWords } from '../fault-words.ts';
import { Figure } from '../readings-table.tsx';
import { lineName } from './lines.ts';
import { roomPath } from './paths.ts';

export type EnterShown = Readonly<{
  actor: Actor;
  lines: readonly Readonly<{ number: number; shown: LineShown }>[];
  /** Something is far from the periods before: whoever enters it is asked to look again. */
  isDoubted: boolean;
}>;

/** Entering one reading, or several that are due. Lines that are left empty are passed over. */
export const enterPage = ({ actor, lines, isDoubted }: EnterShown, answers: Answers, errors: FieldErrors) =>
  officePage(actor, [{ text: 'Readings', href: roomPath(actor.bodyId) }], {
    title: lines.length === 1 ? 'Enter a reading' : 'Enter readings',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {lines.length === 0 ? (
          <Text>
            Nothing is due. To revise a reading that is published, choose it on{' '}
            <Link href={roomPath(actor.bodyId)}>the page of your readings</Link>.
          </Text>
        ) : (
          <Form>
            <Text>
              Another officer looks over what you enter before it is published. Leave a line empty to pass it
              over.
            </Text>
            {lines.map((line) => (
              <Line key={line.number} {...line} answers={answers} errors={errors} />
            ))}
            <TextareaField
              name="says"
              label="Anything to say to whoever approves it? (optional)"
              rows={2}
              answers={answers}
              errors={errors}
            />
            {isDoubted && (
              <TickField
                name="sure"
                legend="Far from the periods before"
                text="I have looked again, and it is right"
                answers={answers}
                errors={errors}
              />
            )}
            <Button preventDoubleClick>Put for approval</Button>
          </Form>
        )}
      </Prose>
    ),
  });

type LineProps = EnterShown['lines'][number] & Readonly<{ answers: Answers; errors: FieldErrors }>;

function Line({ number, shown, answers, errors }: LineProps) {
  const { line, series, areaName, stands, previous } = shown;
  const of = (name: string) => `${name}-${number}`;
  const field = { answers, errors };
  const what = `${series.title}, ${areaName}, ${periodName(line.period)}`;
  return (
    <fieldset class="govuk-fieldset accord-section">
      <legend class="govuk-fieldset__legend">
        <Heading size="m">{what}</Heading>
      </legend>
      <input type="hidden" name={of('line')} value={lineName(line)} />
      <input
        type="hidden"
        name={of('revises')}
        value={answers[of('revises')] ?? String(stands?.revision ?? 0)}
      />
      <Text>
        {stands === undefined ? 'Nothing is published of this period. ' : 'Published: '}
        {stands !== undefined && <Figure series={series} reading={stands} />}
        {previous !== undefined && (
          <>
            {stands === undefined ? '' : '. '}
            {`${periodName(previous.period)}: `}
            <Figure series={series} reading={previous} />
          </>
        )}
      </Text>
      <SelectField
        name={of('status')}
        label="Status"
        options={readingStatuses.map((value) => ({ value, text: statusWords[value] }))}
        {...field}
      />
      {series.ratio !== undefined && (
        <>
          <TextField
            name={of('numerator')}
            label={series.ratio.numerator}
            inputmode="decimal"
            width={10}
            {...field}
          />
          <TextField
            name={of('denominator')}
            label={`Out of: ${series.ratio.denominator}`}
            inputmode="decimal"
            width={10}
            {...field}
          />
        </>
      )}
      <TextField
        name={of('value')}
        label={`Figure, ${series.unit}`}
        hint={
          series.ratio === undefined
            ? undefined
            : 'Leave it out where both numbers are given: it is worked out.'
        }
        inputmode="decimal"
        width={10}
        {...field}
      />
      {series.method.by === 'survey' && (
        <>
          <TextField
            name={of('low')}
            label="Lower limit of the 95% interval"
            inputmode="decimal"
            width={10}
            {...field}
          />
          <TextField name={of('high')} label="Upper limit" inputmode="decimal" width={10} {...field} />
          <TextField
            name={of('sample')}
            label="How many answered"
            inputmode="numeric"
            width={10}
            {...field}
          />
        </>
      )}
      <TextareaField
        name={of('note')}
        label="What should a reader know? (optional)"
        hint="Where a figure of a closed year is revised: why."
        rows={2}
        {...field}
      />
      <Details
        summary="Where it comes from, if it is not the usual source"
        open={errors[of('source')] !== undefined}
      >
        <TextField
          name={of('source')}
          label="Source"
          hint={`Left empty: ${listInWords([series.measuredFrom])}.`}
          {...field}
        />
      </Details>
    </fieldset>
  );
}
