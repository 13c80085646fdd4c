import { listInWords } from '#platform/kernel';
import { periodName } from '../../../domain/series/period-name.ts';
import type { NewVersion } from '../../../domain/target/version-faults.ts';
import type { TargetChoices } from '../../../queries/target-choices.ts';
import { sayBaseline, sayYear } from '../words.tsx';

/** What a version sets, as rows to be checked: its figures as they were typed, so that a slip is seen. */
export function versionRows(
  version: NewVersion,
  { series, names }: Pick<TargetChoices, 'series' | 'names'>,
  seriesId: string,
): readonly (readonly [name: string, value: string])[] {
  const unit = series.find(({ id }) => id === seriesId)?.unit ?? '';
  const say = (typed: string) => `${typed}${unit.startsWith('%') ? '' : ' '}${unit}`.trim();
  return [
    ['Baseline', sayBaseline(version, say)],
    ...version.values.map((year) => [periodName(year.period), sayYear(year, say)] as const),
    ['Expected without the agreement', version.without === undefined ? '' : say(version.without)],
    ['Lead body', names.body(version.leadBody)],
    ['Binds', listInWords(version.partners.map(names.body))],
    ['Source', version.source],
  ];
}
