/** The day a question is about. */
export const onParameter = {
  on: { says: 'The day it is asked about, as YYYY-MM-DD; today when left out', example: '2008-07-09' },
};
