import type { Visit } from '#platform/http';
import { compareFractions, formatDate, formatMoney } from '#platform/kernel';
import { DataTable, Link, Tag } from '#platform/ui';
import { onDay } from '#platform/web';
import { readingMarks, sayFigure } from '../../domain/series/say-figure.ts';
import { targetPath } from '../../domain/target/target.ts';
import { countedOf, type RewardLine, type RewardShown } from '../../queries/reward/reward-shown.ts';
import { targetTitle } from '../targets/words.tsx';
import { interimWords, sayPart, sayWhy, whyWords } from './words.ts';

type Props = Readonly<{
  shown: RewardShown;
  visit: Visit;
  files: Readonly<{ csv: string; json: string }>;
}>;

/** What each target earned, why, and what it would earn if it ended as it is forecast. */
export function TargetsTable({ shown, visit, files }: Props) {
  const { lines, set, pot, names } = shown;
  if (set === undefined) return null;
  const isKnown = pot.pence !== undefined;
  return (
    <DataTable
      caption="What each target earns"
      rows={lines}
      downloads={files}
      empty="None of the rewarded targets stood on this day."
      narrow="stack"
      columns={[
        {
          title: 'Target',
          cell: (line) => (
            <>
              <Link href={onDay(targetPath(line.target), visit)}>
                {targetTitle(line.series, line.target, names)}
              </Link>
              {!line.isAgreed && ' (not agreed by all it binds)'}
            </>
          ),
        },
        { title: 'From and to', cell: ({ rewarded, series }) => fromAndTo(rewarded, series, set.terms.from) },
        {
          title: 'Reached',
          cell: ({ outturn, series }) =>
            outturn?.value === undefined
              ? 'Not yet'
              : `${sayFigure(series, outturn.value)}${readingMarks[outturn.status] === '' ? '' : ` (${readingMarks[outturn.status]})`}`,
        },
        {
          title: 'Earned',
          cell: ({ now, ifAgreed }) => (
            <>
              {isKnown && `${formatMoney(now.earned)} of ${formatMoney(now.potential)} `}
              <Tag colour={now.why === 'earned' || now.why === 'capped' ? 'green' : 'grey'}>
                {whyWords[now.why]}
              </Tag>{' '}
              {sayWhy(now, set.terms)}
              {ifAgreed !== undefined &&
                isKnown &&
                ` Would earn ${formatMoney(ifAgreed.now.earned)} if agreed.`}
            </>
          ),
        },
        ...(lines.some(({ interim }) => interim !== undefined)
          ? [{ title: 'On the way', cell: onTheWay }]
          : []),
        { title: 'At the forecast', cell: (line) => atTheForecast(line, isKnown) },
      ]}
    />
  );
}

function onTheWay({ interim, series }: RewardLine): string {
  if (interim === undefined) return 'No interim level';
  return `${sayFigure(series, interim.figure)} by ${formatDate(interim.by)}: ${interimWords[interim.is]}`;
}

function fromAndTo(
  { without, baseline, target }: RewardLine['rewarded'],
  series: RewardLine['series'],
  from: 'without' | 'baseline',
): string {
  const start = from === 'without' ? without : baseline;
  const say = (figure: string | undefined) =>
    figure === undefined ? 'not known' : sayFigure(series, figure);
  return `${say(start)} to ${say(target)}`;
}

function atTheForecast(
  { ahead, outturn, foreseen: counts, ifAgreed, between, series }: RewardLine,
  isKnown: boolean,
): string {
  const foreseen = ifAgreed?.foreseen ?? counts;
  const would = isKnown ? formatMoney(foreseen.earned) : sayPart(foreseen.payable);
  const earned = ifAgreed === undefined ? would : `${would} if agreed`;
  if (outturn !== undefined) return `${earned}, if it stays as it is`;
  if (ahead === undefined) return 'Too few readings to say';
  if (foreseen.achieved === undefined) return 'Cannot be reckoned';
  if (between === undefined) return `${earned}, at ${sayFigure(series, ahead.value)}`;
  const ends = [between.low, between.high]
    .map(countedOf)
    .toSorted(compareFractions)
    .map((part) => sayPart(part));
  const range = [...new Set(ends)].join(' to ');
  return `${earned}, at ${sayFigure(series, ahead.value)}; nine times in ten ${range} of its share`;
}
