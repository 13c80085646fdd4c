import type { Services } from '#platform/module';
import { loadLiveProposal } from './example/live-proposal.ts';
import { loadMidKentExample } from './example/mkip.ts';
import { loadScrutinyExample } from './example/scrutiny.ts';
import { loadSenateExample } from './example/senate.ts';

/** Loads this module's part of the example place; loading it again changes nothing. */
export async function loadExample(services: Services): Promise<void> {
  await loadMidKentExample(services);
  await loadScrutinyExample(services);
  await loadSenateExample(services);
  await loadLiveProposal(services);
}
