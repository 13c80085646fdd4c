import type { Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { momentOn } from '#modules/governance';
import type { Moment } from '../../../queries/progress/moment.ts';

/** The day a reader asks about, and the moment of it that counts. */
export const momentOf = (
  { clock }: Pick<Services, 'clock'>,
  { on, today }: Pick<Visit, 'on' | 'today'>,
): Moment => ({ on, at: momentOn({ on, today, now: clock.now() }) });
