import type { Services } from '#platform/module';
import { loadCommitmentsExample } from './example/commitments.ts';
import { loadAgreementsExample } from './example/agreements.ts';
import { loadConsultationsExample } from './example/consultations.ts';
import { loadFrameworksExample } from './example/frameworks.ts';
import { loadProgressExample } from './example/progress.ts';
import { loadReadingsExample } from './example/readings.ts';
import { loadTargetsExample } from './example/targets.ts';
import { loadRewardExample } from './example/reward.ts';

/** One part’s example; loading it again changes nothing. */
type Load = (services: Services) => Promise<void>;

/** In the order in which they build on each other: a part that has an example adds it here. */
const parts: readonly Load[] = [
  loadFrameworksExample,
  loadReadingsExample,
  loadAgreementsExample,
  loadTargetsExample,
  loadCommitmentsExample,
  loadConsultationsExample,
  loadProgressExample,
  loadRewardExample,
];

/** Loads this module’s part of the example place; loading it again changes nothing. */
export async function loadExample(services: Services): Promise<void> {
  for (const load of parts) await load(services);
}
