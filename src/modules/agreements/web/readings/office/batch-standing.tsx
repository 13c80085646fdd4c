import { londonDate } from '#platform/kernel';
import { Tag } from '#platform/ui';
import { Day } from '#platform/web';
import type { Batch } from '../../../domain/reading/batch.ts';

const words = {
  approved: ['Published', 'green'],
  returned: ['Given back', 'orange'],
  withdrawn: ['Taken back', 'grey'],
} as const;

/** Where a batch is, and who brought it there. */
export function BatchStanding({ batch: { outcome } }: Readonly<{ batch: Pick<Batch, 'outcome'> }>) {
  if (outcome === undefined) return <Tag colour="blue">Waits for approval</Tag>;
  const [word, colour] = words[outcome.outcome];
  return (
    <>
      <Tag colour={colour}>{word}</Tag> by {outcome.byOffice}, <Day on={londonDate(outcome.at)} />
      {outcome.says === '' ? '' : `: ${outcome.says}`}
    </>
  );
}
