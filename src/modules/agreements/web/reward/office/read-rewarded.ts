import type { Answers, FieldErrors } from '#platform/http';
import { ok, parseFraction, refuse, type Result, withPlainMinus } from '#platform/kernel';
import type { InterimLevel, RewardedTarget } from '../../../domain/reward/reward-set.ts';
import { readYear } from '../../targets/office/read-target.ts';
import type { Nameable } from './nameable.ts';

/** What a list of lines says of targets by their number; the sentence where a line says something else. */
type OfNumbers<Value> = Result<ReadonlyMap<string, Value>, string>;

/**
 * The targets that are ticked; which of them share one part, a line of numbers for each such group; which parts weigh more or less
 * than the others; and what is to be reached on the way.
 */
export function readTargets(
  answers: Answers,
  { targets }: Nameable,
): Result<readonly RewardedTarget[], FieldErrors> {
  const ticked = targets.filter(({ number }) => answers[`target-${number}`] === 'yes');
  if (ticked.length === 0) return refuse({ targets: 'Select the targets that are rewarded' });
  const numbers = new Set(ticked.map(({ number }) => String(number)));
  const together = readGroups(answers['together'] ?? '', numbers);
  const weights = readLines(answers['weights'] ?? '', numbers, readWeight);
  const interim = readLines(answers['interim'] ?? '', numbers, readInterim);
  if (!together.ok || !weights.ok || !interim.ok)
    return refuse({
      ...(together.ok ? {} : { together: together.error }),
      ...(weights.ok ? {} : { weights: weights.error }),
      ...(interim.ok ? {} : { interim: interim.error }),
    });
  const groupOf = (number: string) => together.value.find((words) => words.includes(number)) ?? [number];
  const rewarded = ticked.map(({ id, number }): RewardedTarget => {
    const group = groupOf(String(number));
    const weight = group.flatMap((each) => weights.value.get(each) ?? [])[0];
    const level = interim.value.get(String(number));
    return { targetId: id, heading: group.join('+'), weight: weight ?? '1', interim: level };
  });
  const twice = together.value.find((group) => group.filter((each) => weights.value.has(each)).length > 1);
  return twice === undefined
    ? ok(rewarded)
    : refuse({ weights: `${twice.join(' and ')} share one part, so give its weight once only` });
}

function readGroups(
  typed: string,
  known: ReadonlySet<string>,
): Result<readonly (readonly string[])[], string> {
  const groups = typed
    .split(/\r?\n/)
    .map((line) => line.split(/[\s,;]+/).filter((word) => word !== ''))
    .filter((words) => words.length > 0);
  const numbers = groups.flat();
  if (new Set(numbers).size < numbers.length) return refuse('Each target can stand in one line only');
  const stranger = numbers.find((word) => !known.has(word));
  return stranger === undefined
    ? ok(groups)
    : refuse(`${stranger} is not the number of a target selected above. Write numbers alone, like 3, 4`);
}

/** Lines of the form `number = what`, each number once. */
function readLines<Value>(
  typed: string,
  known: ReadonlySet<string>,
  read: (said: string) => Result<Value, string>,
): OfNumbers<Value> {
  const found = new Map<string, Value>();
  for (const line of typed.split(/\r?\n/).map((each) => each.trim())) {
    if (line === '') continue;
    const [number = '', said = ''] = line.split('=').map((each) => each.trim());
    if (!known.has(number))
      return refuse(`“${line.slice(0, 40)}” does not begin with the number of a target selected above`);
    if (found.has(number)) return refuse(`Target ${number} can stand in one line only`);
    const value = read(said);
    if (!value.ok) return value;
    found.set(number, value.value);
  }
  return ok(found);
}

const readWeight = (said: string): Result<string, string> =>
  /^\d{1,6}(?:\.\d{1,3})?$/.test(said) && Number(said) > 0
    ? ok(said)
    : refuse('Write a weight as a number above nothing, like 3 = 2');

function readInterim(said: string): Result<InterimLevel, string> {
  const [figure = '', year = ''] = said.split(/\s+in\s+/);
  const period = readYear(year);
  const value = withPlainMinus(figure.trim());
  return period === undefined || !parseFraction(value).ok
    ? refuse('Write an interim level as its figure and its year, like 3 = 61.5 in 2026-27')
    : ok({ figure: value, by: period.to });
}
