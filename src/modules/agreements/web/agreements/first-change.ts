import type { Visit } from '#platform/http';
import { proposalChangesAt } from '#modules/governance';
import type { AgreementAt } from '../../queries/agreements/agreement-at.ts';

/** When the first of these agreements will read otherwise though nobody acts: a window of call-in closes. */
export function firstChange(
  shown: readonly Pick<AgreementAt, 'proposals'>[],
  { on, today }: Pick<Visit, 'on' | 'today'>,
  at: Date,
): Date | undefined {
  if (on !== today) return undefined;
  return shown
    .flatMap(({ proposals }) =>
      [...proposals.values()].flatMap((stood) => proposalChangesAt(stood, at) ?? []),
    )
    .toSorted((a, b) => a.getTime() - b.getTime())[0];
}
