import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, isoDate, never, ok, refuse, type Result } from '#platform/kernel';
import type { InOneWord } from '#platform/module';
import { Button, Form, FormErrorSummary, Prose, SelectField, Text, TextareaField } from '#platform/ui';
import {
  BothVersions,
  CheckAnswers,
  explainCommon,
  isCommon,
  officePage,
  oneOf,
  passage,
  readAnswers,
  versionSeen,
} from '#platform/web';
import { z } from 'zod';
import type { NewStory, TellStoryRefusal } from '../../../actions/tell-story.ts';
import { seriesAreaPath } from '../../../domain/reading/reading-paths.ts';
import type { Story } from '../../../domain/reading/story.ts';
import { periodName } from '../../../domain/series/period-name.ts';
import type { Curve } from '../../../queries/progress/curve.ts';
import { sayFigureOf } from '../../../domain/series/say-figure.ts';

export type Telling = Readonly<{ actor: Actor; curve: Curve }>;
export type StoryRead = Readonly<{ story: NewStory; seen: number }>;

/** So many of the last periods can be told of. */
const tellable = 8;

const periodsOf = ({ known }: Curve) => known.toReversed().slice(0, tellable);

/** Reads the story as it was typed. */
export function readStory({ curve }: Telling, answers: Answers): Result<StoryRead, FieldErrors> {
  const ends = periodsOf(curve).map(({ period }) => period.to) as string[];
  const read = readAnswers(
    z.object({
      period: oneOf(ends as [string, ...string[]], 'Select the period whose reading you tell of'),
      says: passage('the story', { most: 3000 }),
    }),
    answers,
  );
  if (!read.ok) return read;
  const periodTo = isoDate(read.value.period);
  if (!periodTo.ok) return refuse({ period: 'Select the period whose reading you tell of' });
  const { series, areaId } = curve.going;
  return ok({
    story: { seriesId: series.id, areaId, periodTo: periodTo.value, says: read.value.says },
    seen: versionSeen(answers['seen']),
  });
}

export function storyPage({ actor, curve }: Telling, answers: Answers, errors: FieldErrors, theirs?: Story) {
  const { series } = curve.going;
  const field = { answers, errors };
  return officePage(actor, [stepOf({ actor, curve })], {
    title: 'Tell the story behind a reading',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {theirs !== undefined && (
          <BothVersions
            what="Another officer told a story while you were writing yours."
            rows={[{ field: 'Story', theirs: theirs.says, yours: answers['says'] ?? '' }]}
          >
            Send yours again to tell it after theirs: both are kept.
          </BothVersions>
        )}
        <Text>
          What lies behind the figure, what helped or hindered, and what is being done. It is public at once,
          stays, and carries the name of your office. Another can be told after it.
        </Text>
        <Form>
          <input type="hidden" name="seen" value={String(curve.stories.length)} />
          <SelectField
            name="period"
            label="Which reading?"
            options={periodsOf(curve).map((reading) => ({
              value: reading.period.to,
              text: `${periodName(reading.period)}: ${sayFigureOf(series, reading)}`,
            }))}
            {...field}
          />
          <TextareaField name="says" label="The story" rows={8} {...field} />
          <Button>Check before publishing</Button>
        </Form>
      </Prose>
    ),
  });
}

export const checkStoryPage = (telling: Telling, { story }: StoryRead, answers: Answers) =>
  officePage(telling.actor, [stepOf(telling)], {
    title: 'Check the story before it is published',
    main: (
      <Prose>
        <CheckAnswers
          publish="Publish this story"
          answers={answers}
          rows={[
            ['Of', telling.curve.going.series.title],
            [
              'Reading',
              periodName(
                telling.curve.known.find(({ period }) => period.to === story.periodTo)?.period ?? {
                  from: story.periodTo,
                  to: story.periodTo,
                },
              ),
            ],
            ['Story', story.says],
          ]}
        />
      </Prose>
    ),
  });

const stepOf = ({ curve: { going } }: Telling) => ({
  text: going.series.title,
  href: seriesAreaPath({ seriesId: going.series.id, areaId: going.areaId }),
});

/** The sentence for each reason for which no story was published. */
export function explainStory(refusal: InOneWord<TellStoryRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-series':
      return { form: 'This series is not on record any more. Open it again from the list of indicators' };
    case 'owner-not-named':
      return { form: 'No office is named to bring these readings. Name one first, then tell the story' };
    case 'not-the-owner':
      return {
        form: 'Another body brings these readings, so it tells their story. Ask its office for performance',
      };
    case 'no-such-reading':
      return {
        period: 'No reading of this period is published. Select another, or publish the reading first',
      };
    case 'nothing-told':
      return { says: 'Enter the story' };
    default:
      return never(refusal);
  }
}
