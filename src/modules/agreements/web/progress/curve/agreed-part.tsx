import { Heading, Link, Text } from '#platform/ui';
import { type DayAsked, onDay } from '#platform/web';
import { periodName } from '../../../domain/series/period-name.ts';
import { sayFigure } from '../../../domain/series/say-figure.ts';
import { sayTarget } from '../../../domain/target/explain-blocker.ts';
import { targetPath } from '../../../domain/target/target.ts';
import type { Curve } from '../../../queries/progress/curve.ts';
import type { StoodTarget } from '../../../queries/targets-at.ts';
import { Answers } from '../../targets/answers-table.tsx';

type Props = Readonly<{ curve: Pick<Curve, 'going' | 'names' | 'targets' | 'grounds'>; visit: DayAsked }>;

/**
 * What was agreed, and by whom: every partner of the version in force with its answer, its day and its own decision, and who
 * stands in the way of what was put since. Targets that are not the one it is judged by follow.
 */
export function AgreedPart({ curve, visit }: Props) {
  const { going, targets } = curve;
  const isJudgedBy = ({ target }: StoodTarget) => target.id === going.target?.target.id;
  return (
    <>
      <Heading level={3} size="s">
        Who agreed to the target
      </Heading>
      {going.target === undefined && (
        <Text>
          {targets.length === 0
            ? 'No target is recorded.'
            : 'No target is in force: nobody is bound until every partner has agreed.'}
        </Text>
      )}
      {[...targets.filter(isJudgedBy), ...targets.filter((each) => !isJudgedBy(each))].map((found) => (
        <OneTarget found={found} {...{ curve, visit }} />
      ))}
    </>
  );
}

function OneTarget({
  found,
  curve: { going, names, grounds },
  visit,
}: Props & Readonly<{ found: StoodTarget }>) {
  const { target, standing } = found;
  const version = standing.inForce?.version ?? standing.put?.version;
  if (version === undefined) return null;
  const values = version.values.map(
    ({ period, value }) => `${sayFigure(going.series, value)} for ${periodName(period)}`,
  );
  return (
    <>
      <Text>
        <Link href={onDay(targetPath(target), visit)}>{`Target ${target.number}`}</Link>
        {`, led by ${names.body(version.leadBody)}, sets ${values.join('; ')}. `}
        {sayTarget(standing, target, names.body).says}
      </Text>
      <Answers found={found} shown={{ names, grounds }} visit={visit} />
    </>
  );
}
