import { date, ok, pounds } from '#platform/kernel';
import type { Services } from '#platform/module';
import { act } from '#platform/record';
import { rewardSetEntry } from '../actions/reward/reward-entry.ts';
import type { RewardSet } from '../domain/reward/reward-set.ts';
import { findAgreement } from '../store/agreements.ts';
import { insertRewardSet, listRewardSets } from '../store/reward.ts';
import { listTargets } from '../store/targets.ts';

const loader = { officeTitle: 'Accord, as an illustration', bodyId: undefined };
const agreementId = 'homes-kept-well';

/**
 * A made-up reward on the made-up targets of homes kept well, so that its page shows itself: no source gives the pot, the targets or the shares of
 * any reward in Kent. Loading it again changes nothing.
 */
export async function loadRewardExample({ database, clock, head }: Services): Promise<void> {
  const agreement = await findAgreement(database, agreementId);
  if (agreement === undefined || (await listRewardSets(database, agreementId)).length > 0) return;
  const targets = await listTargets(database, { agreementIds: [agreementId] });
  const done = await act<void, never>({ database, clock, head }, loader, {}, async (sql) => {
    const set: RewardSet = {
      agreementId,
      number: 1,
      scheme: 'own',
      isPaid: true,
      terms: {
        method: 'each-target',
        from: 'baseline',
        floor: '0.6',
        cap: '1',
        instalments: [
          { title: 'First instalment', part: '0.5' },
          { title: 'Second instalment', part: '0.5' },
        ],
        revenuePart: '0.5',
        interimPart: '0.2',
        isBeyondError: true,
      },
      pot: { by: 'sum', amount: pounds(600_000) },
      budgetBodies: [],
      targets: targets.map(({ id, number }) => ({
        targetId: id,
        heading: String(number),
        weight: '1',
        interim: undefined,
      })),
      partners: [
        { bodyId: 'maidstone', weight: '2' },
        { bodyId: 'kent-county-council', weight: '3' },
        { bodyId: 'swale', weight: '1' },
        { bodyId: 'tunbridge-wells', weight: '1' },
      ],
      calls: [{ key: '0', title: 'Pump-priming, to be paid back (made up)', amount: pounds(50_000) }],
      from: date('2025-04-01'),
      reason: 'Made up to show how reward is reckoned',
      source: 'Made up for this example',
      certainty: 'illustrative',
      isIllustrative: true,
      byOffice: loader.officeTitle,
      recordedAt: clock.now(),
    };
    await insertRewardSet(sql, set);
    return ok({ value: undefined, entry: rewardSetEntry(agreement, set) });
  });
  if (!done.ok) throw new Error(`The illustrative reward could not be loaded: ${done.error}`);
}
