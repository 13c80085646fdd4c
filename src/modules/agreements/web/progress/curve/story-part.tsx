import { formatDate, londonDate } from '#platform/kernel';
import { Details, Heading, InsetText, Text } from '#platform/ui';
import type { Story } from '../../../domain/reading/story.ts';
import { periodName } from '../../../domain/series/period-name.ts';
import type { Curve } from '../../../queries/progress/curve.ts';
import { officeWords } from '../parts/office-words.ts';

type Props = Readonly<{ curve: Curve }>;

/** What the office that brings the readings says lies behind them, and that it is missing where it is. */
export function StoryPart({ curve }: Props) {
  const { going, stories, names } = curve;
  const { owner, latest } = going;
  const [last, ...earlier] = stories;
  const isOfLatest = latest !== undefined && last?.periodTo === latest.period.to;
  return (
    <>
      <Heading level={3} size="s">
        The story behind it
      </Heading>
      <Text>
        {owner === undefined
          ? 'Owner not named: no office is recorded that brings these readings.'
          : `Owner: ${officeWords(owner.role)}, ${names.body(owner.bodyId)}.`}
      </Text>
      {!isOfLatest && latest !== undefined && (
        <Text>{`No story is told of the latest reading, ${periodName(latest.period)}.`}</Text>
      )}
      {last !== undefined && <Told story={last} curve={curve} />}
      {earlier.length > 0 && (
        <Details summary="Earlier stories">
          {earlier.map((story) => (
            <Told story={story} curve={curve} />
          ))}
        </Details>
      )}
    </>
  );
}

function Told({ story, curve: { known, names } }: Props & Readonly<{ story: Story }>) {
  const of = known.find(({ period }) => period.to === story.periodTo)?.period;
  return (
    <InsetText>
      {story.says.split('\n\n').map((paragraph) => (
        <Text>{paragraph}</Text>
      ))}
      <p class="govuk-hint">
        {`${story.byOffice}, ${names.body(story.bodyId)}, ${formatDate(londonDate(story.publishedAt))}`}
        {of !== undefined && `, of ${periodName(of)}`}
      </p>
    </InsetText>
  );
}
