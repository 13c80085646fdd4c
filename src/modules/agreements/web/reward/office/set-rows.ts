import { formatDate, formatMoney, listInWords } from '#platform/kernel';
import { findScheme, inHundredths } from '../../../domain/reward/reward-rule.ts';
import type { NewRewardSet } from '../../../domain/reward/reward-set.ts';
import { sayTerms } from '../words.ts';
import type { Nameable } from './nameable.ts';

/** A set of reward rules, name and value, to be looked over or held against another. */
export function setRows(set: NewRewardSet, nameable: Nameable): readonly (readonly [string, string])[] {
  const nameOf = (bodyId: string) => nameable.parties.find(({ id }) => id === bodyId)?.name ?? bodyId;
  const numberOf = (targetId: string) => targetId.split('/')[1] ?? targetId;
  const shared = [...new Set(set.targets.map(({ heading }) => heading))].filter((heading) =>
    heading.includes('+'),
  );
  return [
    ['Rules', findScheme(set.scheme)?.title ?? 'Rules of our own'],
    ['In words', sayTerms(set.terms).join(' ')],
    ['Pot', potInWords(set, nameOf)],
    ['Targets', listInWords(set.targets.map(({ targetId }) => numberOf(targetId)))],
    ['Sharing one part', listInWords(shared.map((heading) => heading.replaceAll('+', ' with ')))],
    [
      'Weights',
      listInWords(
        set.targets
          .filter(({ weight }) => weight !== '1')
          .map((each) => `${numberOf(each.targetId)}: ${each.weight}`),
      ),
    ],
    [
      'On the way',
      listInWords(
        set.targets.flatMap(({ targetId, interim }) =>
          interim === undefined
            ? []
            : [`${numberOf(targetId)}: ${interim.figure} by ${formatDate(interim.by)}`],
        ),
      ),
    ],
    ['First calls', listInWords(set.calls.map(({ title, amount }) => `${title}: ${formatMoney(amount)}`))],
    ['Shared between', listInWords(set.partners.map(({ bodyId, weight }) => `${nameOf(bodyId)} ${weight}`))],
    ['From', formatDate(set.from)],
    ['Why', set.reason],
    ['Source', set.source],
  ];
}

function potInWords({ pot, budgetBodies }: NewRewardSet, nameOf: (bodyId: string) => string): string {
  if (pot === undefined) return 'Not known';
  if (pot.by === 'sum') return formatMoney(pot.amount);
  return `${inHundredths(pot.part)} of the net budget requirements of ${listInWords(budgetBodies.map(nameOf))} in ${pot.year}`;
}
