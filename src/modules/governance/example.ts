import type { Services } from '#platform/module';
import { loadCommitteesExample } from './example/committees.ts';
import { loadLiveProposal } from './example/live-proposal.ts';
import { loadMeetingsExample } from './example/meetings.ts';
import { loadMidKentExample } from './example/mkip.ts';
import { loadIllustrativeNotice } from './example/notice.ts';
import { loadScrutinyExample } from './example/scrutiny.ts';
import { loadSenateExample } from './example/senate.ts';

/** Loads this module's part of the example place; loading it again changes nothing. */
export async function loadExample(services: Services): Promise<void> {
  await loadMidKentExample(services);
  await loadCommitteesExample(services);
  await loadMeetingsExample(services);
  await loadScrutinyExample(services);
  await loadSenateExample(services);
  await loadLiveProposal(services);
  await loadIllustrativeNotice(services);
}
