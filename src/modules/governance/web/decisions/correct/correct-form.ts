import { passage } from '#platform/web';
import { z } from 'zod';

export const longestCorrection = 10_000;
export const longestReason = 1000;

export const correctionForm = z.object({
  says: passage('what is corrected', { most: longestCorrection }),
  reason: passage('why it is corrected', { most: longestReason }),
});
