/** What stands where there is no batch. */
export const noSuchBatch =
  'Your body has no readings at this address. The page of your readings lists those entered lately.';
