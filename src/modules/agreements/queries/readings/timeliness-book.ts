import { recordBook } from '../record-followed.ts';
import { countTimeliness } from './timeliness.ts';

/**
 * Every body that brings readings, in the order of their names, in a year and on a day: it ranks nobody. This year and the
 * last are kept, today and a few other days.
 */
export const timelinessOfAll = recordBook(12, countTimeliness);
