import { listInWords } from '#platform/kernel';
import type { NewVersion } from '../../../domain/target/version-faults.ts';
import type { TargetChoices } from '../../../queries/target-choices.ts';
import { figureOf, sayBaseline, sayPeriod } from '../words.tsx';

/** What a version sets, as rows to be checked. */
export function versionRows(
  version: NewVersion,
  { series, names }: Pick<TargetChoices, 'series' | 'names'>,
  seriesId: string,
): readonly (readonly [name: string, value: string])[] {
  const measured = series.find(({ id }) => id === seriesId) ?? { unit: '' };
  return [
    ['Baseline', sayBaseline(version, measured)],
    ...version.values.map(
      ({ period, value, floor, stretch }) =>
        [
          sayPeriod(period),
          [
            figureOf(value, measured),
            ...(floor === undefined ? [] : [`floor ${floor}`]),
            ...(stretch === undefined ? [] : [`stretch ${stretch}`]),
          ].join(', '),
        ] as const,
    ),
    ['Expected without the agreement', version.without ?? ''],
    ['Lead body', names.body(version.leadBody)],
    ['Binds', listInWords(version.partners.map(names.body))],
    ['Source', version.source],
  ];
}
