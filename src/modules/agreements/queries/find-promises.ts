import type { Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { momentOn } from '#modules/governance';
import { versionOn } from '../domain/agreement/agreement.ts';
import { agreementPath } from '../domain/agreement/agreement.ts';
import { commitmentPath } from '../domain/commitment/commitment.ts';
import { consultationPath } from '../domain/consultation/consultation.ts';
import { findAgreements } from '../store/agreements.ts';
import { findCommitmentsByWords } from '../store/find-promises.ts';
import { consultationsAt } from './consultations/consultation-at.ts';

/** Something promised, agreed or asked, found by its words. */
export type FoundPromise = Readonly<{
  kind: 'agreement' | 'commitment' | 'consultation';
  title: string;
  href: string;
  /** Who made it, or asks. */
  bodyIds: readonly string[];
  isIllustrative: boolean;
}>;

export type FoundPromises = Readonly<{ lines: readonly FoundPromise[]; commitments: number }>;

/** More words than anybody types to find something. */
const mostWords = 12;

/** Agreements and consultations by their titles, and promises by their words, as they stood on the day of a visit. */
export async function findPromises(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  typed: string,
  { on, today }: Pick<Visit, 'on' | 'today'>,
  limit: number,
): Promise<FoundPromises> {
  const words = typed
    .toLocaleLowerCase('en-GB')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords);
  if (words.length === 0) return { lines: [], commitments: 0 };
  const has = (title: string) => words.every((word) => title.toLocaleLowerCase('en-GB').includes(word));
  const [agreements, consultations, { found, count }] = await Promise.all([
    findAgreements(database),
    consultationsAt(database, {}, momentOn({ on, today, now: clock.now() })),
    findCommitmentsByWords(database, words, { on, limit }),
  ]);
  const lines: readonly FoundPromise[] = [
    ...agreements.flatMap((agreement): readonly FoundPromise[] => {
      const title = versionOn(agreement, on)?.title;
      const { isIllustrative, bodyId } = agreement;
      return title === undefined || !has(title)
        ? []
        : [{ kind: 'agreement', title, href: agreementPath(agreement), bodyIds: [bodyId], isIllustrative }];
    }),
    ...consultations.flatMap(({ consultation }): readonly FoundPromise[] => {
      const { title, bodyId, isIllustrative } = consultation;
      const href = consultationPath(consultation);
      return has(title) ? [{ kind: 'consultation', title, href, bodyIds: [bodyId], isIllustrative }] : [];
    }),
    ...found.map((each) => ({
      kind: 'commitment' as const,
      title: each.promise,
      href: commitmentPath(each),
      bodyIds: each.owners,
      isIllustrative: false,
    })),
  ];
  return { lines, commitments: count };
}
