import type { FieldErrors } from '#platform/http';
import { londonTime, formatLondonTime, never } from '#platform/kernel';
import { isStale } from '#platform/module';
import { explainCommon, isCommon } from '#platform/web';
import type { DecideRefusal } from '../../../actions/readings/decide-batch.ts';

const done = { approved: 'approved and published', returned: 'given back', withdrawn: 'taken back' } as const;

/** Why nothing became of a decision on a batch, in a sentence with the way out. */
export function explainDecide(refusal: DecideRefusal): FieldErrors {
  if (isStale(refusal)) {
    const { stale } = refusal;
    return {
      form:
        stale === undefined
          ? 'These readings are gone'
          : `These readings were ${done[stale.outcome]} by ${stale.byOffice} at ${formatLondonTime(londonTime(stale.at))}, so nothing of yours was done`,
    };
  }
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-batch':
      return { form: 'Your body has no readings at this address' };
    case 'own-batch':
      return { form: 'You entered these readings, so somebody else of your body decides on them' };
    case 'not-own-batch':
      return {
        form: 'Only whoever entered readings takes them back. You can give them back, with the reason',
      };
    case 'overtaken':
      return {
        form: 'Another revision of one of these periods was published since they were entered. Give them back, so that they are entered against what stands now',
      };
    case 'no-longer-owner':
      return {
        form: 'Another office is named by now to bring some of these readings. Give them back, so that what is still yours is entered again',
      };
    case 'says-missing':
      return { says: 'Say what is to be mended' };
    default:
      return never(refusal);
  }
}
