import { AsyncLocalStorage } from 'node:async_hooks';

/** What is being done of the views at the moment. */
export type ViewStep = 'views' | 'suppliers' | 'together';

const telling = new AsyncLocalStorage<(step: ViewStep) => void>();

/** Has whoever waits for the work told what is being done of it, without each function on the way handing that on. */
export const tellingSteps = <Done>(
  tell: (step: ViewStep) => void,
  work: () => Promise<Done>,
): Promise<Done> => telling.run(tell, work);

/** Says that this is done now, to whoever wants to hear it. */
export const nowAt = (step: ViewStep): void => telling.getStore()?.(step);
