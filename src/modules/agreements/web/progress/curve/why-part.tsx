import { formatDate, plural } from '#platform/kernel';
import { Bullets, Heading, Link, Text } from '#platform/ui';
import { type DayAsked, onDay, Section } from '#platform/web';
import { actionPath, type PlannedAction } from '../../../domain/agreement/action.ts';
import { standingOfAction } from '../../../domain/agreement/action-standing.ts';
import { sayWhen } from '../../../domain/agreement/rough-day.ts';
import { commitmentPath } from '../../../domain/commitment/commitment.ts';
import { whyDirection } from '../../../domain/series/say-direction.ts';
import { whyStatus } from '../../../domain/series/say-status.ts';
import type { Status } from '../../../domain/series/status.ts';
import { sayOutlook } from '../../../domain/series/outlook.ts';
import type { Curve } from '../../../queries/progress/curve.ts';
import { AgreedPart } from './agreed-part.tsx';
import { StoryPart } from './story-part.tsx';

const titles: Readonly<Record<Status['colour'], string>> = {
  red: 'Why is this red?',
  amber: 'Why is this amber?',
  green: 'Why is this green?',
  grey: 'Why has this no colour?',
};

type Props = Readonly<{ curve: Curve; visit: DayAsked }>;

/**
 * The walk behind a status: the figure and the rule, who agreed to the target, what is being done, and what its owner says.
 * Every link that is missing is named.
 */
export function WhyPart({ curve, visit }: Props) {
  const { going, outlook } = curve;
  const { series, latest, expectation, status, direction } = going;
  return (
    <Section title={titles[status.colour]} id="why">
      <Bullets items={whyStatus(series, latest, expectation, status)} />
      <Heading level={3} size="s">
        Where it is going
      </Heading>
      <Text>{whyDirection(series, direction)}</Text>
      {outlook !== undefined && <Text>{sayOutlook(going, outlook)}</Text>}
      <AgreedPart curve={curve} visit={visit} />
      <Heading level={3} size="s">
        What is being done
      </Heading>
      <Doing curve={curve} visit={visit} />
      <StoryPart curve={curve} />
    </Section>
  );
}

function Doing({ curve: { actions, commitments, names }, visit }: Props) {
  return (
    <>
      {actions.length === 0 ? (
        <Text>No action is recorded that is meant to change this.</Text>
      ) : (
        <Bullets
          items={actions.map((action) => (
            <>
              <Link href={onDay(actionPath(action), visit)}>{action.title}</Link>,{' '}
              {names.body(action.ownerBody)}
              {action.ownerOffice === undefined ? ': owner not named. ' : `, ${action.ownerOffice}. `}
              {sayAction(action, visit)}
            </>
          ))}
        />
      )}
      {commitments.length === 0 ? (
        <Text>No promise in words is linked to this.</Text>
      ) : (
        <Bullets
          items={commitments.map(({ commitment, standing }) => (
            <>
              <Link href={onDay(commitmentPath(commitment), visit)}>{commitment.promise}</Link>
              {standing.slipped.length > 0 && `: ${plural(standing.slipped.length, 'milestone')} slipped`}
            </>
          ))}
        />
      )}
    </>
  );
}

/** Where an action stands, as a sentence after its owner. */
function sayAction(action: PlannedAction, { on }: DayAsked): string {
  const { standing, since, due } = standingOfAction(action, on);
  const day = since === undefined ? '' : formatDate(since);
  const until = due === undefined ? '' : `, due ${sayWhen(due)}`;
  switch (standing) {
    case 'done':
      return `Done on ${day}.`;
    case 'dropped':
      return `Given up on ${day}.`;
    case 'overdue':
      return `Overdue since ${day}.`;
    case 'not-recorded':
      return `It was due by ${day}, and what became of it is not recorded.`;
    case 'started':
      return `Begun on ${day}${until}.`;
    case 'to-come':
      return `To come${until}.`;
    case 'no-day':
      return 'No day is set for it.';
  }
}
