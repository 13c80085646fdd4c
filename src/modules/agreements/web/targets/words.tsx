import { formatDate } from '#platform/kernel';
import { Tag, type TagColour } from '#platform/ui';
import { periodName } from '../../domain/series/period-name.ts';
import { sayTarget } from '../../domain/target/explain-blocker.ts';
import type {
  BaselineStatus,
  Target,
  TargetAnswer,
  TargetStanding,
  TargetVersion,
} from '../../domain/target/target.ts';
import type { StoodTarget } from '../../queries/targets-at.ts';
import type { Cell } from '../../domain/target/partner-cell.ts';
import type { Series } from '../../domain/series/series.ts';

export const targetStandings: Readonly<Record<TargetStanding, string>> = {
  designated: 'Designated',
  local: 'Local',
  statutory: 'Statutory',
};

export const baselineStatuses: Readonly<Record<BaselineStatus, string>> = {
  estimate: 'an estimate',
  provisional: 'provisional',
  final: 'final',
  revised: 'revised',
  'to-be-set': 'still to be set',
};

export const answerWords: Readonly<Record<TargetAnswer['answer'], string>> = {
  consents: 'Consented',
  refuses: 'Refused',
  withdraws: 'Withdrew',
};

/** The baseline of a version, with its period and how final it is; `say` writes a figure. */
export function sayBaseline(
  { baseline }: Pick<TargetVersion, 'baseline'>,
  say: (figure: string) => string,
): string {
  const { value, period, status, by } = baseline;
  if (status === 'to-be-set')
    return `Still to be set${by === undefined ? '' : `, by ${formatDate(by)}`}, for ${periodName(period)}`;
  return `${value === undefined ? 'not set' : say(value)} in ${periodName(period)}, ${baselineStatuses[status]}`;
}

/** What a version sets for one year, its floor and its stretch beside it. */
export const sayYear = (
  { value, floor, stretch }: TargetVersion['values'][number],
  say: (figure: string) => string,
): string =>
  [
    say(value),
    ...(floor === undefined ? [] : [`floor ${say(floor)}`]),
    ...(stretch === undefined ? [] : [`stretch ${say(stretch)}`]),
  ].join(', ');

const colours: Readonly<Record<ReturnType<typeof sayTarget>['word'], TagColour>> = {
  'In force': 'green',
  'Change vetoed': 'orange',
  'Change put': 'blue',
  Waiting: 'yellow',
  Vetoed: 'red',
  'Not put': 'grey',
};

/** Where a target stands, as a tag. */
export function TargetTag({
  stood,
  nameOf,
}: Readonly<{ stood: Pick<StoodTarget, 'standing' | 'target'>; nameOf: (bodyId: string) => string }>) {
  const { word } = sayTarget(stood.standing, stood.target, nameOf);
  return <Tag colour={colours[word]}>{word}</Tag>;
}

const cellWords: Readonly<Record<Cell['cell'], Readonly<{ word: string; colour: TagColour }>>> = {
  consented: { word: 'Consented', colour: 'green' },
  'about-to-consent': { word: 'Decided, not in effect yet', colour: 'blue' },
  stopped: { word: 'Decision stopped', colour: 'orange' },
  'not-answered': { word: 'Not answered', colour: 'grey' },
  refused: { word: 'Refused: veto', colour: 'red' },
  withdrawn: { word: 'Withdrew: veto', colour: 'red' },
  'nobody-left': { word: 'Ended', colour: 'grey' },
};

export const CellTag = ({ cell }: Readonly<{ cell: Cell }>) => (
  <Tag colour={cellWords[cell.cell].colour}>{cellWords[cell.cell].word}</Tag>
);

/** What a target is called: its series, and where. */
export const targetTitle = (
  series: Pick<Series, 'title' | 'concerns'>,
  { areaId }: Pick<Target, 'areaId'>,
  names: Readonly<{ area(series: Pick<Series, 'concerns'>, areaId: string): string }>,
): string => `${series.title}, ${names.area(series, areaId)}`;
