import type { Visit } from '#platform/http';
import { may } from '#platform/identity';
import { FollowLinks, InsetText, type KeyFigureProps, KeyFigures, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, type DayAsked, filesOf, onDay, Section } from '#platform/web';
import { indicatorPath, outcomePath } from '../../../domain/framework/framework.ts';
import { seriesAreaPath } from '../../../domain/reading/reading-paths.ts';
import { periodName } from '../../../domain/series/period-name.ts';
import { sayFigure, sayFigureOf } from '../../../domain/series/say-figure.ts';
import { type Series, seriesPath } from '../../../domain/series/series.ts';
import { mayEnterReadings } from '../../../permissions.ts';
import type { Curve } from '../../../queries/progress/curve.ts';
import { DirectionWord, illustrativeWarning, StatusTag } from '../parts/status.tsx';
import { CurveChart } from './curve-chart.tsx';
import { ReadingsPart } from './readings-part.tsx';
import { WhyPart } from './why-part.tsx';

type Props = Readonly<{ curve: Curve; visit: Visit }>;

/** One series in one area: where it stands, why, who answers for it, and everything it rests on. */
export function CurvePage({ curve, visit }: Props) {
  const { going, names } = curve;
  const { series, areaId } = going;
  const path = seriesAreaPath({ seriesId: series.id, areaId });
  const isIllustrative = series.isIllustrative || going.target?.target.isIllustrative === true;
  return (
    <>
      <AsOf visit={visit} />
      {isIllustrative && <InsetText>{illustrativeWarning}</InsetText>}
      <KeyFigures figures={figuresOf(curve)} />
      <CurveChart curve={curve} downloads={filesOf(`${path}/readings`, visit)} />
      <WhyPart curve={curve} visit={visit} />
      <OwnerLinks curve={curve} visit={visit} />
      <ReadingsPart curve={curve} visit={visit} />
      <MeasuredPart curve={curve} visit={visit} />
      <Section title="See also">
        <Text>
          <Link href={onDay(seriesPath(series.id), visit)}>{`${series.title}, every area compared`}</Link>
          {' · '}
          <Link href={onDay(indicatorPath({ id: series.indicatorId }), visit)}>How it is measured</Link>
          {curve.outcomes.map((outcome) => (
            <>
              {' · '}
              <Link href={onDay(outcomePath(outcome), visit)}>{outcome.title}</Link>
            </>
          ))}
        </Text>
        <FollowLinks
          followed={{ kind: 'things', id: path }}
          what={`${series.title}, ${names.area(series, areaId)}`}
        />
      </Section>
      <AnotherDay visit={visit} />
    </>
  );
}

function figuresOf({ going, outlook }: Curve): readonly KeyFigureProps[] {
  const { series, status, latest, direction, expectation } = going;
  return [
    { label: 'Status', value: <StatusTag status={status} /> },
    {
      label: 'Latest figure',
      value: latest === undefined ? 'none yet' : sayFigureOf(series, latest),
      ...(latest === undefined ? {} : { detail: periodName(latest.period) }),
    },
    ...(typeof expectation === 'string' || status.colour === 'grey'
      ? []
      : [
          {
            label: 'Expected by then',
            value: sayFigure(series, status.expected),
            detail: `on the way to ${sayFigure(series, expectation.year.value)}`,
          },
        ]),
    { label: 'Direction', value: <DirectionWord direction={direction} /> },
    ...(outlook?.forecast.is === 'forecast'
      ? [
          {
            label: 'If it goes on so',
            value: sayFigure(series, outlook.forecast.value),
            detail: `${periodName(outlook.forecast.at)}; nine cases of ten from ${sayFigure(series, outlook.forecast.low)} to ${sayFigure(series, outlook.forecast.high)}`,
          },
        ]
      : []),
  ];
}

/** What the reader’s own office may do here. */
function OwnerLinks({ curve: { going }, visit }: Props) {
  const { owner, latest, series, areaId } = going;
  if (owner === undefined || latest === undefined) return null;
  if (!may(visit.actor, mayEnterReadings, owner.bodyId).ok) return null;
  return (
    <Text>
      <Link href={`/office/${owner.bodyId}/stories/${series.id}/${areaId}`}>Tell the story behind it</Link>
    </Text>
  );
}

function MeasuredPart({ curve: { going, slow, quick }, visit }: Readonly<{ curve: Curve; visit: DayAsked }>) {
  const { series, areaId } = going;
  return (
    <Section title="What is measured">
      <Prose>
        <Text>
          {concerns[series.concerns]} {sayWay(series)}{' '}
          {series.ratio !== undefined && `${series.ratio.numerator}, out of ${series.ratio.denominator}.`}
        </Text>
        {slow !== undefined && (
          <Text>
            {'This is a quick measure: it stands for the slow one, '}
            <Link href={onDay(seriesAreaPath({ seriesId: slow.id, areaId }), visit)}>{slow.title}</Link>.
          </Text>
        )}
      </Prose>
      {quick.map((each) => (
        <Text>
          {'A quick measure that stands for this slow one: '}
          <Link href={onDay(seriesAreaPath({ seriesId: each.series.id, areaId }), visit)}>
            {each.series.title}
          </Link>{' '}
          <StatusTag status={each.status} />
        </Text>
      ))}
    </Section>
  );
}

const concerns: Readonly<Record<Series['concerns'], string>> = {
  population: 'It tells of everybody in the area, whoever acts: no single body brings it about.',
  performance: 'It tells of what one body does itself.',
};

const sayWay = ({ polarity, unit, decimals }: Series): string =>
  polarity.better === 'band'
    ? `It is as it should be from ${sayFigure({ unit, decimals }, polarity.low)} to ${sayFigure({ unit, decimals }, polarity.high)}.`
    : `${polarity.better === 'higher' ? 'More' : 'Less'} is better.`;
