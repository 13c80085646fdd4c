import { keepAnswer } from '../../src/modules/agreements/actions/consultations/keep-answer.ts';
import { fixedClock, lastMomentOf } from '#platform/kernel';
import { openRecordHead } from '#platform/record';
import type { TestSite } from './open-site.ts';
import type { Parameters } from './sample-addresses.ts';
import type { Visitor } from './visitor.ts';

/** The consultation of the example that is open. */
export const openConsultation = 'have-your-say-walking-and-cycling-in-mid-kent';

/** A draft of another consultation by Maidstone’s officer, and answers that somebody has saved and not sent. */
export async function carryOnConsultations({ test, today }: TestSite, officer: Visitor): Promise<Parameters> {
  const begun = await officer.send('/office/maidstone/consultations', {});
  const consultationDraft = /drafts\/([\w-]{36})\//.exec(begun.to ?? '')?.[1] ?? 'none';
  const head = await openRecordHead({ url: test.appUrl, onError: () => undefined });
  try {
    // It opened when the example was loaded, today by the site’s own clock.
    const services = { database: test.database, clock: fixedClock(lastMomentOf(today())), head };
    const answers = { kind: 'resident', 'says-5': 'Seats along the way' };
    const kept = await keepAnswer(services, openConsultation, { answers, link: undefined });
    return { consultationDraft, answerLink: kept.ok ? kept.value.link : 'none' };
  } finally {
    await head.close();
  }
}
